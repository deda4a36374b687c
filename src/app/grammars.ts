/** The WebAssembly files of the source grammars, from the installed packages beside the program. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createGrammars, type Grammars } from '../read/grammar.ts';

/** Makes the parsers of this thread; each file is read when a grammar is first asked for. */
export const createParsers = (): Grammars => {
  const { resolve } = createRequire(import.meta.url);
  return createGrammars((file) => readFile(resolve(file)));
};
