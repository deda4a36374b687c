// The room table of the house: what lives above what, what each room may import, and which packages and built-ins it may use.

interface Room {
  /** Rooms below it that it may import; type imports count. */
  readonly imports: readonly string[];
  /** Node built-ins it may import, or 'any'. */
  readonly builtins: readonly string[] | 'any';
  /** npm packages it may import, or 'any'. */
  readonly packages: readonly string[] | 'any';
  /** True where clock and randomness come in as parameters, so that every test is repeatable. */
  readonly isRepeatable: boolean;
  /** True where the code may touch the file system itself instead of through a capability handed to it. */
  readonly hasFileIo: boolean;
}

const pure = ['node:path', 'node:path/posix'];
const pureWithHash = [...pure, 'node:crypto'];

export const rooms: Readonly<Record<string, Room>> = {
  domain: { imports: [], builtins: [], packages: ['zod'], isRepeatable: true, hasFileIo: false },
  read: {
    imports: ['domain'],
    builtins: [...pureWithHash, 'node:zlib', 'node:buffer'],
    packages: ['@renovatebot/pep440', 'ignore', 'packageurl-js', 'saxes', 'semver', 'web-tree-sitter', 'yaml', 'zod'],
    // A parser of hostile files times itself out; what it reads never depends on the clock otherwise.
    isRepeatable: false,
    hasFileIo: false,
  },
  graph: {
    imports: ['domain'],
    builtins: pureWithHash,
    packages: ['packageurl-js'],
    isRepeatable: true,
    hasFileIo: false,
  },
  kit: {
    imports: ['domain', 'graph', 'read'],
    builtins: pureWithHash,
    packages: ['yaml', 'zod'],
    isRepeatable: true,
    hasFileIo: false,
  },
  // What a shelf may use is listed in `shelves`; kit re-exports what an item needs of the rooms below.
  catalog: { imports: ['kit', 'read'], builtins: [], packages: [], isRepeatable: true, hasFileIo: false },
  engine: {
    imports: ['domain', 'graph', 'kit', 'read'],
    builtins: [...pureWithHash, 'node:worker_threads', 'node:buffer'],
    packages: ['zod'],
    isRepeatable: true,
    hasFileIo: false,
  },
  store: {
    imports: ['domain', 'graph'],
    builtins: 'any',
    packages: ['kysely', 'pg', 'zod'],
    isRepeatable: false,
    hasFileIo: true,
  },
  operate: {
    imports: ['domain', 'graph', 'kit', 'engine', 'store'],
    builtins: 'any',
    packages: ['croner', 'pg', 'pg-boss', 'zod'],
    isRepeatable: false,
    hasFileIo: true,
  },
  api: {
    imports: ['domain', 'graph', 'operate'],
    builtins: [...pureWithHash, 'node:http', 'node:stream', 'node:stream/promises'],
    packages: [
      '@fastify/helmet',
      '@fastify/rate-limit',
      '@fastify/secure-session',
      '@fastify/swagger',
      'fastify',
      'fastify-type-provider-zod',
      'jose',
      'openid-client',
      'zod',
    ],
    isRepeatable: false,
    hasFileIo: false,
  },
  app: {
    imports: ['domain', 'read', 'graph', 'kit', 'catalog', 'engine', 'store', 'operate', 'api'],
    builtins: 'any',
    packages: 'any',
    isRepeatable: false,
    hasFileIo: true,
  },
};

interface Shelf {
  /** The one file of an item that the catalog imports: `catalog/<shelf>/<id>/<file>`. */
  readonly file: string;
  /** npm packages that items of this shelf may import. */
  readonly packages: readonly string[];
  /** What must lie in an item's folder to show that it works: one of these files or non-empty folders. */
  readonly cases: readonly string[];
}

export const shelves: Readonly<Record<string, Shelf>> = {
  connectors: { file: 'connector.ts', packages: ['zod', 'ignore'], cases: ['fixtures', 'cases', 'cases.yaml'] },
  extractors: { file: 'extractor.ts', packages: ['zod'], cases: ['cases'] },
  libraries: { file: 'library.ts', packages: [], cases: ['cases'] },
  resolvers: { file: 'resolver.ts', packages: [], cases: ['cases'] },
  derivations: { file: 'derivation.ts', packages: [], cases: ['cases.yaml'] },
  detectors: { file: 'detector.ts', packages: ['zod'], cases: ['cases.yaml'] },
  correlations: { file: 'correlation.ts', packages: [], cases: ['cases.yaml'] },
  // A framework is data; that each of its controls is mapped or manual is a house rule of its own.
  frameworks: { file: 'framework.ts', packages: [], cases: [] },
  remediations: { file: 'remediation.ts', packages: [], cases: ['cases.yaml'] },
  exporters: { file: 'exporter.ts', packages: ['zod'], cases: ['golden', 'cases', 'cases.yaml'] },
  notifiers: { file: 'notifier.ts', packages: ['zod'], cases: ['exchange.json'] },
};

/** The one file that may start a process: hooks, filters, pagers and drivers are switched off there. */
export const processFile = 'src/app/process.ts';

/** Folder names that say nothing of their subject: code lives in the room that owns it. */
export const forbiddenFolders: readonly string[] = [
  'util',
  'utils',
  'helpers',
  'helper',
  'common',
  'shared',
  'types',
  'misc',
];
