/** The names that a Terraform file gives values to, as definitions for the resolver of Terraform names. */
import { type Definition, type Term, unknownTerm } from '../../../kit/define-extractor.ts';
import { attributeOf, type TerraformBlock, type TerraformFile } from '../../../read/terraform.ts';
import { addressOf } from './stack-file.ts';

/** Deepest nesting of blocks whose arguments get names. */
const depthLimit = 6;

const argumentsOf = (prefix: string, block: TerraformBlock, holder: string, depth = 0): readonly Definition[] => [
  ...block.attributes.map(({ name, term, line }) => ({
    namespace: 'terraform',
    name: `${prefix}.${name}`,
    value: term,
    line,
    holder,
  })),
  ...(depth >= depthLimit
    ? []
    : block.blocks.flatMap((inner) => argumentsOf(`${prefix}.${inner.type}`, inner, holder, depth + 1))),
];

/** A module call: its source for finding the folder, and every input. */
const moduleNames = (block: TerraformBlock, holder: string): readonly Definition[] => {
  const [name = ''] = block.labels;
  return block.attributes.map(({ name: input, term, line }) => ({
    namespace: input === 'source' ? 'terraform-module' : 'terraform',
    name: `module.${name}.${input}`,
    value: term,
    line,
    holder,
  }));
};

const declared = (block: TerraformBlock, holder: string): readonly Definition[] => {
  const { type, labels, line } = block;
  const [label = ''] = labels;
  const define = (name: string, value: Term, at = line): Definition => ({
    namespace: 'terraform',
    name,
    value,
    line: at,
    holder,
  });
  switch (type) {
    case 'variable': {
      const given = attributeOf(block, 'default');
      return [
        given
          ? define(`var.${label}`, given.term, given.line)
          : define(`var.${label}`, unknownTerm(`variable ${label} has no default`, line)),
      ];
    }
    case 'locals':
      return block.attributes.map(({ name, term, line: at }) => define(`local.${name}`, term, at));
    case 'output': {
      const value = attributeOf(block, 'value');
      return value ? [define(`output.${label}`, value.term, value.line)] : [];
    }
    case 'module':
      return moduleNames(block, holder);
    case 'resource':
    case 'data': {
      const address = addressOf(block);
      return [
        define(address, unknownTerm(`${address} as a whole is known only after apply`, line)),
        ...argumentsOf(address, block, holder),
      ];
    }
    default:
      return [];
  }
};

/** Every name of a `.tf` file. `holder` is the folder, which is the module. */
export const declareNames = (file: TerraformFile, holder: string): readonly Definition[] =>
  file.blocks.flatMap((block) => declared(block, holder));

/** The values that a tfvars file gives to variables. */
export const declareVariables = (file: TerraformFile, holder: string): readonly Definition[] =>
  file.attributes.map(({ name, term, line }) => ({
    namespace: 'terraform',
    name: `var.${name}`,
    value: term,
    line,
    holder,
  }));
