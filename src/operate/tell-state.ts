/** The state of a finding or forecast: a digest of what it says, without what moves by itself such as lines and scores. */
import { createHash } from 'node:crypto';
import type { Report } from '../domain/report.ts';

type Finding = Report['findings'][number];
type Forecast = Report['forecasts'][number];

const digest = (parts: unknown): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12);

/** Changes when the finding becomes more or less grave, says something else, or rests on other files. */
export const stateOfFinding = ({ severity, message, evidence }: Finding): string =>
  digest([severity, message, [...new Set(evidence.map(({ path }) => path))].sort()]);

/** Changes when the forecast rises or falls, a condition turns, or its path is another. */
export const stateOfForecast = ({ level, conditions, hops, findings }: Forecast): string =>
  digest([
    level,
    conditions.map(({ id, state }) => [id, state]),
    hops.map(({ from, relation, to }) => [from, relation, to]),
    [...findings].sort(),
  ]);
