/** Correlate: which combinations of conditions stand in the estate, as warnings and watches. */
import type { Finding } from '../domain/finding.ts';
import type { ConditionState, Factor, Forecast, Hop } from '../domain/forecast.ts';
import { match } from '../graph/matcher.ts';
import type { Answers } from '../graph/pattern.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import { placesOnce } from '../kit/ask-detector.ts';
import { fillNames } from '../kit/asset-view.ts';
import type { Correlation } from '../kit/define-correlation.ts';
import { stableId } from '../kit/stable-id.ts';
import { type Weighed, type WeighedMatch, weighMatch } from '../kit/weigh-correlation.ts';
import { withoutEchoes } from './drop-echoes.ts';
import { impactOf, likelihoodOf, noisyOr, productOf, scoreOf } from './score.ts';
import { foldKeyOf, joinReasons, watchSentence } from './tell-watch.ts';

export interface Estate {
  readonly snapshot: Snapshot;
  readonly answers: Answers;
  readonly findings: ReadonlyMap<string, Finding>;
  /** Ids of the systems of an asset. */
  systemsOf(asset: number): readonly string[];
}

/** One way in which a forecast can come true. */
interface Way {
  readonly weighed: WeighedMatch;
  readonly factors: readonly Factor[];
  readonly likelihood: number;
  /** Decides between equally likely ways, the same in every scan. */
  readonly order: string;
}

function stateOf(weighed: Weighed, says: string): ConditionState {
  const { condition, state, verdict } = weighed;
  const unsure =
    verdict.truth === 'true' ? `only surmised, with a confidence of ${Math.round(verdict.confidence * 100)} %` : '';
  return {
    id: condition.id,
    state,
    says,
    evidence: placesOnce(verdict.evidence),
    confidence: verdict.confidence,
    findings: verdict.findings,
    ...(state === 'unknown'
      ? { missing: joinReasons(verdict.missing) || unsure || 'what it takes was not observed' }
      : {}),
    ...(state === 'false' && condition.flips !== undefined ? { flip: condition.flips } : {}),
  };
}

/** The path as it is drawn: the chains of the pattern’s edges, then the steps to each witness; every step once. */
function hopsOf({ match, conditions }: WeighedMatch, snapshot: Snapshot): Hop[] {
  const steps = new Set([...match.chains.flat(), ...conditions.flatMap(({ verdict }) => verdict.steps)]);
  return [...steps].map((relation) => ({
    from: snapshot.id(snapshot.from(relation)),
    relation: snapshot.relationKind(relation),
    to: snapshot.id(snapshot.to(relation)),
    evidence: snapshot.relationEvidence(relation),
    confidence: snapshot.relationConfidence(relation),
  }));
}

function forecastOf(correlation: Correlation, id: string, ways: readonly Way[], estate: Estate): Forecast {
  const { snapshot } = estate;
  const [likeliest] = ways as [Way];
  const { match, conditions, level, lacking } = likeliest.weighed;
  const witnesses = conditions.map(({ verdict }) => verdict.witness);
  const bound: Record<string, number> = Object.assign({}, ...witnesses, match.bound);
  const states = conditions.map((weighed) => stateOf(weighed, fillNames(weighed.condition.says, bound, snapshot)));
  const together = noisyOr(ways.map(({ likelihood }) => likelihood));
  const factors: Factor[] = [...likeliest.factors];
  if (ways.length > 1 && likeliest.likelihood > 0) {
    const value = Math.round((together / likeliest.likelihood) * 1000) / 1000;
    factors.push({ name: 'ways', side: 'likelihood', value, why: `${ways.length} ways lead there, and one is enough` });
  }
  factors.push(...impactOf(correlation, match, snapshot, estate.answers));
  const identifying = (correlation.identify ?? Object.keys(correlation.variables)).map((name) => match.bound[name]!);
  const systems = new Set(identifying.flatMap((asset) => estate.systemsOf(asset)));
  const lack = states.find(({ id }) => id === lacking?.condition.id);
  const own = identifying.map((asset) => snapshot.name(asset));
  return {
    id,
    level: level === 'watch' ? 'watch' : 'warning',
    correlation: correlation.id,
    references: correlation.references,
    systems: [...systems].sort(),
    score: scoreOf(factors),
    factors,
    sentence: lack ? watchSentence(correlation.title, lack, states) : fillNames(correlation.sentence, bound, snapshot),
    conditions: states,
    hops: hopsOf(likeliest.weighed, snapshot),
    findings: [
      ...new Set(ways.flatMap(({ weighed }) => weighed.conditions.flatMap(({ verdict }) => verdict.findings))),
    ].sort(),
    ...(lack
      ? {
          missing: lack.missing ?? lack.flip ?? lack.says,
          foldKey: foldKeyOf(correlation.id, lack, lacking?.verdict.missing ?? [], own),
        }
      : {}),
  };
}

