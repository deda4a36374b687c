/** Reads a JavaScript or TypeScript file, with or without JSX, as a program: imports, scopes, names, functions, classes and calls as terms. */
import type { Program } from '../domain/program.ts';
import { readClass } from './javascript/classes.ts';
import { readFunction } from './javascript/definitions.ts';
import { runtimeGlobals } from './javascript/environment.ts';
import { readTerm } from './javascript/expressions.ts';
import { readMarkup } from './javascript/markup.ts';
import { bindRequired } from './javascript/modules.ts';
import type { JavaScriptReading } from './javascript/reading.ts';
import { repairAssertions } from './javascript/repair-assertions.ts';
import { readStatement } from './javascript/statements.ts';
import { bindTarget } from './javascript/targets.ts';
import { ProgramBuilder, type ProgramOptions } from './program-builder.ts';
import type { SyntaxTree } from './syntax-tree.ts';

export interface JavaScriptOptions extends ProgramOptions {
  readonly language: 'javascript' | 'typescript';
}

/** Gives the program of a tree that the `javascript`, `typescript` or `tsx` grammar parsed. Lines that could not be parsed are among its gaps. */
export const readJavaScriptProgram = (tree: SyntaxTree, options: JavaScriptOptions): Program => {
  const builder = new ProgramBuilder(options.language, options);
  const reading: JavaScriptReading = {
    builder,
    term: (node, place) => readTerm(reading, node, place),
    statement: (node, place, documentation) => readStatement(reading, node, place, documentation),
    bindTarget: (target, term, place) => bindTarget(reading, target, term, place),
    functionTerm: (node, place, hints) => readFunction(reading, node, place, hints),
    classTerm: (node, place, hints) => readClass(reading, node, place, hints),
    markup: (node, place) => readMarkup(reading, node, place),
    importedTarget: (target, value, place) => bindRequired(reading, target, value, place),
  };
  if (options.language === 'typescript') repairAssertions(tree);
  const scope = builder.openScope('module', -1);
  for (const name of runtimeGlobals) builder.setPath(scope, name, name);
  readStatement(reading, tree.root, { scope, conditional: false, typeOnly: false, returns: undefined });
  return builder.finish(tree);
};
