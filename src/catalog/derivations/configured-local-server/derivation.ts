/** A configuration entry that starts a program of the repository starts the server that this program defines. */
import { defineDerivation, type Snapshot } from '../../../kit/define-derivation.ts';

/** What stands behind the name of the source in an identifier. */
const inSource = (
  snapshot: Snapshot,
  asset: number,
  scheme: 'symbol' | 'mcp-entry',
): readonly [source: string, rest: string] | undefined => {
  const value = snapshot.identifiers(asset).find((each) => each.scheme === scheme)?.value;
  if (value === undefined) return undefined;
  const at = value.indexOf('|');
  return [value.slice(0, Math.max(at, 0)), value.slice(at + 1)];
};

/** Folders in which clients keep their files; programs are named from the folder above. */
const ownFolder = /(?:^|\/)\.[a-z-]+\/.*$/;

/** A path of one’s own as arguments write it, without what clients fill in. */
const plain = (word: string): string =>
  word.replace(/^\$\{?(?:workspaceFolder|CLAUDE_PROJECT_DIR|__dirname)\}?\//, '').replace(/^\.\//, '');

/** `dist/server.js` is built from `src/server.ts`, and `-m notes.server` is `notes/server.py`. */
const sourcesOf = (word: string): readonly string[] => {
  const path = plain(word);
  if (/^[A-Za-z_]\w*(?:\.\w+)+$/.test(path) && !/\.(?:py|[cm]?[jt]s)$/.test(path)) {
    const module = path.replaceAll('.', '/');
    return [`${module}.py`, `src/${module}.py`, `${module}/__main__.py`];
  }
  if (!/\.(?:py|[cm]?[jt]s)$/.test(path) || path.startsWith('/') || path.startsWith('@')) return [];
  const built = /^(.*?)(?:dist|build|out|lib)\/(.*)\.[cm]?js$/.exec(path);
  return built ? [path, `${built[1]}src/${built[2]}.ts`, `${built[1]}${built[2]}.ts`] : [path];
};

export default defineDerivation({
  id: 'configured-local-server',
  title: 'A configuration entry can start a server of the same repository',
  when: {
    variables: {
      tree: 'repository',
      client: 'mcp-client',
      entry: 'mcp-server-configuration',
      server: 'mcp-server-definition',
    },
    edges: [
      { from: 'tree', relation: 'contains', to: 'client', closure: 3 },
      { from: 'client', relation: ['connects', 'contains'], to: 'entry' },
      { from: 'tree', relation: 'contains', to: 'server', closure: 3 },
    ],
  },
  conclude: ({ bound }, snapshot) => {
    const entry = inSource(snapshot, bound.entry!, 'mcp-entry');
    const server = inSource(snapshot, bound.server!, 'symbol');
    if (entry === undefined || server === undefined || entry[0] !== server[0]) return [];
    const configures = (note: string) => [{ relation: 'configures', from: 'entry', to: 'server', note }] as const;
    const [file = '', symbol] = server[1].split('#');
    // A recorded list of tools says by its name whose it is.
    if (symbol === 'server' && file.endsWith('.json'))
      return snapshot.name(bound.entry!).toLowerCase() === snapshot.name(bound.server!).toLowerCase()
        ? configures('the recorded list of tools has the name of the entry')
        : [];
    const args = snapshot.value(bound.entry!, 'arguments');
    if (args === undefined) return [];
    const path = entry[1].split('#')[0]!;
    const folder = ownFolder.test(path)
      ? path.replace(ownFolder, '')
      : path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    const isStarted = args
      .flatMap(sourcesOf)
      .some((source) => file === (folder === '' ? source : `${folder}/${source}`));
    return isStarted ? configures('its arguments name the program that defines the server') : [];
  },
  confidence: 0.9,
});
