/** A small report for the store’s tests: one model that is not pinned, one watch that rests on it. */
import { type Report, reportSchema } from '../domain/report.ts';

const place = { path: 'src/app.py', line: 3 } as const;

const finding = {
  id: 'finding-1',
  detector: 'model-unpinned',
  objective: 'model-pinned',
  category: 'model-integrity',
  severity: 'medium',
  outcome: 'fail',
  asset: 'model-1',
  systems: [],
  message: 'Model acme/rank can be moved.',
  evidence: [place],
  remedy: 'Name a commit.',
  references: [],
} as const;

const forecast = {
  id: 'forecast-1',
  level: 'watch',
  correlation: 'moved-model-runs-code',
  references: [],
  systems: [],
  score: 40,
  factors: [],
  sentence: 'Whoever controls acme/rank can run code here.',
  conditions: [{ id: 'unpinned', state: 'true', says: 'acme/rank is not pinned', evidence: [place] }],
  hops: [],
  findings: ['finding-1'],
} as const;

const tally = { objective: 'model-pinned', pass: 0, fail: 1, unknown: 0, notApplicable: 0 } as const;

/** The report with some of its parts replaced. */
export const makeReport = (parts: Partial<Record<keyof Report, unknown>> = {}): Report =>
  reportSchema.parse({
    schemaVersion: '1.0',
    tool: { name: 'isobar', version: '0.1.0' },
    target: { path: 'app', source: 'local:app' },
    startedAt: '2026-01-02T03:04:05.000Z',
    systems: [],
    assets: [
      {
        ...{ id: 'model-1', kind: 'model', layer: 'model', name: 'acme/rank', systems: [], facts: {} },
        seen: [{ path: 'src/model.py', line: 1, how: 'declared', confidence: 0.9 }],
      },
    ],
    relations: [],
    findings: [finding],
    forecasts: [forecast],
    coverage: {
      files: { seen: 1, read: 1, understood: 1, skipped: 0, bytes: 10 },
      detectors: [{ detector: 'model-unpinned', ...tally }],
      frameworks: [],
    },
    notSeen: [],
    ...parts,
  });

/** The same estate with the model pinned: nothing is wrong any more. */
export const makeMended = (parts: Partial<Record<keyof Report, unknown>> = {}): Report =>
  makeReport({ findings: [], forecasts: [], ...parts });

export { finding as sampleFinding, forecast as sampleForecast };
