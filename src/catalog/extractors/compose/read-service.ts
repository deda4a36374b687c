/** One service of a Compose file, with the forms in which each part can be written brought into one. */
import type { Term } from '../../../kit/define-extractor.ts';
import { parseComposeText, parseComposeVariable } from '../../../read/compose-interpolation.ts';
import {
  entriesOf,
  entryOf,
  itemsOf,
  type Positioned,
  type PositionedEntry,
  textOf,
  textsOf,
} from '../../../read/positioned.ts';

export interface ServiceVariable {
  readonly name: string;
  readonly term: Term;
  readonly line: number;
}

/** `host` is the address on the host, `published` its port, `target` the port in the container; absent where not known. */
export interface PublishedPort {
  readonly host?: string;
  readonly published?: number;
  readonly target?: number;
  readonly line: number;
}

export interface Service {
  readonly name: string;
  readonly line: number;
  readonly image?: Term;
  readonly build?: { readonly context: string; readonly dockerfile?: string; readonly line: number };
  readonly variables: readonly ServiceVariable[];
  readonly environmentFiles: readonly { readonly path: string; readonly line: number }[];
  readonly ports: readonly PublishedPort[];
  readonly args: readonly string[];
  readonly usesHostNetwork: boolean;
  /** Powers over its host, in the words of the fact `hostPowers`. */
  readonly hostPowers: readonly string[];
  /** Folders of the source that are mounted into the container. */
  readonly mounts: readonly { readonly path: string; readonly line: number }[];
  /** The file that it extends, when that is another one. */
  readonly extendsFile?: string;
}

/** The text with variables replaced by the defaults that it gives; undefined where a variable has none. */
export const textWithDefaults = (term: Term, depth = 0): string | undefined => {
  if (term.t === 'literal') return String(term.value);
  if (term.t === 'template') {
    const parts = term.parts.map((part) => textWithDefaults(part, depth));
    return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
  }
  if (term.t !== 'reference' || depth > 8) return undefined;
  const variable = parseComposeVariable(term.name);
  if (!variable?.operator?.endsWith('-')) return undefined;
  return textWithDefaults(parseComposeText(variable.word ?? '', 0), depth + 1);
};

const scalarText = (value: Positioned | undefined): string | undefined =>
  value?.is === 'scalar' && value.value !== null ? String(value.value) : undefined;

const numberOf = (text: string | undefined): number | undefined => {
  const first = /^(\d{1,5})(?:-\d{1,5})?$/.exec(text ?? '')?.[1];
  return first === undefined || Number(first) > 65_535 ? undefined : Number(first);
};

/** `[[host:]published:]target[/protocol]`. https://docs.docker.com/reference/compose-file/services/#ports */
const parsePort = (written: string, line: number): PublishedPort | undefined => {
  const text = textWithDefaults(parseComposeText(written, line));
  if (text === undefined) return { line };
  const match = /^(?:(\[[^\]]*\]|[^:]*):)?(?:([\d-]*):)?([\d-]+)(?:\/\w+)?$/.exec(text);
  if (!match) return undefined;
  const [, host, published, target] = match;
  // `8000:8000` has its first number where an address could stand.
  const isShort = host !== undefined && published === undefined && /^[\d-]*$/.test(host);
  const address = isShort ? undefined : host?.replace(/^\[|\]$/g, '');
  const port = numberOf(isShort ? host : published);
  const inner = numberOf(target);
  return {
    line,
    ...(address === undefined || address === '' ? {} : { host: address }),
    ...(port === undefined ? {} : { published: port }),
    ...(inner === undefined ? {} : { target: inner }),
  };
};

const portOf = (value: Positioned): PublishedPort | undefined => {
  const text = scalarText(value);
  if (text !== undefined) return parsePort(text, value.line);
  const part = (key: string) => {
    const written = scalarText(entryOf(value, key)?.value);
    return written === undefined ? undefined : textWithDefaults(parseComposeText(written, value.line));
  };
  const host = part('host_ip');
  const published = numberOf(part('published'));
  const target = numberOf(part('target'));
  if (entryOf(value, 'target') === undefined) return undefined;
  return {
    line: value.line,
    ...(host === undefined ? {} : { host }),
    ...(published === undefined ? {} : { published }),
    ...(target === undefined ? {} : { target }),
  };
};

/** `KEY: value`, `- KEY=value`, and `- KEY` or `KEY:` alone, which pass on the variable of whoever starts it. */
const variablesOf = (entry: PositionedEntry | undefined): readonly ServiceVariable[] => {
  const variable = (name: string, value: string | undefined, line: number): ServiceVariable => ({
    name,
    term:
      value === undefined ? { t: 'reference', namespace: 'compose', name, at: line } : parseComposeText(value, line),
    line,
  });
  if (entry?.value.is === 'map')
    return entriesOf(entry.value).map(([name, { line, value }]) => variable(name, scalarText(value), line));
  return itemsOf(entry?.value).flatMap((item): readonly ServiceVariable[] => {
    const text = textOf(item);
    if (text === undefined) return [];
    const at = text.indexOf('=');
    return [at < 0 ? variable(text, undefined, item.line) : variable(text.slice(0, at), text.slice(at + 1), item.line)];
  });
};

