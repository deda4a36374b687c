/** The catalog as the engine runs it: every shelf’s items, handed in by whoever composes the program. */
import type { Connector } from '../kit/define-connector.ts';
import type { Correlation } from '../kit/define-correlation.ts';
import type { Derivation } from '../kit/define-derivation.ts';
import type { Detector } from '../kit/define-detector.ts';
import type { Extractor } from '../kit/define-extractor.ts';
import type { Framework } from '../kit/define-framework.ts';
import type { Library } from '../kit/define-library.ts';
import type { Remediation } from '../kit/define-remediation.ts';
import type { Resolver } from '../kit/define-resolver.ts';

export interface Catalog {
  readonly connectors: readonly Connector[];
  readonly extractors: readonly Extractor[];
  readonly libraries: readonly Library[];
  readonly resolvers: readonly Resolver[];
  readonly derivations: readonly Derivation[];
  readonly detectors: readonly Detector[];
  readonly correlations: readonly Correlation[];
  readonly frameworks: readonly Framework[];
  readonly remediations: readonly Remediation[];
}

/** What *judge* needs of it. */
export type JudgingCatalog = Pick<
  Catalog,
  'derivations' | 'detectors' | 'correlations' | 'frameworks' | 'remediations'
>;
