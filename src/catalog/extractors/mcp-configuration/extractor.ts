/** Reads the files in which MCP clients name their servers: what each entry starts or reaches, with which rights and credentials. */
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FactName,
  type FactSaid,
  type FileInput,
  type Gap,
  type RelationObservation,
} from '../../../kit/define-extractor.ts';
import { defaultApproval, observeClient } from '../../../kit/observe-client.ts';
import { observeNamedSecret } from '../../../kit/observe-named-secret.ts';
import { observeMention, project } from '../../../kit/observe-packages.ts';
import { observeSecret } from '../../../kit/observe-secret.ts';
import { readJson } from '../../../read/json-positions.ts';
import { type Launch, readLaunch } from '../../../read/launch-command.ts';
import { entriesOf, type Positioned, type PositionedFile, textOf, valueAt } from '../../../read/positioned.ts';
import { redactArguments, secretInUrl, withoutCredentials } from '../../../read/redact-arguments.ts';
import { isCredentialName, type Judgement, judgeNamed } from '../../../read/secret-shapes.ts';
import { readToml } from '../../../read/toml-positions.ts';
import { readYaml } from '../../../read/yaml-positions.ts';
import { type ClientFile, clientFiles } from './client-files.ts';
import { readServerEntry, type ServerEntry } from './server-entry.ts';

type Facts = Partial<Record<FactName, FactSaid>>;

const readers: Readonly<Record<ClientFile['format'], (text: string) => PositionedFile>> = {
  json: readJson,
  yaml: readYaml,
  toml: readToml,
};

/** The maps or lists of entries below a path of keys, each with its own path. */
const entryGroups = (
  root: Positioned | undefined,
  keys: readonly string[],
  at = '',
): { readonly at: string; readonly group: Positioned }[] => {
  const [key, ...rest] = keys;
  if (root === undefined) return [];
  if (key === undefined) return [{ at, group: root }];
  const join = (name: string) => (at === '' ? name : `${at}.${name}`);
  if (key !== '*') return entryGroups(valueAt(root, key), rest, join(key));
  return entriesOf(root).flatMap(([name, { value }]) => entryGroups(value, rest, join(name)));
};

const readGroup = (at: string, group: Positioned): { readonly entry: ServerEntry; readonly at: string }[] => {
  const named: (readonly [string, number, Positioned])[] =
    group.is === 'list'
      ? group.items.map((item, index) => [textOf(valueAt(item, 'name')) ?? String(index), item.line, item])
      : entriesOf(group).map(([name, { line, value }]) => [name, line, value]);
  return named.flatMap(([name, line, value]) => {
    const entry = readServerEntry(name, line, value);
    return entry ? [{ entry, at: `${at}.${name}` }] : [];
  });
};

const isLoopback = (url: string): boolean =>
  /^[a-z]+:\/\/(?:localhost|127\.|\[::1\]|0\.0\.0\.0|host\.docker\.internal)/i.test(url);

/** A value that is filled in from elsewhere, perhaps behind the name of its scheme. */
const reference = /^(?:Bearer |token )?\$\{?(?:(?:env|input|localEnv):)?([A-Za-z_][\w-]*)\}?$/;

class Reading {
  readonly #input: FileInput;
  readonly #client: string | undefined;
  readonly assets = new Map<string, AssetObservation>();
  readonly relations: RelationObservation[] = [];

  constructor(input: FileInput, client: string | undefined) {
    this.#input = input;
    this.#client = client;
  }

  add(asset: AssetObservation): void {
    if (!this.assets.has(asset.key)) this.assets.set(asset.key, asset);
  }

  relate(relation: RelationObservation['relation'], from: string, to: string, line: number): void {
    this.relations.push({ relation, from: { local: from }, to: { local: to }, line });
  }

