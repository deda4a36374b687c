/** The bench for connectors that read files: a tree written as YAML, the discovery made of it, and the same twice. */
import { parse } from 'yaml';
import { z } from 'zod';
import type {
  Capabilities,
  Connector,
  ConnectorOptions,
  Discovery,
  Entry,
  FileCapability,
} from './define-connector.ts';
import { AccessError } from './errors.ts';

/** A file’s text; `null` for a folder that cannot be listed; a `link`, `pipe` or a refused file says what it is. */
const written = z.union([
  z.string(),
  z.null(),
  z.strictObject({ link: z.string() }),
  z.strictObject({ pipe: z.literal(true) }),
]);
type Written = z.infer<typeof written>;

const connectorCase = z.strictObject({
  title: z.string(),
  name: z.string().default('project'),
  /** Path to content; a path below a folder makes the folder. */
  files: z.record(z.string(), written),
  /** `below` is the sub-path that is granted; its `.git` lies in `files`. */
  repository: z.strictObject({ below: z.string().default('') }).optional(),
  all: z.boolean().default(false),
  exclude: z.array(z.string()).default([]),
  expect: z.strictObject({
    source: z.record(z.string(), z.string()).optional(),
    /** Paths in the order of discovery; ` (ignored)` follows where version control ignores the file. */
    resources: z.array(z.string()).optional(),
    /** `path: why`. */
    gaps: z.array(z.string()).default([]),
    /** What is left out, counted. */
    excluded: z.record(z.string(), z.int()).optional(),
    assets: z.array(z.string()).optional(),
  }),
});

/** One recorded case. */
export type ConnectorCase = z.infer<typeof connectorCase>;

/** Reads a fixture; throws with the places of its mistakes when it is none. */
export const readConnectorCase = (text: string): ConnectorCase => connectorCase.parse(parse(text));

/** Files in memory, below a folder of the written tree. Counts how often each folder is listed. */
const createMemoryFiles = (
  files: Readonly<Record<string, Written>>,
  below: string,
  listed?: Map<string, number>,
): FileCapability => {
  const prefix = below === '' ? '' : `${below}/`;
  return {
    async list(path) {
      listed?.set(path, (listed.get(path) ?? 0) + 1);
      const folder = path === '' ? prefix : `${prefix}${path}/`;
      if (files[folder.slice(0, -1)] === null) throw new AccessError('permission denied');
      const entries = new Map<string, Entry>();
      for (const [full, content] of Object.entries(files)) {
        if (!full.startsWith(folder) || full.length === folder.length) continue;
        const [name = '', ...rest] = full.slice(folder.length).split('/');
        const isDeeper = rest.length > 0 || content === null;
        const type = isDeeper
          ? 'folder'
          : typeof content === 'string'
            ? 'file'
            : content !== null && 'link' in content
              ? 'link'
              : 'other';
        entries.set(name, { name, type, size: typeof content === 'string' && type === 'file' ? content.length : 0 });
      }
      if (entries.size === 0 && path !== '') throw new AccessError('it is no folder');
      return [...entries.values()];
    },
    async read(path, limit) {
      const content = files[`${prefix}${path}`];
      if (typeof content !== 'string') throw new AccessError('it is not there');
      return new TextEncoder().encode(content).subarray(0, limit);
    },
  };
};

const describeDiscovery = ({ source, resources, gaps, excluded, extraction }: Discovery) => ({
  source: { ...source },
  resources: resources.map(({ path, ignored }) => (ignored === true ? `${path} (ignored)` : path)),
  gaps: gaps.map(({ what, why }) => `${what}: ${why}`),
  excluded: Object.fromEntries(excluded.map(({ what, count }) => [what, count])),
  assets: extraction.assets.map(({ kind, name, identifiers }) =>
    [kind, String(name), ...identifiers.map(({ scheme, value }) => `${scheme}=${String(value)}`)].join(' '),
  ),
});

/** What a case gave beside what it expects; keys that the case does not mention are left out of both. */
export interface ConnectorAnswer {
  readonly given: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
  /** Folders that were listed more than once. */
  readonly listedAgain: readonly string[];
}

/** Runs one case. */
export const runConnectorCase = async (connector: Connector, text: string): Promise<ConnectorAnswer> => {
  const { files, repository, name, all, exclude, expect } = readConnectorCase(text);
  const below = repository?.below ?? '';
  const listed = new Map<string, number>();
  const capabilities: Capabilities = {
    files: createMemoryFiles(files, below, listed),
    processes: { run: () => Promise.reject(new AccessError('a connector of files starts no program')) },
    ...(repository
      ? {
          repository: {
            tree: createMemoryFiles(files, ''),
            store: createMemoryFiles(files, '.git'),
            sharedStore: createMemoryFiles(files, '.git'),
            subPath: below,
          },
        }
      : {}),
  };
  const options: ConnectorOptions = { name, all, exclude };
  const described: Record<string, unknown> = describeDiscovery(await connector.discover(capabilities, options));
  const expected = Object.fromEntries(Object.entries(expect).filter(([, value]) => value !== undefined));
  return {
    expected,
    given: Object.fromEntries(Object.keys(expected).map((key) => [key, described[key]])),
    listedAgain: [...listed].filter(([, times]) => times > 1).map(([path]) => path),
  };
};