/** Calls back with every match that is a warning or a watch, and the id of the forecast that it is a way of. */
function eachWay(
  correlation: Correlation,
  { snapshot, answers }: Pick<Estate, 'snapshot' | 'answers'>,
  tell: (id: string, weighed: WeighedMatch) => void,
): void {
  const { variables, edges, identify = Object.keys(variables) } = correlation;
  for (const found of match(snapshot, { variables, edges })) {
    const weighed = weighMatch(correlation, found, snapshot, answers);
    if (weighed.level === 'quiet') continue;
    tell(stableId('forecast', correlation.id, ...identify.map((name) => snapshot.id(found.bound[name]!))), weighed);
  }
}

function waysOf(correlation: Correlation, estate: Estate): Map<string, Way[]> {
  const { snapshot, findings } = estate;
  const names = Object.keys(correlation.variables);
  const ways = new Map<string, Way[]>();
  eachWay(correlation, estate, (id, weighed) => {
    const factors = likelihoodOf(correlation, weighed, snapshot, findings);
    const order = names.map((name) => snapshot.id(weighed.match.bound[name]!)).join('\n');
    const way = { weighed, factors, likelihood: productOf(factors, 'likelihood'), order };
    const list = ways.get(id);
    if (list) list.push(way);
    else ways.set(id, [way]);
  });
  return ways;
}

/** Only the level of each warning and watch, by forecast id: all that an overlay is asked for. */
export function levelsOf(
  correlations: readonly Correlation[],
  estate: Pick<Estate, 'snapshot' | 'answers'>,
): Map<string, 'warning' | 'watch'> {
  const levels = new Map<string, 'warning' | 'watch'>();
  for (const correlation of correlations)
    eachWay(correlation, estate, (id, { level }) => {
      if (level === 'warning' || !levels.has(id)) levels.set(id, level === 'warning' ? 'warning' : 'watch');
    });
  return levels;
}

/** Gravest first: warnings before watches before advisories, then by score, then by id. */
export function compareForecasts(a: Forecast, b: Forecast): number {
  const order = ['warning', 'watch', 'advisory'];
  return order.indexOf(a.level) - order.indexOf(b.level) || b.score - a.score || (a.id < b.id ? -1 : 1);
}

/** Warnings and watches. Matches that bind the identifying variables alike are ways of one forecast; a warning beats its watches. */
export function correlate(correlations: readonly Correlation[], estate: Estate): Forecast[] {
  return correlations
    .flatMap((correlation) => {
      const { identify = Object.keys(correlation.variables) } = correlation;
      const told = [...waysOf(correlation, estate)].map(([id, all]) => {
        const warnings = all.filter(({ weighed }) => weighed.level === 'warning');
        const ways = (warnings.length > 0 ? warnings : all).toSorted(
          (a, b) => b.likelihood - a.likelihood || (a.order < b.order ? -1 : 1),
        );
        const { bound } = ways[0]!.weighed.match;
        return { forecast: forecastOf(correlation, id, ways, estate), about: identify.map((name) => bound[name]!) };
      });
      return withoutEchoes(told, estate.snapshot).map(({ forecast }) => forecast);
    })
    .sort(compareForecasts);
}
