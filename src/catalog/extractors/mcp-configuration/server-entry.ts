/** Reads one entry of a client’s configuration into one shape, whatever the client calls its parts. */
import {
  booleanOf,
  entriesOf,
  entryOf,
  itemsOf,
  type Positioned,
  textOf,
  textsOf,
  valueAt,
} from '../../../read/positioned.ts';

/** A name with its value and line: an environment variable or a header. */
export interface Given {
  readonly name: string;
  readonly value: string;
  readonly line: number;
}

export interface ServerEntry {
  readonly name: string;
  readonly line: number;
  readonly command?: string;
  readonly commandLine: number;
  readonly arguments: readonly string[];
  readonly argumentLines: readonly number[];
  readonly environment: readonly Given[];
  /** Variables that are passed on from the client’s own environment. */
  readonly passedOn: readonly string[];
  readonly url?: string;
  readonly urlLine: number;
  readonly headers: readonly Given[];
  readonly transport?: string;
  readonly active?: boolean;
  readonly approval?: 'never-asks' | 'asks-for-some' | 'always-asks';
  readonly approvalLine: number;
}

const givenIn = (map: Positioned | undefined): readonly Given[] =>
  entriesOf(map).flatMap(([name, { line, value }]) =>
    value.is === 'scalar' && value.value !== null ? [{ name, value: String(value.value), line }] : [],
  );

const firstOf = (entry: Positioned, ...keys: readonly string[]): Positioned | undefined => {
  for (const key of keys) {
    const found = valueAt(entry, key);
    if (found !== undefined) return found;
  }
  return undefined;
};

const transports: Readonly<Record<string, string>> = {
  stdio: 'stdio',
  local: 'stdio',
  http: 'streamable-http',
  'streamable-http': 'streamable-http',
  streamable_http: 'streamable-http',
  streamableHttp: 'streamable-http',
  sse: 'sse',
  websocket: 'websocket',
  ws: 'websocket',
};

/** Who is asked before a tool of the server runs, as far as the entry says. */
const approvalOf = (entry: Positioned): Pick<ServerEntry, 'approval' | 'approvalLine'> => {
  for (const key of ['autoApprove', 'alwaysAllow']) {
    const list = entryOf(entry, key);
    if (list === undefined) continue;
    const names = textsOf(list.value);
    const isAll = names.includes('*') || booleanOf(list.value) === true;
    return {
      approval: isAll ? 'never-asks' : names.length > 0 ? 'asks-for-some' : 'always-asks',
      approvalLine: list.line,
    };
  }
  const trust = entryOf(entry, 'trust');
  return trust !== undefined && booleanOf(trust.value) === true
    ? { approval: 'never-asks', approvalLine: trust.line }
    : { approvalLine: 0 };
};

/** Reads an entry; undefined when it neither starts nor reaches anything, so that it is no entry at all. */
export const readServerEntry = (name: string, line: number, entry: Positioned): ServerEntry | undefined => {
  if (entry.is !== 'map') return undefined;
  const written = firstOf(entry, 'command', 'cmd');
  // Zed nests the program, opencode writes program and arguments as one list.
  const program =
    written?.is === 'map' ? valueAt(written, 'path') : written?.is === 'list' ? written.items[0] : written;
  const command = textOf(program)?.trim();
  const listed = itemsOf(
    written?.is === 'list' ? written : (firstOf(entry, 'args', 'arguments') ?? valueAt(written, 'args')),
  );
  const args = (written?.is === 'list' ? listed.slice(1) : listed).flatMap((item) =>
    item.is === 'scalar' && item.value !== null ? [{ text: String(item.value), line: item.line }] : [],
  );
  const address = firstOf(entry, 'url', 'serverUrl', 'httpUrl', 'uri', 'endpoint');
  const url = textOf(address)?.trim();
  if ((command === undefined || command === '') && (url === undefined || !/^(?:https?|wss?):\/\/|\$/.test(url)))
    return undefined;
  const transportText = textOf(firstOf(entry, 'type', 'transport', 'transportType'));
  const environment = firstOf(entry, 'env', 'environment', 'envs') ?? valueAt(written, 'env');
  const token = textOf(valueAt(entry, 'bearer_token_env_var'));
  const disabled = booleanOf(valueAt(entry, 'disabled'));
  const active = disabled === undefined ? booleanOf(valueAt(entry, 'enabled')) : !disabled;
  const isRemote = url !== undefined && (command === undefined || command === '');
  const transport =
    transports[transportText ?? ''] ??
    (isRemote
      ? valueAt(entry, 'httpUrl')
        ? 'streamable-http'
        : /\/sse\/?(?:\?|$)/.test(url)
          ? 'sse'
          : undefined
      : 'stdio');
  return {
    name,
    line,
    ...(isRemote || command === undefined ? {} : { command }),
    commandLine: program?.line ?? line,
    arguments: args.map(({ text }) => text),
    argumentLines: args.map((each) => each.line),
    environment: givenIn(environment),
    passedOn: [
      ...textsOf(valueAt(entry, 'env_vars')),
      ...textsOf(valueAt(entry, 'env_keys')),
      ...givenIn(valueAt(entry, 'env_http_headers')).map(({ value }) => value),
      ...(token === undefined ? [] : [token]),
    ],
    ...(isRemote ? { url } : {}),
    urlLine: address?.line ?? line,
    headers: [
      ...givenIn(firstOf(entry, 'headers', 'http_headers')),
      ...givenIn(valueAt(entry, 'requestOptions', 'headers')),
      ...(token === undefined ? [] : [{ name: 'Authorization', value: `$${token}`, line }]),
    ],
    ...(transport === undefined ? {} : { transport }),
    ...(active === undefined ? {} : { active }),
    ...approvalOf(entry),
  };
};
