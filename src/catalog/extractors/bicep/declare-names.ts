/** The names that a Bicep file gives values to, as definitions for the resolver of Bicep names. */
import { type Definition, literal, type Term, unknownTerm } from '../../../kit/define-extractor.ts';
import { allAt, literalText } from '../../../kit/template-paths.ts';
import type { BicepFile } from '../../../read/bicep.ts';
import { folderOf, joinPath } from '../../../read/source-path.ts';

/** The file that a module is, when it stands in the same source. */
export const moduleFile = (source: string, path: string): string | undefined =>
  /^\w+:|^\w+\/\w+:/.test(source) ? undefined : joinPath(folderOf(path), source);

/** Every name of a file; `holder` is its path, because a file is a world of its own. */
export const declareNames = (file: BicepFile, path: string): readonly Definition[] => {
  const define = (name: string, value: Term, line: number, holder = path): Definition => ({
    namespace: 'bicep',
    name,
    value,
    line,
    holder,
  });
  return [
    ...file.parameters.map(({ name, value, line }) => define(name, value, line)),
    ...file.variables.map(({ name, value, line }) => define(name, value, line)),
    ...file.resources.flatMap(({ symbol, type, properties, line }) => [
      define(symbol, unknownTerm(`${symbol} is known only when the template is deployed`, line), line),
      define(`${symbol}#type`, literal(type), line),
      ...allAt(properties, 'name').map((name) => define(`${symbol}#name`, name, name.at || line)),
    ]),
    ...file.modules.flatMap(({ symbol, source, parameters, line }) => {
      const target = moduleFile(source, path);
      const passed = target === undefined || parameters.t !== 'map' ? [] : parameters.entries;
      return [
        define(`module ${symbol}`, literal(target ?? null), line),
        // A file gives a module the values of its parameters; they are written in the names of the file.
        ...passed.flatMap(([key, value]) => {
          const name = literalText(key);
          return name === undefined ? [] : [define(`parameter ${name}`, value, value.at || line, target)];
        }),
      ];
    }),
    ...file.outputs.map(({ name, value, line }) => define(`output ${name}`, value, line)),
  ];
};
