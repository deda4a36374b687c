/** Finds the values of keys of `application.properties` and `application.yml`, as code at a path would see them. */
import { defineResolver, type PlacedDefinition } from '../../../kit/define-resolver.ts';
import { isWithin } from '../../../read/source-path.ts';

/** The definitions of the nearest folder around a path. */
const nearestTo = (path: string, all: readonly PlacedDefinition[]): readonly PlacedDefinition[] => {
  const folderOfHolder = ({ holder }: PlacedDefinition): string => (holder ?? '').replace(/^folder:/, '');
  const around = all.filter((each) => isWithin(folderOfHolder(each), path));
  const longest = Math.max(0, ...around.map((each) => folderOfHolder(each).length));
  return around.filter((each) => folderOfHolder(each).length === longest);
};

export default defineResolver({
  id: 'java-properties',
  title: 'Settings of Spring and Quarkus applications',
  names: {
    namespace: 'java-properties',
    resolve(name, fromPath, world) {
      const wanted = name;
      const found = nearestTo(fromPath, world.definitions('java-properties', wanted));
      if (found.length === 0) return { unknown: `the setting ${name} stands in no file of settings` };
      return {
        candidates: found.map(({ value, path, line }) => ({ term: value, path, line, note: `setting ${name}` })),
      };
    },
  },
});
