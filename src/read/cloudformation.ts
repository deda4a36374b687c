/** CloudFormation templates, in JSON or YAML, with their functions as terms. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html */
import { literal, type Term, unknownTerm } from '../domain/term.ts';
import { readJson } from './json-positions.ts';
import { entriesOf, entryOf, itemsOf, type Mistake, type Positioned, textOf, valueAt } from './positioned.ts';
import { readYaml } from './yaml-positions.ts';

export interface DeclaredName {
  readonly name: string;
  readonly value: Term;
  readonly line: number;
}

/** A resource as a template declares it. `address` names it in the template. */
export interface TemplateResource {
  readonly address: string;
  readonly type: string;
  readonly properties: Term;
  /** What stands beside its properties: `Metadata`. */
  readonly beside: Term;
  /** It stands for any number of resources. */
  readonly repeated?: boolean;
  /** A condition decides whether it is made. */
  readonly optional?: boolean;
  /** Something else decides what holds where nothing is written: a module of a registry. */
  readonly foreignDefaults?: boolean;
  readonly line: number;
}

export interface CloudFormationTemplate {
  /** Parameters with their defaults; unknown without one. */
  readonly parameters: readonly DeclaredName[];
  readonly resources: readonly TemplateResource[];
  readonly outputs: readonly DeclaredName[];
  /** Names under which outputs are given to other stacks. */
  readonly exports: readonly { readonly name: Term; readonly value: Term; readonly line: number }[];
  /** Properties for every function of a serverless template. */
  readonly globals: Term;
  readonly errors: readonly Mistake[];
}

/** `!Ref x` is `{Ref: x}`, `!GetAtt a.b` is `{Fn::GetAtt: a.b}`. */
const keyOfTag = (tag: string): string | undefined => {
  const name = /^!(Ref|Condition)$/.exec(tag)?.[1];
  if (name !== undefined) return name;
  const short =
    /^!(Base64|Cidr|FindInMap|GetAtt|GetAZs|If|ImportValue|Join|Select|Split|Sub|Transform|And|Equals|Not|Or|ToJsonString|Length)$/.exec(
      tag,
    )?.[1];
  return short === undefined ? undefined : `Fn::${short}`;
};

const reference = (name: string, at: number): Term => {
  if (name === 'AWS::NoValue') return literal(null, at);
  // All but China and the government’s regions stand in this one.
  if (name === 'AWS::Partition') return literal('aws', at);
  return { t: 'reference', namespace: 'cloudformation', name, at };
};

const joined = (parts: readonly Term[], at: number): Term => {
  const kept: Term[] = [];
  for (const part of parts) {
    const last = kept.at(-1);
    if (part.t === 'literal' && part.value === '') continue;
    if (part.t === 'literal' && last?.t === 'literal')
      kept[kept.length - 1] = literal(`${last.value}${part.value}`, at);
    else kept.push(part);
  }
  return kept.length === 1 ? kept[0]! : { t: 'template', parts: kept, at };
};

/** `${Name}`, `${Name.Attribute}`; `${!Literal}` stands for itself. */
const substituted = (text: string, given: ReadonlyMap<string, Term>, at: number): Term => {
  const parts: Term[] = [];
  let from = 0;
  for (const match of text.matchAll(/\$\{(!?)([^{}]+)\}/g)) {
    if (match.index > from) parts.push(literal(text.slice(from, match.index), at));
    const name = (match[2] ?? '').trim();
    parts.push(match[1] === '!' ? literal(`\${${name}}`, at) : (given.get(name) ?? reference(name, at)));
    from = match.index + match[0].length;
  }
  if (from < text.length || parts.length === 0) parts.push(literal(text.slice(from), at));
  return joined(parts, at);
};

