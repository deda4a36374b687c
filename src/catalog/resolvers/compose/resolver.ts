/** Finds the values of variables that a Compose file names: in the `.env` file beside it, else the default that it gives itself. */
import { type Candidate, defineResolver, type PlacedDefinition } from '../../../kit/define-resolver.ts';
import { parseComposeText, parseComposeVariable } from '../../../read/compose-interpolation.ts';
import { baseNameOf, folderOf } from '../../../read/source-path.ts';

export default defineResolver({
  id: 'compose',
  title: 'Variables of Compose files',
  names: {
    namespace: 'compose',
    resolve(written, fromPath, world) {
      const variable = parseComposeVariable(written);
      if (variable === undefined) return { unknown: `\${${written}} is no variable that Compose understands` };
      const { name, operator = '', word = '' } = variable;
      const folder = folderOf(fromPath);
      const held = (holder: string): readonly PlacedDefinition[] =>
        world.heldBy('environment', holder).filter((each) => each.name === name && folderOf(each.path) === folder);

      // Compose reads `.env` by itself; `.env.production` and its like only when told on the command line.
      const all = held(`folder:${folder}`);
      const beside = all.filter(({ path }) => baseNameOf(path) === '.env');
      const isEmpty = ({ value }: PlacedDefinition) => value.t === 'literal' && value.value === '';
      const set = beside.filter((each) => !operator.startsWith(':') || !isEmpty(each));
      const fallback = (note: string, how: 'default' | 'declared'): Candidate => ({
        term: parseComposeText(word, 0),
        path: fromPath,
        line: 0,
        note,
        how,
      });
      if (operator.endsWith('+'))
        return { candidates: [fallback(`replacement of ${name} in ${baseNameOf(fromPath)}`, 'declared')] };
      if (set.length > 0) {
        const last = set.at(-1)!;
        return {
          candidates: [
            { term: last.value, path: last.path, line: last.line, note: `variable ${name} in ${last.path}` },
          ],
        };
      }
      if (operator.endsWith('-'))
        return { candidates: [fallback(`default of ${name} in ${baseNameOf(fromPath)}`, 'default')] };

      const others = [...all.filter((each) => !beside.includes(each)), ...held(`example:${folder}`)];
      if (others.length > 0) {
        const candidates = others.map(({ value, path, line }) => ({
          term: value,
          path,
          line,
          note: `variable ${name} in ${baseNameOf(path)}`,
          how: 'inferred' as const,
          confidence: 0.5,
        }));
        return { candidates };
      }
      return {
        unknown: `variable ${name} of ${fromPath} has no default and no .env file beside it sets it; the shell that starts Compose gives it`,
      };
    },
  },
});