/** A command as words; quotes are taken off, nothing is replaced. */
const words = (value: Positioned | undefined): readonly string[] => {
  if (value?.is === 'list') return textsOf(value);
  const text = textOf(value);
  return (text?.match(/"[^"]*"|'[^']*'|[^\s"']+(?:=(?:"[^"]*"|'[^']*'))?/g) ?? []).map((word) =>
    word.replace(/^(["'])(.*)\1$/s, '$2'),
  );
};

const buildOf = (entry: PositionedEntry | undefined): Service['build'] => {
  if (!entry) return undefined;
  const text = textOf(entry.value);
  const context =
    text ?? textOf(entryOf(entry.value, 'context')?.value) ?? (entry.value.is === 'map' ? '.' : undefined);
  const resolved = context === undefined ? undefined : textWithDefaults(parseComposeText(context, entry.line));
  if (resolved === undefined) return undefined;
  const dockerfile = textOf(entryOf(entry.value, 'dockerfile')?.value);
  return dockerfile === undefined
    ? { context: resolved, line: entry.line }
    : { context: resolved, dockerfile, line: entry.line };
};

const filesOf = (entry: PositionedEntry | undefined): Service['environmentFiles'] => {
  const items = entry?.value.is === 'list' ? entry.value.items : entry ? [entry.value] : [];
  return items.flatMap((item) => {
    const path = textOf(item) ?? textOf(entryOf(item, 'path')?.value);
    return path === undefined ? [] : [{ path, line: item.line }];
  });
};

const mountsOf = (entry: PositionedEntry | undefined): Service['mounts'] =>
  itemsOf(entry?.value).flatMap((item) => {
    const path = textOf(entryOf(item, 'source')?.value) ?? textOf(item)?.split(':')[0];
    return path !== undefined && /^\.\.?(\/|$)/.test(path) ? [{ path, line: item.line }] : [];
  });

/** What a service is given of its host. https://docs.docker.com/reference/compose-file/services/#privileged */
const hostPowersOf = (part: (key: string) => PositionedEntry | undefined): readonly string[] => {
  const added = textsOf(part('cap_add')?.value).map((each) => each.toUpperCase().replace(/^CAP_/, ''));
  const mounted = itemsOf(part('volumes')?.value).flatMap(
    (item) => textOf(entryOf(item, 'source')?.value) ?? textOf(item)?.split(':')[0] ?? [],
  );
  const powers = [
    ...(scalarText(part('privileged')?.value) === 'true' ? ['privileged'] : []),
    ...(added.some((each) => ['ALL', 'SYS_ADMIN', 'SYS_PTRACE', 'SYS_MODULE'].includes(each)) ? ['capabilities'] : []),
    ...(textOf(part('network_mode')?.value) === 'host' ? ['host-network'] : []),
    ...(textOf(part('pid')?.value) === 'host' ? ['host-processes'] : []),
    ...(textOf(part('ipc')?.value) === 'host' ? ['host-memory'] : []),
    ...(mounted.some((path) => /(?:docker|podman|containerd)\.sock$/.test(path)) ? ['container-socket'] : []),
    ...(mounted.some((path) => /^\/(?:etc|root|proc|home)?\/?$/.test(path)) ? ['host-files'] : []),
  ];
  return powers.sort();
};

/** Reads a service. `base` is what it extends in the same file: its parts hold where the service says nothing. */
export const readService = (name: string, entry: PositionedEntry, base: Service | undefined): Service => {
  const part = (key: string) => entryOf(entry.value, key);
  const image = textOf(part('image')?.value);
  const build = buildOf(part('build')) ?? base?.build;
  const own = variablesOf(part('environment'));
  const inherited = base?.variables.filter((each) => !own.some((one) => one.name === each.name)) ?? [];
  const args = [...words(part('entrypoint')?.value), ...words(part('command')?.value)];
  const extended = part('extends')?.value;
  const extendsFile = textOf(entryOf(extended, 'file')?.value);
  const term = image === undefined ? base?.image : parseComposeText(image, part('image')!.line);
  return {
    name,
    line: entry.line,
    ...(term === undefined ? {} : { image: term }),
    ...(build === undefined ? {} : { build }),
    variables: [...inherited, ...own],
    environmentFiles: [...(base?.environmentFiles ?? []), ...filesOf(part('env_file'))],
    ports: [...(base?.ports ?? []), ...itemsOf(part('ports')?.value).flatMap((item) => portOf(item) ?? [])],
    args: args.length > 0 ? args : (base?.args ?? []),
    usesHostNetwork: textOf(part('network_mode')?.value) === 'host',
    hostPowers: [...new Set([...(base?.hostPowers ?? []), ...hostPowersOf(part)])].sort(),
    mounts: [...(base?.mounts ?? []), ...mountsOf(part('volumes'))],
    ...(extendsFile === undefined ? {} : { extendsFile }),
  };
};

/** The service of the same file that a service extends. https://docs.docker.com/reference/compose-file/services/#extends */
export const extendedName = (entry: PositionedEntry): string | undefined => {
  const extended = entryOf(entry.value, 'extends')?.value;
  if (entryOf(extended, 'file')) return undefined;
  return textOf(extended) ?? textOf(entryOf(extended, 'service')?.value);
};