  #secret(key: string, found: Judgement | undefined, line: number): void {
    if (!found) return;
    const secret = observeSecret(this.#input, found, found.value, 'configuration', line);
    this.add(secret);
    this.relate('uses-secret', key, secret.key, line);
    this.relations.push({ relation: 'contains', from: project, to: { local: secret.key }, line });
  }

  /** A credential that the client fills in when it starts the server: `${env:GITHUB_TOKEN}`, `${input:key}`. */
  #namedSecret(key: string, given: string, value: string, line: number): void {
    const variable = reference.exec(value.trim())?.[1];
    if (variable === undefined || !(isCredentialName(given) || isCredentialName(variable))) return;
    const secret = observeNamedSecret({
      key: `secret-named:${variable}`,
      name: variable,
      variable: /^[A-Z][A-Z0-9_]+$/.test(given) ? given : variable,
      place: 'variable',
      identifiers: [{ scheme: 'symbol', value: `${this.#input.path}#secret:${variable}` }],
      line,
    });
    this.add(secret);
    this.relate('uses-secret', key, secret.key, line);
  }

  entry(entry: ServerEntry, at: string): void {
    const { line } = entry;
    const key = `entry:${at}`;
    const args = redactArguments(entry.arguments);
    const launch = entry.command === undefined ? undefined : readLaunch(entry.command, entry.arguments);
    const environmentNames = [...new Set([...entry.environment.map(({ name }) => name), ...entry.passedOn])].sort();
    const credential = entry.headers.find(({ name }) => /authorization|api[-_]?key|token/i.test(name));
    const facts: Facts = {
      ...(this.#client === undefined ? {} : { clientName: { value: this.#client } }),
      ...(entry.command === undefined
        ? {}
        : {
            command: { value: entry.command, line: entry.commandLine },
            arguments: { value: args.map(({ text }) => text), line: entry.argumentLines[0] ?? entry.commandLine },
          }),
      environmentNames: { value: environmentNames },
      ...(entry.transport === undefined ? {} : { transport: { value: entry.transport } }),
      ...(entry.url === undefined ? {} : addressFacts(entry.url, entry.urlLine)),
      ...(credential === undefined
        ? {}
        : {
            authentication: { value: /authorization/i.test(credential.name) ? 'token' : 'key', line: credential.line },
          }),
      ...(launch?.packageName === undefined
        ? {}
        : { packageName: { value: launch.packageName, confidence: launch.confidence } }),
      ...(launch?.pinned === undefined
        ? {}
        : {
            pinned: {
              value: launch.pinned,
              confidence: launch.confidence,
              line: entry.argumentLines[0] ?? entry.commandLine,
            },
          }),
      ...(entry.approval !== undefined
        ? { approval: { value: entry.approval, line: entry.approvalLine } }
        : this.#client === undefined
          ? {}
          : defaultApproval(this.#client)),
      // Every client starts what is configured unless it is switched off.
      active: entry.active === undefined ? { value: true, how: 'default' } : { value: entry.active },
    };
    this.add({
      key,
      kind: 'mcp-server-configuration',
      name: entry.name,
      identifiers: [{ scheme: 'mcp-entry', value: `${this.#input.path}#${at}` }],
      facts,
      line,
    });
    // An entry that is switched off is kept by the client, which opens no connection to it.
    this.relate(entry.active === false ? 'contains' : 'connects', 'client', key, line);
    if (launch) this.#definedByPackage(key, launch, entry);
    const remote = entry.url ?? launch?.remote;
    if (remote !== undefined) this.#definedByUrl(key, remote, entry);

    for (const [index, { secret }] of args.entries()) this.#secret(key, secret, entry.argumentLines[index] ?? line);
    for (const { name, value, line: at } of [...entry.environment, ...entry.headers]) {
      this.#secret(key, judgeNamed(name, value), at);
      this.#namedSecret(key, name, value, at);
    }
    if (entry.url !== undefined) this.#secret(key, secretInUrl(entry.url), entry.urlLine);
  }

  #definedByPackage(
    key: string,
    { ecosystem, packageName, version, confidence }: Launch,
    { transport, line }: ServerEntry,
  ): void {
    if (ecosystem === undefined || packageName === undefined) return;
    const isRegistry = ecosystem !== 'docker';
    const id = isRegistry ? `${ecosystem}:${packageName}` : packageName;
    this.add({
      key: `package:${id}`,
      kind: 'mcp-server-definition',
      name: packageName,
      identifiers: [{ scheme: 'mcp-package', value: id }],
      facts: {
        packageName: { value: packageName },
        ...(isRegistry ? { ecosystem: { value: ecosystem } } : {}),
        ...(transport === undefined ? {} : { transport: { value: transport } }),
      },
      line,
      ...(confidence < 1 && isRegistry ? { how: 'inferred', confidence } : {}),
    });
    this.relate('configures', key, `package:${id}`, line);
    if (!isRegistry || version === undefined) return;
    // The entry is then a line that names a package at a version, as a lock file’s is.
    const mention = { ecosystem, name: packageName, version, pinned: true, scope: 'production', line } as const;
    const said = observeMention(this.#input.path, mention, { local: key });
    for (const asset of said.assets) this.add(asset);
    this.relations.push(...said.relations);
  }

  #definedByUrl(key: string, written: string, { transport, urlLine, line }: ServerEntry): void {
    const url = withoutCredentials(written).replace(/\?.*$/, '').replace(/\/+$/, '');
    // An address with a part to fill in, or of this machine, names no server that others could know.
    if (!/^https:\/\/[^/$<{]+\.[^/$<{]+(?:\/[^$<{]*)?$/i.test(url) || isLoopback(url)) return;
    this.add({
      key: `url:${url}`,
      kind: 'mcp-server-definition',
      name: url.replace(/^https:\/\//, ''),
      identifiers: [{ scheme: 'mcp-url', value: url }],
      facts: {
        url: { value: url },
        ...(transport === undefined || transport === 'stdio' ? {} : { transport: { value: transport } }),
      },
      line: urlLine || line,
    });
    this.relate('configures', key, `url:${url}`, line);
  }
}

const addressFacts = (url: string, line: number): Facts => ({
  url: { value: withoutCredentials(url), line },
  // Nobody else listens on the way to this machine’s own address.
  ...(/^(?:https?|wss?):/i.test(url)
    ? { encryptedTransport: { value: /^(?:https|wss):/i.test(url) || isLoopback(url), line } }
    : {}),
});

export default defineExtractor({
  id: 'mcp-configuration',
  title: 'MCP servers of clients and coding agents',
  claims: { paths: clientFiles.map(({ path }) => path) },
  limit: 5_000_000,
  extract(input): Extraction {
    const file = clientFiles.find(({ path }) => path.test(input.path));
    if (!file) return emptyExtraction;
    const { value: root, errors } = readers[file.format](input.text());
    const gaps: Gap[] = errors.map(({ line, why }) => ({ what: `${input.path}:${line}`, scope: 'file', why }));
    const groups = file.keys.flatMap((keys) => entryGroups(root, keys));
    const entries = groups.flatMap(({ at, group }) => readGroup(at, group));
    // A file that many programs could own is one of MCP only when an entry says so; an empty list of a client’s own file says “none”.
    if (entries.length === 0 && (file.client === undefined || groups.length === 0)) return { ...emptyExtraction, gaps };
    const reading = new Reading(input, file.client);
    const line = groups[0]?.group.line ?? 1;
    reading.add({
      ...observeClient(input.path, file.client, line),
      complete: [
        { relation: 'connects', grade: 'declared', scope: file.client === undefined ? 'file' : 'folder', line },
      ],
    });
    reading.relations.push({ relation: 'contains', from: project, to: { local: 'client' }, line });
    for (const { entry, at } of entries) reading.entry(entry, at);
    return { ...emptyExtraction, assets: [...reading.assets.values()], relations: reading.relations, gaps };
  },
});
