/** Reads a Java file as a program: its package, imports, classes, methods, names and calls as terms, with fluent builders as one call. */
import type { Program } from '../domain/program.ts';
import { readJavaTerm } from './java/expressions.ts';
import { readJavaStatement } from './java/statements.ts';
import { ProgramBuilder, type ProgramOptions } from './program-builder.ts';
import type { SyntaxTree } from './syntax-tree.ts';
import { bindDeclaredFields, bodyPlace, type TypedReading } from './typed-reading.ts';

/** Gives the program of a tree that the `java` grammar parsed. Lines that could not be parsed are among its gaps. */
export const readJavaProgram = (tree: SyntaxTree, options: ProgramOptions = {}): Program => {
  const builder = new ProgramBuilder('java', options);
  const reading: TypedReading = {
    builder,
    fields: [],
    term: (node, place) => readJavaTerm(reading, node, place),
    statement: (node, place) => readJavaStatement(reading, node, place),
  };
  readJavaStatement(reading, tree.root, bodyPlace(builder.openScope('module', -1), undefined));
  bindDeclaredFields(reading);
  return builder.finish(tree);
};
