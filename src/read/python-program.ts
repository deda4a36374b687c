/** Reads a Python file as a program: imports, scopes, names, functions, classes and calls as terms. */
import type { Program } from '../domain/program.ts';
import { ProgramBuilder, type ProgramOptions } from './program-builder.ts';
import { readClass, readFunction, readLambda } from './python/definitions.ts';
import { readTerm } from './python/expressions.ts';
import type { PythonReading } from './python/reading.ts';
import { readStatement } from './python/statements.ts';
import { bindTarget } from './python/targets.ts';
import type { SyntaxTree } from './syntax-tree.ts';

/** Gives the program of a tree that the `python` grammar parsed. Lines that could not be parsed are among its gaps. */
export const readPythonProgram = (tree: SyntaxTree, options: ProgramOptions = {}): Program => {
  const builder = new ProgramBuilder('python', options);
  const reading: PythonReading = {
    builder,
    term: (node, place) => readTerm(reading, node, place),
    statement: (node, place) => readStatement(reading, node, place),
    bindTarget: (target, term, place) => bindTarget(reading, target, term, place),
    functionDefinition: (node, decorators, place) => readFunction(reading, node, decorators, place),
    classDefinition: (node, decorators, place) => readClass(reading, node, decorators, place),
    lambda: (node, place, name) => readLambda(reading, node, place, name),
  };
  const scope = builder.openScope('module', -1);
  readStatement(reading, tree.root, { scope, conditional: false, typeOnly: false, returns: undefined });
  return builder.finish(tree);
};
