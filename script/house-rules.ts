// Checks the habits of the house that neither compiler nor linter know, on the tree at a given root.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, posix, resolve } from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { type ItemFields, listItems, loadItem, loadVocabulary } from './catalog-tree.ts';
import { readSamples } from './docs-samples.ts';
import { shelves } from './rooms.ts';

interface Breach {
  rule: string;
  path: string;
  line: number;
  /** What is wrong, why it matters, what to do. */
  message: string;
}

interface Item {
  shelf: string;
  id: string;
  path: string;
  fields?: ItemFields;
  /** Why it does not load. */
  trouble?: string;
}

interface Tree {
  root: string;
  /** Every file that could be committed, by path from the root. */
  paths: readonly string[];
  items: readonly Item[];
  vocabulary: Awaited<ReturnType<typeof loadVocabulary>>;
  text(path: string): string;
}

type Rule = (tree: Tree, report: (path: string, line: number, message: string) => void) => void;

const notOurs = new Set(['.git', '.node', '.cache', '.isobar', 'node_modules', 'dist', 'coverage']);
/** What lies in these is somebody else's, recorded: their names and contents follow other habits. */
const recorded = /(^|\/)(cases|fixtures|golden)(\/|\.yaml$)/;
const isCode = (path: string): boolean => /\.tsx?$/.test(path) && !recorded.test(path);

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function controlsOf(item: Item): { id?: string; objectives?: readonly string[]; manual?: string }[] {
  return (item.fields?.controls ?? []) as { id?: string; objectives?: readonly string[]; manual?: string }[];
}

