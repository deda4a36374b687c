// Writes what follows from the items and the vocabulary: the index of the catalog, the reference pages and the published schemas.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type ItemFields, listItems, loadItem, loadVocabulary } from './catalog-tree.ts';
import { generateSchemas } from './published-schemas.ts';
import { shelves } from './rooms.ts';
import { listSignalTrees } from './signal-trees.ts';

interface Generated {
  /** Text by path from the root. */
  files: Map<string, string>;
  items: number;
  /** Items that do not load, and why. */
  troubles: string[];
}

const notice = 'written by `npm run generate`; change the items instead.';

function camelCase(id: string): string {
  const name = id.replace(/-+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return /^[a-z]/.test(name) ? name : `_${name}`;
}

const typeNames: Readonly<Record<string, string>> = {
  connectors: 'Connector',
  extractors: 'Extractor',
  libraries: 'Library',
  resolvers: 'Resolver',
  derivations: 'Derivation',
  detectors: 'Detector',
  correlations: 'Correlation',
  frameworks: 'Framework',
  remediations: 'Remediation',
  exporters: 'Exporter',
  notifiers: 'Notifier',
};

// Their functions take an asset of their own kind, so an array of them has no common type; the engine calls each only with its kind.
const generic = new Set(['detectors', 'remediations']);

function shelfModule(shelf: string, items: readonly { id: string; path: string }[]): string {
  const type = typeNames[shelf];
  const file = shelves[shelf]?.file.replace('.ts', '');
  const cast = generic.has(shelf) && items.length > 0 ? ` as readonly unknown[] as readonly ${type}[]` : '';
  return [
    `// Every item of the shelf ${shelf}/, ${notice}`,
    `import type { ${type} } from '../kit/define-${file}.ts';`,
    ...items.map(({ id, path }) => `import ${camelCase(id)} from './${path.slice('src/catalog/'.length)}';`),
    '',
    `export const ${shelf}: readonly ${type}[] = [${items.map(({ id }) => `\n  ${camelCase(id)},`).join('')}${items.length > 0 ? '\n' : ''}]${cast};`,
    '',
  ].join('\n');
}

function indexModule(): string {
  return [
    `// The shelves of the catalog, each loaded when it is asked for, ${notice}`,
    '',
    'export const catalog = {',
    ...Object.keys(shelves).map((shelf) => `  ${shelf}: async () => (await import('./${shelf}.gen.ts')).${shelf},`),
    '} as const;',
    '',
  ].join('\n');
}

function cell(value: unknown): string {
  if (value === undefined || value === null) return '–';
  if (typeof value === 'function') return 'depends on the asset';
  const text = Array.isArray(value) ? value.map(cell).join(', ') : String(value);
  return text.replaceAll('|', '\\|').replace(/\s+/g, ' ').trim() || '–';
}

function table(head: readonly string[], rows: readonly (readonly unknown[])[]): string[] {
  if (rows.length === 0) return ['None yet.'];
  return [
    `| ${head.join(' | ')} |`,
    `|${' --- |'.repeat(head.length)}`,
    ...rows.map((row) => `| ${row.map(cell).join(' | ')} |`),
  ];
}

const code = (values: unknown): string[] =>
  (Array.isArray(values) ? values : values === undefined ? [] : [values]).map((value) => `\`${String(value)}\``);

interface Column {
  head: string;
  of(item: ItemFields): unknown;
}

interface Claim {
  names?: readonly string[];
  endings?: readonly string[];
  paths?: readonly RegExp[];
}

interface Control {
  id: string;
  name: string;
  objectives?: readonly string[];
  manual?: string;
}

const controlsOf = (item: ItemFields): readonly Control[] => (item.controls ?? []) as readonly Control[];
const packagesOf = (item: ItemFields, language: string): string[] =>
  code((item[language] as { packages?: string[] } | undefined)?.packages);
const field = (head: string, name: string): Column => ({ head, of: (item) => item[name] });
const codeField = (head: string, name: string): Column => ({ head, of: (item) => code(item[name]) });

/** What a shelf is for, and what its page says of an item beside id and title. */
const pages: Readonly<Record<string, { about: string; columns: readonly Column[] }>> = {
  connectors: { about: 'Where Isobar looks.', columns: [field('reads', 'reads'), field('needs', 'needs')] },
  extractors: {
    about: 'Which files Isobar reads, and how.',
    columns: [
      {
        head: 'files',
        of: (item) => {
          const { names = [], endings = [], paths = [] } = (item.claims ?? {}) as Claim;
          return [
            ...code(names),
            ...code(endings.map((ending) => `*${ending}`)),
            ...code(paths.map((path) => path.source)),
          ];
        },
      },
    ],
  },
  libraries: {
    about: 'The AI libraries whose use in code Isobar understands.',
    columns: [
      { head: 'Python packages', of: (item) => packagesOf(item, 'python') },
      { head: 'npm packages', of: (item) => packagesOf(item, 'javascript') },
      field('homepage', 'homepage'),
    ],
  },
  resolvers: { about: 'How names find their values across files.', columns: [] },
  derivations: { about: 'What follows from what was seen.', columns: [] },
  detectors: {
    about: 'The questions that Isobar asks about every asset of a kind.',
    columns: [
      codeField('about', 'about'),
      codeField('tests', 'tests'),
      field('category', 'category'),
      field('severity', 'severity'),
      field('why it matters', 'why'),
    ],
  },
  correlations: {
    about: 'The combinations that make a path to harm.',
    columns: [field('what can happen', 'sentence'), field('references', 'references')],
  },
  frameworks: {
    about:
      'The standards that findings are counted for. A control needs objectives to hold, or is manual where only people can answer it.',
    columns: [
      field('edition', 'edition'),
      { head: 'controls', of: (item) => controlsOf(item).length },
      {
        head: 'of them manual',
        of: (item) => controlsOf(item).filter((control) => control.manual !== undefined).length,
      },
      field('source', 'source'),
    ],
  },
  remediations: {
    about: 'The ways in which Isobar can mend what it found.',
    columns: [codeField('restores', 'restores'), codeField('on', 'on'), field('effort (1–3)', 'effort')],
  },
  exporters: { about: 'The formats in which Isobar reports.', columns: [field('media type', 'mediaType')] },
  notifiers: { about: 'The places to which Isobar sends news.', columns: [field('reference', 'reference')] },
};

function shelfPage(shelf: string, items: readonly ItemFields[]): string {
  const { about, columns } = pages[shelf] ?? { about: '', columns: [] };
  const lines = [
    `# ${shelf[0]?.toUpperCase()}${shelf.slice(1)}`,
    '',
    `<!-- ${notice} -->`,
    '',
    about,
    '',
    ...table(
      ['id', 'title', ...columns.map(({ head }) => head)],
      items.map((item) => [code(item.id), item.title, ...columns.map((column) => column.of(item))]),
    ),
  ];
  for (const item of shelf === 'frameworks' ? items : []) {
    lines.push(
      '',
      `## ${cell(item.title)}`,
      '',
      ...table(
        ['control', 'name', 'objectives'],
        controlsOf(item).map((control) => [
          control.id,
          control.name,
          control.objectives ? code(control.objectives) : `manual: ${control.manual}`,
        ]),
      ),
    );
  }
  return `${lines.join('\n')}\n`;
}

async function vocabularyPage(root: string, detectors: readonly ItemFields[]): Promise<string> {
  const { kinds, facts, relations, objectives } = await loadVocabulary(root);
  const testedBy = (objective: string): string[] =>
    code(detectors.filter((one) => one.tests === objective).map((one) => one.id));
  const entries = <T>(record: Readonly<Record<string, T>>): [string, T][] => Object.entries(record);
  return `${[
    '# Vocabulary',
    '',
    `<!-- ${notice.replace('the items', 'src/domain/')} -->`,
    '',
    'What can exist, what can be known about it, how two things can stand to each other, and what we want to be true.',
    '',
    '## Kinds',
    '',
    ...table(
      ['kind', 'layer', 'title', 'description'],
      entries(kinds).map(([id, one]) => [code(id), one.layer, one.title, one.description]),
    ),
    '',
    '## Facts',
    '',
    ...table(
      ['fact', 'type', 'of', 'description'],
      entries(facts).map(([id, one]) => [code(id), one.type, one.on, one.description]),
    ),
    '',
    '## Relations',
    '',
    ...table(
      ['relation', 'description', 'from', 'to'],
      entries(relations).map(([id, one]) => [code(id), one.description, one.from, one.to]),
    ),
    '',
    '## Control objectives',
    '',
    ...table(
      ['objective', 'category', 'statement', 'tested by'],
      entries(objectives).map(([id, one]) => [
        code(id),
        one.category,
        one.statement,
        testedBy(id).length > 0 ? testedBy(id) : `not yet: ${one.notYet ?? ''}`,
      ]),
    ),
  ].join('\n')}\n`;
}

/** The risk signals with what shows each of them: the items that have whole trees in which they find it, and a careful twin. */
async function signalsPage(root: string): Promise<string> {
  const { signals, objectives } = await loadVocabulary(root);
  const trees = listSignalTrees(join(root, 'src/catalog'));
  const seenBy = (signal: string): string[] => trees.filter((one) => one.signal === signal).map(({ item }) => item);
  const covered = Object.keys(signals).filter((id) => seenBy(id).length > 0);
  return `${[
    '# Risk signals',
    '',
    `<!-- ${notice.replace('the items', 'src/domain/signals.ts and the trees in cases/ of the items')} -->`,
    '',
    `What Isobar sets out to see, ${Object.keys(signals).length} signals in six categories. ${covered.length} are seen today: the items named here find the signal in a whole tree`,
    'and are quiet on its careful twin (`cases/<signal>/` in their folder, run by `test/signals.test.ts`).',
    '',
    ...table(
      ['signal', 'what it is', 'objective', 'seen by'],
      Object.entries(signals).map(([id, title]) => [
        id,
        title,
        code(Object.entries(objectives).flatMap(([name, one]) => (one.signals?.includes(id) ? [name] : []))),
        seenBy(id).length > 0 ? code(seenBy(id)) : 'not yet',
      ]),
    ),
  ].join('\n')}\n`;
}

/** All generated files of the tree at `root`, as they should be. */
export async function generateFiles(root: string): Promise<Generated> {
  const files = new Map<string, string>();
  const items = listItems(root).filter(({ path }) => existsSync(join(root, path)));
  const troubles: string[] = [];
  let detectors: ItemFields[] = [];
  for (const shelf of Object.keys(shelves)) {
    const own = items.filter((item) => item.shelf === shelf);
    const loaded: ItemFields[] = [];
    for (const { path } of own) {
      const { fields, trouble } = await loadItem(root, path);
      if (trouble !== undefined) troubles.push(`${path} does not load: ${trouble}`);
      if (fields !== undefined) loaded.push(fields);
    }
    if (shelf === 'detectors') detectors = loaded;
    files.set(`src/catalog/${shelf}.gen.ts`, shelfModule(shelf, own));
    files.set(`docs/reference/${shelf}.md`, shelfPage(shelf, loaded));
  }
  files.set('src/catalog/index.gen.ts', indexModule());
  files.set('docs/reference/vocabulary.md', await vocabularyPage(root, detectors));
  files.set('docs/reference/signals.md', await signalsPage(root));
  for (const [path, text] of await generateSchemas(root)) files.set(path, text);
  return { files, items: items.length, troubles };
}

/** Paths whose text is not what it should be, and generated files that nothing asks for any more. */
export function findStale(root: string, files: ReadonlyMap<string, string>): string[] {
  const stale = [...files]
    .filter(([path, text]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== text)
    .map(([path]) => path);
  return [...stale, ...findOrphans(root, files)].sort();
}

function findOrphans(root: string, files: ReadonlyMap<string, string>): string[] {
  const list = (folder: string, ending: string): string[] =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder))
          .filter((name) => name.endsWith(ending))
          .map((name) => `${folder}/${name}`)
      : [];
  return [...list('src/catalog', '.gen.ts'), ...list('docs/reference', '.md')].filter((path) => !files.has(path));
}

if (import.meta.main) {
  const isCheck = process.argv.includes('--check');
  const root = resolve(
    process.argv.slice(2).find((argument) => !argument.startsWith('--')) ?? join(import.meta.dirname, '..'),
  );
  const { files, items, troubles } = await generateFiles(root);
  if (troubles.length > 0) {
    for (const trouble of troubles) console.error(trouble);
    console.error('nothing was written; the index and the pages follow from all items; mend these first');
    process.exit(1);
  }
  const stale = findStale(root, files);
  for (const path of stale) {
    if (isCheck) {
      console.log(
        `${path} is stale; the program and its documentation would not know all items; run: npm run generate`,
      );
      process.exitCode = 1;
      continue;
    }
    const text = files.get(path);
    if (text === undefined) rmSync(join(root, path));
    else {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    console.log(`${text === undefined ? 'removed' : 'wrote'} ${path}`);
  }
  console.log(`read ${items} items for ${files.size} files`);
}
