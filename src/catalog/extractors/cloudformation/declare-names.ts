/** The names that a template gives values to, as definitions for the resolver of CloudFormation names. */
import { type Definition, literal, type Term, unknownTerm } from '../../../kit/define-extractor.ts';
import { allAt, literalText } from '../../../kit/template-paths.ts';
import type { CloudFormationTemplate } from '../../../read/cloudformation.ts';
import { folderOf, joinPath } from '../../../read/source-path.ts';

/** Every name of a template; `holder` is its path, because a template is a world of its own. */
export const declareNames = (template: CloudFormationTemplate, path: string): readonly Definition[] => {
  const define = (name: string, value: Term, line: number, holder = path): Definition => ({
    namespace: 'cloudformation',
    name,
    value,
    line,
    holder,
  });
  const resources = template.resources.flatMap((resource): readonly Definition[] => {
    const { address, type, properties, line } = resource;
    const child = type === 'AWS::CloudFormation::Stack' ? literalText(allAt(properties, 'TemplateURL')[0]) : undefined;
    const target = child === undefined || /^\w+:/.test(child) ? undefined : joinPath(folderOf(path), child);
    const [given] = allAt(properties, 'Parameters');
    return [
      define(address, unknownTerm(`${address} is known only when the stack is made`, line), line),
      define(`${address}#type`, literal(type), line),
      ...(properties.t === 'map' ? properties.entries : []).flatMap(([key, value]) => {
        const name = literalText(key);
        const isText =
          value.t === 'literal' || value.t === 'template' || value.t === 'reference' || value.t === 'either';
        return name !== undefined && isText ? [define(`${address}#${name}`, value, value.at || line)] : [];
      }),
      ...(target === undefined ? [] : [define(`${address}#child`, literal(target), line)]),
      // A parent gives its child the values of parameters; they are written in the names of the parent.
      ...(target === undefined || given?.t !== 'map' ? [] : given.entries).flatMap(([key, value]) => {
        const name = literalText(key);
        return name === undefined || target === undefined
          ? []
          : [define(`parameter ${name}`, value, value.at || line, target)];
      }),
    ];
  });
  return [
    ...template.parameters.map(({ name, value, line }) => define(name, value, line)),
    ...resources,
    ...template.outputs.map(({ name, value, line }) => define(`output ${name}`, value, line)),
    ...template.exports.flatMap(({ name, value, line }) => {
      const text = literalText(name);
      return text === undefined ? [] : [define(`import ${text}`, value, line)];
    }),
  ];
};
