/** Terraform’s JSON syntax (`.tf.json`) as the same blocks of terms. https://developer.hashicorp.com/terraform/language/syntax/json */
import { literal, type Term, unknownTerm } from '../domain/term.ts';
import { readJson } from './json-positions.ts';
import type { Positioned, PositionedMap } from './positioned.ts';
import type { SyntaxTree } from './syntax-tree.ts';
import { readTerraform, type TerraformBlock, type TerraformFile } from './terraform.ts';

/** How many words name a block of each type before its body. */
const labelCount: Readonly<Record<string, number>> = {
  resource: 2,
  data: 2,
  ephemeral: 2,
  variable: 1,
  output: 1,
  module: 1,
  provider: 1,
  locals: 0,
  terraform: 0,
};

/** Texts with `${` inside, in the order of the file. */
const templatesIn = (value: Positioned, found: { readonly text: string; readonly line: number }[]): void => {
  if (value.is === 'list') for (const item of value.items) templatesIn(item, found);
  else if (value.is === 'map') for (const entry of value.entries.values()) templatesIn(entry.value, found);
  else if (typeof value.value === 'string' && /[$%]\{/.test(value.value))
    found.push({ text: value.value, line: value.line });
};

/** The templates as one HCL list, each on the line on which it stands, so that terms keep their places. */
const asSource = (templates: readonly { readonly text: string; readonly line: number }[]): string => {
  let text = 'v = [';
  let line = 1;
  for (const template of templates) {
    text += '\n'.repeat(Math.max(0, template.line - line));
    line = Math.max(line, template.line);
    // In HCL quotes inside an interpolation are not escaped; outside of it they are.
    text += `${quote(template.text)}, `;
  }
  return `${text}]\n`;
};

const quote = (text: string): string => {
  let result = '"';
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (depth === 0 && /[$%]/.test(character) && text[at + 1] === '{' && text[at - 1] !== character) {
      depth = 1;
      result += `${character}{`;
      at += 1;
      continue;
    }
    if (depth > 0) {
      if (character === '{') depth += 1;
      if (character === '}') depth -= 1;
      result += character === '\n' ? ' ' : character;
      continue;
    }
    if (character === '"' || character === '\\') result += `\\${character}`;
    else if (character === '\n') result += '\\n';
    else if (character === '\r') result += '\\r';
    else if (character === '\t') result += '\\t';
    else result += character;
  }
  return `${result}"`;
};

/** Reads a `.tf.json` or `.tfvars.json` text; `parse` parses a text with the Terraform grammar. */
export const readTerraformJson = async (
  text: string,
  parse: (text: string) => Promise<SyntaxTree>,
): Promise<TerraformFile> => {
  const { value, errors } = readJson(text);
  const gaps = errors.map(({ line, why }) => ({ line, endLine: line, why }));
  if (value?.is !== 'map') {
    const why = 'it is no JSON object';
    return { blocks: [], attributes: [], gaps: gaps.length > 0 ? gaps : [{ line: 1, endLine: 1, why }] };
  }
  const templates: { text: string; line: number }[] = [];
  templatesIn(value, templates);
  const parsed = templates.length === 0 ? undefined : readTerraform(await parse(asSource(templates)));
  const list = parsed?.attributes[0]?.term;
  const isWhole = list?.t === 'list' && list.items.length === templates.length && parsed?.gaps.length === 0;
  const terms = isWhole
    ? list.items
    : templates.map(({ line }) => unknownTerm('an expression that could not be read', line));
  let next = 0;

  const convert = (positioned: Positioned): Term => {
    const at = positioned.line;
    if (positioned.is === 'list') return { t: 'list', items: positioned.items.map(convert), at };
    if (positioned.is === 'map')
      return {
        t: 'map',
        entries: [...positioned.entries].map(
          ([key, entry]) => [literal(key, entry.line), convert(entry.value)] as const,
        ),
        at,
      };
    if (typeof positioned.value === 'string' && /[$%]\{/.test(positioned.value))
      return terms[next++] ?? unknownTerm('an expression that could not be read', at);
    return literal(positioned.value, at);
  };
  return { ...blocksOfFile(value, convert), gaps };
};

const blocksOfFile = (
  file: PositionedMap,
  convert: (value: Positioned) => Term,
): Pick<TerraformFile, 'blocks' | 'attributes'> => {
  const blocks: TerraformBlock[] = [];
  const attributes: { name: string; term: Term; line: number }[] = [];
  for (const [type, { value, line }] of file.entries) {
    const labels = labelCount[type];
    // Terms are made once and in the order of the file: the expressions were collected in that order.
    const term = convert(value);
    if (labels === undefined || (value.is !== 'map' && value.is !== 'list'))
      attributes.push({ name: type, term, line });
    else collect(type, [], labels, term, line, blocks);
  }
  return { blocks, attributes };
};

const collect = (
  type: string,
  labels: readonly string[],
  wanted: number,
  term: Term,
  line: number,
  into: TerraformBlock[],
): void => {
  if (term.t === 'list') {
    for (const item of term.items) collect(type, labels, wanted, item, item.at ?? line, into);
    return;
  }
  if (term.t !== 'map') return;
  if (wanted > labels.length) {
    for (const [key, value] of term.entries)
      if (key.t === 'literal') collect(type, [...labels, String(key.value)], wanted, value, key.at ?? line, into);
    return;
  }
  into.push(blockOf(type, labels, term, line));
};

/** An object is an argument with a map and a nested block at once: only the provider’s schema tells them apart. */
const blockOf = (
  type: string,
  labels: readonly string[],
  term: Extract<Term, { t: 'map' }>,
  line: number,
): TerraformBlock => {
  const named = term.entries.flatMap(([key, value]) =>
    key.t === 'literal' ? [{ name: String(key.value), term: value, line: value.at ?? key.at ?? line }] : [],
  );
  const blocks = named.flatMap(({ name, term: value, line: at }) => {
    const maps = value.t === 'list' ? value.items : [value];
    return maps.flatMap((each) => (each.t === 'map' ? [blockOf(name, [], each, each.at ?? at)] : []));
  });
  const isRepeated = named.some(({ name }) => name === 'count' || name === 'for_each');
  const block = { type, labels, attributes: named, blocks, line, endLine: line };
  return isRepeated ? { ...block, repeated: true } : block;
};