export const houseRules = {
  'item-id'(tree, report) {
    for (const { shelf, id, path, fields, trouble } of tree.items) {
      if (!tree.paths.includes(path)) {
        report(
          path,
          1,
          `the folder ${id}/ has no ${shelves[shelf]?.file}; the catalog cannot load the item; write it, or remove the folder`,
        );
      } else if (trouble !== undefined) {
        report(path, 1, `${id} does not load: ${trouble}; the whole shelf would not load with it; mend it`);
      } else if (fields?.id !== id) {
        report(
          path,
          1,
          `the item exports the id ${JSON.stringify(fields?.id)} in the folder ${id}/; reports name the one and people look for the other; make them equal`,
        );
      }
    }
  },

  'item-cases'(tree, report) {
    for (const { shelf, id, path } of tree.items) {
      const wanted = shelves[shelf]?.cases ?? [];
      const folder = posix.dirname(path);
      const isThere = wanted.some((name) =>
        tree.paths.some((one) => one === `${folder}/${name}` || one.startsWith(`${folder}/${name}/`)),
      );
      if (wanted.length > 0 && !isThere) {
        report(
          path,
          1,
          `${id} has no cases; nothing shows that it works; add ${wanted.map((name) => `${folder}/${name}`).join(' or ')}`,
        );
      }
    }
  },

  'item-length'(tree, report) {
    for (const { path } of tree.items) {
      const lines = tree.paths.includes(path) ? tree.text(path).split('\n').length : 0;
      if (lines > 500)
        report(
          path,
          lines,
          `the item has ${lines} lines; beyond 500 an abstraction is missing; move what is general into kit/ or read/`,
        );
    }
  },

  'template-filled'(tree, report) {
    for (const path of tree.paths.filter((one) => one.startsWith('src/catalog/'))) {
      const at = `${path}\n${tree.text(path)}`.search(/\bFILL\b/);
      if (at >= 0) {
        report(
          path,
          Math.max(1, lineAt(`${path}\n${tree.text(path)}`, at) - 1),
          'a FILL of the template is left; the item would be published unfinished; replace it with what only its author knows',
        );
      }
    }
  },

  'objective-tested'(tree, report) {
    const path = 'src/domain/objectives.ts';
    const tested = new Set(tree.items.filter(({ shelf }) => shelf === 'detectors').map(({ fields }) => fields?.tests));
    for (const [id, { notYet }] of Object.entries(tree.vocabulary.objectives)) {
      const line = lineAt(tree.text(path), Math.max(0, tree.text(path).search(new RegExp(`['"]?${id}['"]?:`))));
      if (!tested.has(id) && !notYet?.trim()) {
        report(
          path,
          line,
          `no detector tests ${id}; reports would count it as kept without having asked; write a detector, or say in notYet why there is none`,
        );
      }
    }
  },

  'control-mapped'(tree, report) {
    for (const item of tree.items.filter(({ shelf }) => shelf === 'frameworks')) {
      const controls = controlsOf(item);
      if (controls.length === 0)
        report(
          item.path,
          1,
          `${item.id} has no controls; nothing is counted for it; list every control of the standard`,
        );
      for (const { id, objectives = [], manual } of controls) {
        const unknown = objectives.filter((objective) => tree.vocabulary.objectives[objective] === undefined);
        if (unknown.length > 0)
          report(
            item.path,
            1,
            `control ${id} needs ${unknown.join(', ')}, which src/domain/objectives.ts does not know; it can never be met; name objectives that exist`,
          );
        if (objectives.length === 0 && !manual?.trim())
          report(
            item.path,
            1,
            `control ${id} is neither mapped nor manual; it would look as if it were met; name its objectives, or say why only people can answer it`,
          );
      }
    }
  },

  'vocabulary-described'(tree, report) {
    for (const name of ['kinds', 'facts', 'relations', 'objectives'] as const) {
      for (const [id, { description, statement }] of Object.entries(tree.vocabulary[name])) {
        if ((description ?? statement ?? '').trim().split(/\s+/).length < 2) {
          report(
            `src/domain/${name}.ts`,
            1,
            `${id} is not described; two people will mean two things by it; say in one sentence what it is`,
          );
        }
      }
    }
  },

  'retired-id'(tree, report) {
    const path = 'docs/retired-ids.txt';
    if (!tree.paths.includes(path)) {
      report(
        path,
        1,
        'the list of retired ids is missing; an id given twice mixes two histories; restore the file, empty if need be',
      );
      return;
    }
    const used = new Set([
      ...tree.items.map(({ shelf, id }) => `${shelf}/${id}`),
      ...Object.entries(tree.vocabulary).flatMap(([name, entries]) =>
        Object.keys(entries).map((id) => `${name}/${id}`),
      ),
    ]);
    tree
      .text(path)
      .split('\n')
      .forEach((text, index) => {
        const [id = ''] = text.trim().split(/\s+/);
        if (!text.startsWith('#') && used.has(id))
          report(
            path,
            index + 1,
            `${id} is retired, and used again; waivers and histories of the old one would apply to the new; choose another id`,
          );
      });
  },

  'docs-sample'(tree, report) {
    for (const path of tree.paths.filter((one) => /^[A-Z]+\.md$/.test(one))) {
      for (const { line, mark } of readSamples(tree.text(path))) {
        if (mark === undefined)
          report(
            path,
            line,
            'a shell sample says neither `test` nor `manual: <why>`; samples that nobody runs go wrong unseen; mark the fence ```sh test, or ```sh manual: <why it cannot run>',
          );
      }
    }
  },

  'opening-sentence'(tree, report) {
    for (const path of tree.paths.filter(isCode)) {
      const comment = /^(?:#!.*\n)?\s*(?:\/\*\*?([\s\S]*?)\*\/|((?:[ \t]*\/\/.*\n?)+))/.exec(tree.text(path));
      const words = (comment?.[1] ?? comment?.[2] ?? '')
        .replaceAll(/^[ \t]*(?:\*|\/\/)[ \t]?/gm, '')
        .replaceAll(/https?:\/\/\S+/g, '')
        .trim();
      if (!/^[^\s].*\s.*[.!?]$/s.test(words))
        report(
          path,
          1,
          'the file does not open with a sentence; its reader must read all of it to learn what it is; say in one commented sentence what it is',
        );
    }
  },

  'kebab-case'(tree, report) {
    const kebab = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
    const customary = /^([A-Z]+(\.md)?|CODE_OF_CONDUCT\.md|Dockerfile)$/;
    const told = new Set<string>();
    for (const path of tree.paths.filter((one) => !recorded.test(one))) {
      const parts = path.split('/');
      const odd = parts.find(
        (name, index) => !kebab.test(name) && !(index === parts.length - 1 && customary.test(name)),
      );
      if (odd === undefined || told.has(odd)) continue;
      told.add(odd);
      report(
        path,
        1,
        `the name \`${odd}\` is not in kebab-case; names that differ by case only break on some systems; rename it`,
      );
    }
  },

  'empty-catch'(tree, report) {
    for (const path of tree.paths.filter(isCode)) {
      const text = tree.text(path);
      if (!text.includes('catch')) continue;
      const tell = (start: number): void =>
        report(
          path,
          lineAt(text, start),
          'an empty catch; trouble vanishes without a trace; turn it into a value, or let it pass',
        );
      const isEmpty = (node: { type: string; body?: unknown } | null | undefined): boolean =>
        node?.type === 'BlockStatement' && Array.isArray(node.body) && node.body.length === 0;
      new Visitor({
        CatchClause: (node) => {
          if (isEmpty(node.body)) tell(node.start);
        },
        CallExpression: ({ callee, arguments: [handler], start }) => {
          const isCatch =
            callee.type === 'MemberExpression' &&
            callee.property.type === 'Identifier' &&
            callee.property.name === 'catch';
          if (
            isCatch &&
            (handler?.type === 'ArrowFunctionExpression' || handler?.type === 'FunctionExpression') &&
            isEmpty(handler.body)
          )
            tell(start);
        },
      }).visit(parseSync(path, text).program);
    }
  },

  'own-machine'(tree, report) {
    const places: [RegExp, string][] = [
      [
        /(?<![\w.])\/(?:home|Users)\/(?!runner\/|user\/|you\/|node\/|app\/)[a-z][\w.-]*\//,
        'a path of somebody’s machine',
      ],
      [/registry\.(?:npmjs|yarnpkg|npmmirror)\.(?:org|com)\/|\x22resolved": "/, 'the address of a package registry'],
    ];
    const own = resolve(tree.root);
    for (const path of tree.paths.filter((one) => !recorded.test(one))) {
      const text = tree.text(path);
      const found: [number, string][] = places.flatMap(([pattern, what]) => {
        const at = text.search(pattern);
        return at < 0 ? [] : [[at, what] as [number, string]];
      });
      if (own.split('/').length > 2 && text.includes(`${own}/`))
        found.push([text.indexOf(`${own}/`), 'the path of this checkout']);
      for (const [at, what] of found)
        report(
          path,
          lineAt(text, at),
          `${what}; it means nothing, or something else, on other machines; write a relative path, or leave it to the configuration`,
        );
    }
  },

  'dependency-reason'(tree, report) {
    const path = 'docs/decisions/0001-dependencies.md';
    if (!tree.paths.includes('package.json')) return;
    const manifest = JSON.parse(tree.text('package.json')) as Record<string, Record<string, string> | undefined>;
    const reasons = tree.paths.includes(path) ? tree.text(path) : '';
    for (const [name, version] of Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })) {
      if (!new RegExp(`^\\| \`${name}\` \\| \\S+ .*\\|$`, 'm').test(reasons)) {
        report(
          'package.json',
          1,
          `${name} is a dependency without a reason; each is a stranger’s code in a security tool; say why in ${path}, or do without`,
        );
      }
      if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)) {
        report(
          'package.json',
          1,
          `${name} is wanted at ${version}; two installations would run different code; pin one exact version`,
        );
      }
    }
  },
} as const satisfies Record<string, Rule>;

