/** One look at a tree: the report, and the estate behind it that changes can be laid over. */
import type { Report } from '../../domain/report.ts';
import type { JudgingCatalog } from '../../engine/catalog.ts';
import type { Judgement } from '../../engine/judge.ts';

export interface Look {
  readonly report: Report;
  readonly judgement: Judgement;
  /** The catalog that was asked, with what the configuration chose. */
  readonly catalog: JudgingCatalog;
}

/** Looks at the tree anew. `previous` keeps the ids of assets that an earlier look knew. */
export type TakeLook = (previous?: NonNullable<Judgement['merged']>['known']) => Promise<Look>;
