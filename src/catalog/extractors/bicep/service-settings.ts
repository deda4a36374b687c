/** Settings that a Bicep file gives to a service of the Azure Developer CLI through a module, as its environment. */
import type { Definition, Term } from '../../../kit/define-extractor.ts';
import { allAt, literalText } from '../../../kit/template-paths.ts';
import type { BicepFile } from '../../../read/bicep.ts';
import { baseNameOf, folderOf } from '../../../read/source-path.ts';

const settingNames = ['appSettings', 'environmentVariables', 'env', 'settings', 'configs'];

/** The maps in a value: alone, or several put together. */
const mapsIn = (term: Term | undefined, depth = 0): readonly Extract<Term, { t: 'map' }>[] => {
  if (term === undefined || depth > 6) return [];
  if (term.t === 'map') return [term];
  return term.t === 'operation' || term.t === 'either' ? term.of.flatMap((each) => mapsIn(each, depth + 1)) : [];
};

const entryNamed = (map: Term, key: string): Term | undefined =>
  map.t === 'map' ? map.entries.findLast(([name]) => literalText(name) === key)?.[1] : undefined;

/** The services that the tags name; both of a condition. */
const servicesOf = (tags: Term | undefined): readonly string[] =>
  mapsIn(tags).flatMap((map) => allAt(map, 'azd-service-name').flatMap((term) => literalText(term) ?? []));

/** The folder of `azure.yaml`: the one above `infra`. */
const rootOf = (path: string): string => {
  const folder = folderOf(path);
  return baseNameOf(folder) === 'infra' ? folderOf(folder) : folder;
};

/** Name and value of each setting: a map, or a list of maps with both. */
const settingsIn = (given: Term | undefined): readonly (readonly [string, Term, number])[] =>
  given?.t === 'list'
    ? given.items.flatMap((item) => {
        const [name, value] = [literalText(entryNamed(item, 'name')), entryNamed(item, 'value')];
        return name === undefined || value === undefined ? [] : [[name, value, value.at ?? 0] as const];
      })
    : mapsIn(given).flatMap((map) =>
        map.entries.flatMap(([key, value]) => {
          const name = literalText(key);
          return name === undefined ? [] : [[name, value, value.at ?? 0] as const];
        }),
      );

/** The environment of each service that a module call of the file names in its tags. */
export const serviceSettings = (file: BicepFile, path: string): readonly Definition[] =>
  file.modules.flatMap(({ parameters: given, line }) =>
    servicesOf(entryNamed(given, 'tags')).flatMap((service) =>
      settingNames.flatMap((key) =>
        settingsIn(entryNamed(given, key)).map(([name, value, at]) => ({
          namespace: 'environment',
          name,
          value,
          line: at || line,
          holder: `azd:${rootOf(path)}:${service}`,
        })),
      ),
    ),
  );
