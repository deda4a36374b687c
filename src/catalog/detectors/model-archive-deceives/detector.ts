/** Finds model archives that are built to show one thing to a scanner and another to a loader, or to write outside their folder. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { tellList } from '../../../kit/tell-list.ts';
import { all, fact } from '../../../kit/tests.ts';
import { formatsAsked } from '../../../read/model-signs.ts';

export default defineDetector({
  id: 'model-archive-deceives',
  title: 'Model archive that deceives its readers',
  about: ['model-artifact', 'dataset'],
  tests: 'model-artifact-inert',
  category: 'model-integrity',
  severity: 'high',
  applies: all(fact('it', 'inspected').is(true), fact('it', 'format').in(...formatsAsked.archiveFaults)),
  passes: fact('it', 'archiveFaults').isEmpty(),
  message: (it) => `The archive ${it.name} is not what it seems: ${tellList(it, 'archiveFaults')}.`,
  why: 'No library writes archives so. Names that lead out overwrite files where the model is unpacked; doubled, hidden, encrypted or disguised parts are how harmful models pass scanners.',
  remedy: (it) => `Do not open ${it.name}. Take the model from its publisher again and compare its digest.`,
  steps: [
    'Do not unpack it. Move it to a place from which nothing loads, and keep it for whoever looks into it.',
    'Take the file from its publisher again, and compare sha256sum with the digest on its page.',
    'Look which machines loaded it, and treat them as broken into where a loader ran.',
  ],
  references: [
    'https://github.com/mmaitre314/picklescan/security/advisories',
    'LLM03:2025',
    'AML.T0010.003',
    'CWE-22',
    'CWE-345',
    'CWE-409',
  ],
  payload: (it) => ({ format: it.text('format'), construct: tellList(it, 'archiveFaults', 1), verdict: 'malformed' }),
});
