/** A small catalog with which tests show what the engine does with any. */
import { defineCorrelation } from '../kit/define-correlation.ts';
import { type Detector, defineDetector } from '../kit/define-detector.ts';
import { defineFramework } from '../kit/define-framework.ts';
import { defineRemediation, type Remediation } from '../kit/define-remediation.ts';
import { exists, fact, failing } from '../kit/tests.ts';
import type { JudgingCatalog } from './catalog.ts';

const unpinned = defineDetector({
  id: 'unpinned',
  title: 'Unpinned',
  about: 'model',
  tests: 'model-pinned',
  category: 'model-integrity',
  severity: 'high',
  passes: fact('it', 'pinned').is(true),
  message: (it) => `${it.name} is not pinned.`,
  why: 'It can change.',
  remedy: 'Pin it.',
  references: ['LLM03:2025'],
}) as unknown as Detector;

const swapped = defineCorrelation({
  id: 'swapped',
  title: 'A swapped model acts',
  references: ['T23'],
  variables: { agent: 'agent', model: 'model' },
  edges: [{ from: 'agent', relation: 'invokes', to: 'model' }],
  identify: ['agent'],
  conditions: [
    {
      id: 'changes',
      says: '{model} can change',
      test: failing('model', 'model-pinned'),
      likelihood: 0.5,
      because: 'test',
    },
    {
      id: 'acts',
      says: '{agent} acts through {tool}',
      test: exists({
        variables: { tool: 'tool' },
        edges: [{ from: 'agent', relation: 'uses-tool', to: 'tool' }],
        where: fact('tool', 'changesState').is(true),
      }),
      flips: 'a tool that changes things is added',
    },
  ],
  sentence: '{model} changes, and {agent} acts through {tool}',
  attempt: { value: 0.8, why: 'test' },
  impact: [
    { name: 'harm', value: 0.5, why: 'some' },
    { name: 'harm', value: 1, why: 'much', test: fact('agent', 'autonomous').is(true) },
  ],
});

const pin = defineRemediation({
  id: 'pin',
  title: 'Pin',
  restores: 'model-pinned',
  on: 'model',
  effort: 1,
  changes: [{ set: 'pinned', value: true }],
  does: (it) => `Pin ${it.name}.`,
  instructions: () => ['Pin it.'],
}) as unknown as Remediation;

const framework = defineFramework({
  id: 'small',
  title: 'Small',
  edition: '1',
  source: 'https://example.org',
  licence: 'none',
  controls: [
    { id: 'A', name: 'Pinned', objectives: ['model-pinned'] },
    { id: 'B', name: 'Patched', objectives: ['dependency-patched'] },
    { id: 'C', name: 'People', manual: 'ask them' },
  ],
});

/** One detector, one correlation, one remediation and one framework that go together. */
export const sampleCatalog: JudgingCatalog = {
  derivations: [],
  detectors: [unpinned],
  correlations: [swapped],
  frameworks: [framework],
  remediations: [pin],
};
