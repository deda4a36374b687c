/** Finds personal data and credentials in what answers are drawn from: folders of knowledge, chunks of vector stores. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, fact, not } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'grounding-data-unscreened',
  title: 'Personal data or credentials in a knowledge base',
  about: 'dataset',
  tests: 'grounding-data-screened',
  category: 'data-exposure',
  severity: 'high',
  applies: all(fact('it', 'screened').is(true), fact('it', 'usedFor').includes('grounding')),
  passes: not(fact('it', 'dataKinds').includesAny('personal', 'health', 'payment', 'credential')),
  message: (it) => `Answers are drawn from ${it.name}, which holds ${it.text('dataClasses') || it.text('dataKinds')}.`,
  why: 'Whoever may ask gets what the search finds: a knowledge base has no rights of its own for single sentences.',
  remedy: (it) =>
    `Take credentials and personal data out of ${it.name} and build the index anew, or keep what is needed apart and filter by who asks.`,
  steps: [
    'Withdraw the credentials that are in it first.',
    'Run a screen before indexing: presidio-analyzer and presidio-anonymizer, Comprehend DetectPiiEntities, DLP deidentifyContent, detect-secrets scan.',
    'Delete the old index and build it anew: vectors of what was removed still find it.',
    'Where a record has to stay, store who may read it as metadata, and filter by it in every query.',
  ],
  references: ['LLM02:2025', 'LLM08:2025', 'AML.T0082', 'CWE-359'],
  leavesOut: 'what stores and buckets hold that are no files here was not read',
});
