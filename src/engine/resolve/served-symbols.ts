/** Served symbols: what a configuration names by file and symbol, and code makes under another name, is one thing. */
import type { CodeContext, MadeAssets } from './made-assets.ts';
import type { Observed } from './observed.ts';
import type { ReadFile } from './read-extraction.ts';
import type { Value } from './value.ts';
import { alternatives } from './value.ts';

/** Recognises `src/agent.py#graph` as the agent that the module exports under `graph`, or that the function of this name gives. */
export const joinServedSymbols = (
  { drafts, evaluator }: CodeContext,
  made: MadeAssets,
  observed: Observed,
  files: readonly ReadFile[],
): void => {
  const given = (value: Value): readonly Value[] =>
    value.v === 'function'
      ? value.file.program.functions[value.index]!.returns.map((term) =>
          evaluator.evaluate(term, { path: value.file.path, file: value.file, frame: undefined }),
        )
      : [value];
  for (const { path, extraction } of files)
    for (const { key, kind, identifiers } of extraction.assets)
      for (const { scheme, value } of identifiers) {
        const [, place, symbol] =
          (scheme === 'symbol' && typeof value === 'string' && /^(.+)#([\w$]+)$/.exec(value)) || [];
        const file = place === undefined ? undefined : evaluator.world.programAt(place);
        if (!file || symbol === undefined) continue;
        const found = alternatives(evaluator.exported(file, symbol)).flatMap(given);
        const own = new Set(
          found.flatMap((each) => made.of(each, undefined)).filter((each) => drafts.kind(each) === kind),
        );
        const [only] = own;
        if (only !== undefined && own.size === 1)
          for (const asset of observed.keyed(path, key)) drafts.recognise(asset, only);
      }
};
