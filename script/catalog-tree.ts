// Finds and loads the items of the catalog and the vocabulary of the domain, of the tree at a given root.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { shelves } from './rooms.ts';

interface ItemFile {
  shelf: string;
  /** Name of the folder; the exported id has to equal it. */
  id: string;
  /** Path of the item file from the root; whether it exists is for the caller to ask. */
  path: string;
}

/** An item as scripts see it: its fields by name. */
export type ItemFields = Readonly<Record<string, unknown>>;

interface Described {
  readonly description?: string;
  readonly statement?: string;
}

interface Vocabulary {
  kinds: Readonly<Record<string, Described & { layer?: string; title?: string }>>;
  facts: Readonly<Record<string, Described & { type?: string; on?: readonly string[] }>>;
  relations: Readonly<Record<string, Described & { from?: readonly string[]; to?: readonly string[] }>>;
  objectives: Readonly<Record<string, Described & { category?: string; signals?: readonly string[]; notYet?: string }>>;
  /** What each risk signal is, by its id. */
  signals: Readonly<Record<string, string>>;
}

function foldersOf(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** Every folder on a shelf, in the order of the shelves and then by name. */
export function listItems(root: string): ItemFile[] {
  return Object.entries(shelves).flatMap(([shelf, { file }]) =>
    foldersOf(join(root, 'src/catalog', shelf)).map((id) => ({
      shelf,
      id,
      path: `src/catalog/${shelf}/${id}/${file}`,
    })),
  );
}

async function load(root: string, path: string): Promise<Readonly<Record<string, unknown>>> {
  if (!existsSync(join(root, path))) return {};
  return (await import(pathToFileURL(join(root, path)).href)) as Readonly<Record<string, unknown>>;
}

/** The default export of an item file; without fields where it has none, with the trouble where it does not load. */
export async function loadItem(root: string, path: string): Promise<{ fields?: ItemFields; trouble?: string }> {
  try {
    const item = (await load(root, path)).default;
    return typeof item === 'object' && item !== null ? { fields: item as ItemFields } : {};
  } catch (error) {
    return { trouble: String(error) };
  }
}

/** What the domain says can exist and be said. */
export async function loadVocabulary(root: string): Promise<Vocabulary> {
  const read = async (name: keyof Vocabulary): Promise<object> =>
    ((await load(root, `src/domain/${name}.ts`))[name] ?? {}) as object;
  const [kinds, facts, relations, objectives, signals] = await Promise.all([
    read('kinds'),
    read('facts'),
    read('relations'),
    read('objectives'),
    read('signals'),
  ]);
  return { kinds, facts, relations, objectives, signals } as Vocabulary;
}
