/** Reads a Go file as a program: packages, struct types with their methods, functions, names and calls as terms. */
import type { Program } from '../domain/program.ts';
import { readGoTerm } from './go/expressions.ts';
import type { GoReading } from './go/reading.ts';
import { readGoStatement } from './go/statements.ts';
import { ProgramBuilder, type ProgramOptions } from './program-builder.ts';
import type { SyntaxTree } from './syntax-tree.ts';
import { bindDeclaredFields, bodyPlace } from './typed-reading.ts';

/** Gives the program of a tree that the `go` grammar parsed. Lines that could not be parsed are among its gaps. */
export const readGoProgram = (tree: SyntaxTree, options: ProgramOptions = {}): Program => {
  const builder = new ProgramBuilder('go', options);
  const reading: GoReading = {
    builder,
    fields: [],
    types: new Map(),
    receivers: new Map(),
    term: (node, place) => readGoTerm(reading, node, place),
    statement: (node, place) => readGoStatement(reading, node, place),
  };
  readGoStatement(reading, tree.root, bodyPlace(builder.openScope('module', -1), undefined));
  bindDeclaredFields(reading);
  return builder.finish(tree);
};
