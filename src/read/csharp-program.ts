/** Reads a C# file as a program: its namespaces, usings, classes, methods, names and calls as terms. */
import type { Program } from '../domain/program.ts';
import { readCsharpTerm } from './csharp/expressions.ts';
import { readCsharpStatement } from './csharp/statements.ts';
import { ProgramBuilder, type ProgramOptions } from './program-builder.ts';
import type { SyntaxTree } from './syntax-tree.ts';
import { bindDeclaredFields, bodyPlace, type TypedReading } from './typed-reading.ts';

/** Gives the program of a tree that the `csharp` grammar parsed. Lines that could not be parsed are among its gaps. */
export const readCsharpProgram = (tree: SyntaxTree, options: ProgramOptions = {}): Program => {
  const builder = new ProgramBuilder('csharp', options);
  const reading: TypedReading = {
    builder,
    fields: [],
    term: (node, place) => readCsharpTerm(reading, node, place),
    statement: (node, place) => readCsharpStatement(reading, node, place),
  };
  readCsharpStatement(reading, tree.root, bodyPlace(builder.openScope('module', -1), undefined));
  bindDeclaredFields(reading);
  return builder.finish(tree);
};