const callOf = (name: string, value: Positioned): Term => {
  const { line } = value;
  const items = itemsOf(value);
  const text = textOf(value);
  switch (name) {
    case 'Ref':
      return text === undefined ? unknownTerm('a reference that names nothing', line) : reference(text, line);
    case 'Fn::GetAtt': {
      const [of, attribute] = [textOf(items[0]), textOf(items[1])];
      const path = text ?? (of === undefined ? undefined : `${of}.${attribute ?? ''}`);
      return path === undefined ? unknownTerm('an attribute that is computed', line) : reference(path, line);
    }
    case 'Fn::Sub': {
      const pattern = text ?? textOf(items[0]);
      const given = new Map(entriesOf(items[1]).map(([key, entry]) => [key, templateTerm(entry.value)]));
      return pattern === undefined ? unknownTerm('a text that is computed', line) : substituted(pattern, given, line);
    }
    case 'Fn::Join': {
      const between = textOf(items[0]) ?? '';
      const parts = itemsOf(items[1]).map(templateTerm);
      if (items[1]?.is !== 'list') return unknownTerm('a list that is computed', line);
      return joined(
        parts.flatMap((part, index) => (index === 0 || between === '' ? [part] : [literal(between, line), part])),
        line,
      );
    }
    case 'Fn::If':
      return { t: 'either', of: items.slice(1).map(templateTerm), at: line };
    case 'Fn::ImportValue': {
      const of = templateTerm(value);
      return of.t === 'literal'
        ? reference(`import ${of.value}`, line)
        : unknownTerm('the name of an export is computed', line);
    }
    case 'Fn::Base64':
    case 'Fn::ToJsonString':
      return templateTerm(value);
    default:
      return unknownTerm(`${name.replace('Fn::', '')} is computed when the stack is made`, line);
  }
};

/** A value of a template as a term; nesting is bounded by the reader. */
const templateTerm = (value: Positioned): Term => {
  if (value.is === 'scalar') return literal(value.value, value.line);
  if (value.is === 'list') return { t: 'list', items: value.items.map(templateTerm), at: value.line };
  const entries = entriesOf(value);
  const [only] = entries;
  if (entries.length === 1 && only && /^(?:Ref|Fn::\w+)$/.test(only[0])) return callOf(only[0], only[1].value);
  return {
    t: 'map',
    entries: entries.map(([key, entry]) => {
      const term = templateTerm(entry.value);
      return [literal(key, entry.line), term.t === 'literal' ? { ...term, at: entry.line } : term] as const;
    }),
    at: value.line,
  };
};

const none: Term = { t: 'map', entries: [] };

/** Tells by what a template must hold whether a text may be one, before it is read. */
export const looksLikeCloudFormation = (text: string): boolean =>
  /\bAWSTemplateFormatVersion\b|AWS::Serverless-2016-10-31/.test(text) ||
  (/^\s*["']?Resources["']?\s*:/m.test(text) && /["']?Type["']?\s*:\s*["']?(?:AWS|Custom)::/.test(text));

/** Reads a template; undefined for a file that is none. */
export const readCloudFormation = (text: string): CloudFormationTemplate | undefined => {
  const { value, errors } = /^\s*\{/.test(text) ? readJson(text) : readYaml(text, keyOfTag);
  const declared = (section: string) => entriesOf(valueAt(value, section));
  const resources = declared('Resources').flatMap(([address, entry]): readonly TemplateResource[] => {
    const type = textOf(valueAt(entry.value, 'Type'));
    if (type === undefined || !/^\w+(?:::[\w@-]+)+$/.test(type)) return [];
    const properties = entryOf(entry.value, 'Properties');
    const metadata = entryOf(entry.value, 'Metadata');
    return [
      {
        address,
        type,
        properties: properties ? templateTerm(properties.value) : none,
        beside: metadata ? templateTerm(metadata.value) : none,
        line: entry.line,
      },
    ];
  });
  if (resources.length === 0 && errors.length === 0) return undefined;
  const globals = valueAt(value, 'Globals', 'Function');
  const outputs = declared('Outputs').flatMap(([name, entry]) => {
    const given = valueAt(entry.value, 'Value');
    return given ? [{ name, value: templateTerm(given), line: entry.line, entry }] : [];
  });
  return {
    parameters: declared('Parameters').map(([name, entry]) => {
      const fallback = entryOf(entry.value, 'Default');
      const { line } = entry;
      return fallback
        ? { name, value: templateTerm(fallback.value), line: fallback.line }
        : { name, value: unknownTerm(`parameter ${name} has no default`, line), line };
    }),
    resources,
    outputs: outputs.map(({ name, value: term, line }) => ({ name, value: term, line })),
    exports: outputs.flatMap(({ value: term, line, entry }) => {
      const name = valueAt(entry.value, 'Export', 'Name');
      return name ? [{ name: templateTerm(name), value: term, line }] : [];
    }),
    globals: globals ? templateTerm(globals) : none,
    errors,
  };
};
