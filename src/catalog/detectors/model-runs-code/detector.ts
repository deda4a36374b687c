/** Finds model files that run Python when they are loaded. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { tellList } from '../../../kit/tell-list.ts';
import { all, fact } from '../../../kit/tests.ts';
import { formatsAsked } from '../../../read/model-signs.ts';

export default defineDetector({
  id: 'model-runs-code',
  title: 'Model file that runs code when it is loaded',
  about: ['model-artifact', 'dataset'],
  tests: 'model-artifact-inert',
  category: 'model-integrity',
  severity: 'critical',
  applies: all(fact('it', 'inspected').is(true), fact('it', 'format').in(...formatsAsked.codeOnLoad)),
  passes: fact('it', 'codeOnLoad').isEmpty(),
  message: (it) => `Loading ${it.name} does more than restore a model: ${tellList(it, 'codeOnLoad')}.`,
  why: 'Whoever made the file runs code of their choice on every machine that opens it, with the rights of the program that does, before a single weight is used.',
  remedy: (it) =>
    `Do not load ${it.name}. Remove it, find out how it came here and which machines opened it, and take the model from its publisher as safetensors.`,
  steps: [
    'Move it away; do not load it to look at it. fickling --check-safety <file> and picklescan -p <file> look without running it.',
    'Find who brought it: git log --follow -- <file>, the bucket’s access log, the hub’s commit.',
    'Treat machines that loaded it as broken into: withdraw their credentials, build them anew.',
    'Take the model from its publisher as safetensors, by its full commit.',
  ],
  references: [
    'https://docs.python.org/3/library/pickle.html#restricting-globals',
    'LLM03:2025',
    'ASI04:2026',
    'AML.T0010.003',
    'AML.T0011.000',
    'AML.T0018.002',
    'CWE-502',
  ],
  payload: (it) => ({ format: it.text('format'), construct: tellList(it, 'codeOnLoad', 1), verdict: 'dangerous' }),
});
