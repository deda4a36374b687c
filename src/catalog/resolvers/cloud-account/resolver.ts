/** Finds the settings of a whole cloud account that other files of the source tell. */
import { defineResolver, literal } from '../../../kit/define-resolver.ts';

export default defineResolver({
  id: 'cloud-account',
  title: 'Settings of cloud accounts',
  names: {
    namespace: 'cloud-account',
    resolve(name, fromPath, world) {
      const told = world.definitions('cloud-account', name);
      if (told.length > 0)
        return {
          candidates: told.map(({ value, path, line }) => ({
            term: value,
            path,
            line,
            note: `setting ${name} of the account`,
            how: 'observed',
          })),
        };
      // A setting of the account is off until somebody switches it on.
      const note = `nothing that was saved tells the setting ${name} of the account`;
      return {
        candidates: [{ term: literal(false), path: fromPath, line: 0, note, how: 'observed', confidence: 0.95 }],
      };
    },
  },
});
