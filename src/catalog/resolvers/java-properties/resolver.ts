/** Finds the values of keys of `application.properties` and `application.yml`, as code at a path would see them. */
import { defineResolver } from '../../../kit/define-resolver.ts';
import { nearestDefinitions } from '../../../kit/nearest-definitions.ts';

export default defineResolver({
  id: 'java-properties',
  title: 'Settings of Spring and Quarkus applications',
  names: {
    namespace: 'java-properties',
    resolve(name, fromPath, world) {
      const found = nearestDefinitions(fromPath, world.definitions('java-properties', name));
      if (found.length === 0) return { unknown: `the setting ${name} stands in no file of settings` };
      return {
        candidates: found.map(({ value, path, line }) => ({ term: value, path, line, note: `setting ${name}` })),
      };
    },
  },
});
