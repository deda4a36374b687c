/** Finds programs, scripts and commands inside model files. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { tellList } from '../../../kit/tell-list.ts';
import { all, fact } from '../../../kit/tests.ts';
import { formatsAsked } from '../../../read/model-signs.ts';

export default defineDetector({
  id: 'program-in-model',
  title: 'Program inside a model file',
  about: ['model-artifact', 'dataset'],
  tests: 'model-artifact-inert',
  category: 'model-integrity',
  severity: 'critical',
  applies: all(fact('it', 'inspected').is(true), fact('it', 'format').in(...formatsAsked.embeddedPrograms)),
  passes: fact('it', 'embeddedPrograms').isEmpty(),
  message: (it) => `${it.name} holds more than a model: ${tellList(it, 'embeddedPrograms')}.`,
  why: 'Weights have no use for it; it waits for a loader, a build or a person to start it.',
  remedy: (it) => `Do not open ${it.name}. Remove it, and find out how it came here.`,
  steps: [
    'Move it away, and do not open it; keep it for whoever looks into it.',
    'Find who brought it: git log --follow -- <file>, the bucket’s access log, the hub’s commit.',
    'Treat machines that opened it as broken into: withdraw their credentials, build them anew.',
  ],
  references: ['LLM03:2025', 'AML.T0018.002', 'AML.T0011.000', 'CWE-506'],
  payload: (it) => ({
    format: it.text('format'),
    construct: tellList(it, 'embeddedPrograms', 1),
    verdict: 'dangerous',
  }),
});
