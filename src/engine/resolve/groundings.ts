/** Groundings: stores whose content code puts into a prompt, so that answers are drawn from them. */
import type { Evidence } from '../../domain/evidence.ts';
import { evidenceOf } from './drafts.ts';
import type { CodeContext, MadeAssets } from './made-assets.ts';
import type { Occurrence } from './occurrences.ts';
import type { Value } from './value.ts';

const prompts: ReadonlySet<string> = new Set(['prompt', 'system-prompt']);
const stores: ReadonlySet<string> = new Set(['vector-store', 'data-store', 'bucket', 'dataset']);

/** States `grounded-on` for everything that is read from a store and reaches a prompt. */
export const stateGroundings = (
  { drafts, evaluator }: CodeContext,
  made: MadeAssets,
  occurrences: readonly Occurrence[],
): void => {
  for (const each of occurrences) {
    const { sink } = each.meaning;
    if (!sink || !prompts.has(sink.kind)) continue;
    const value = evaluator.pick(sink.value, each.site, each.receiver);
    if (!value) continue;
    const read: Extract<Value, { v: 'object' | 'symbol' }>[] = [];
    evaluator.ingredients(value, (part) => {
      if ((part.v === 'object' || part.v === 'symbol') && part.libraries.yields(part.path)) read.push(part);
    });
    for (const part of read)
      for (const store of made.of(part, undefined)) {
        if (!stores.has(drafts.kind(store))) continue;
        const at: Evidence = { ...made.place(each), how: 'inferred', confidence: 0.85 };
        const evidence = evidenceOf(part.trail, at);
        for (const owner of made.enclosing(each))
          if (!drafts.relate('grounded-on', owner, store, evidence))
            drafts.relate('grounded-on', made.holder(each.site.file.path), store, evidence);
      }
  }
};