function listPaths(root: string): string[] {
  const found: string[] = [];
  const list = (folder: string): void => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      if (notOurs.has(entry.name)) continue;
      const path = posix.join(folder, entry.name);
      if (entry.isDirectory()) list(path);
      else if (entry.isFile() && !entry.name.endsWith('.log')) found.push(path);
    }
  };
  list('');
  return found.sort();
}

/** Checks the tree at `root` against every house rule. */
export async function checkHouseRules(root: string): Promise<{ files: number; items: number; breaches: Breach[] }> {
  const paths = listPaths(root);
  const texts = new Map<string, string>();
  const isHeld = (item: { path: string }): boolean =>
    paths.some((path) => path.startsWith(`${posix.dirname(item.path)}/`));
  const items = await Promise.all(
    listItems(root)
      .filter(isHeld)
      .map(async (item) => ({ ...item, ...(await loadItem(root, item.path)) })),
  );
  const tree: Tree = {
    root,
    paths,
    items,
    vocabulary: await loadVocabulary(root),
    text(path) {
      let text = texts.get(path);
      if (text === undefined) {
        text = readFileSync(join(root, path), 'utf8');
        texts.set(path, text);
      }
      return text;
    },
  };
  const breaches: Breach[] = [];
  for (const [rule, check] of Object.entries(houseRules)) {
    (check as Rule)(tree, (path, line, message) => breaches.push({ rule, path, line, message }));
  }
  return { files: paths.length, items: items.length, breaches };
}

/** The breaches as lines for a person. */
export function describeBreaches(breaches: readonly Breach[]): string[] {
  return breaches.map(({ rule, path, line, message }) => `${path}:${line} [${rule}] ${message}`);
}

if (import.meta.main) {
  const root = resolve(process.argv[2] ?? join(import.meta.dirname, '..'));
  const { files, items, breaches } = await checkHouseRules(root);
  for (const line of describeBreaches(breaches)) console.log(line);
  console.log(
    `read ${files} files and ${items} items of ${basename(root)} against ${Object.keys(houseRules).length} rules`,
  );
  if (breaches.length > 0 || files === 0 || !existsSync(join(root, 'package.json'))) process.exitCode = 1;
}
