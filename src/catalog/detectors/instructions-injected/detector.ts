/** Finds rules files and prompts whose instructions work against the person who uses them. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { type SignWeights, severityOf, tellSigns, weighSigns, weighsLess } from '../../../kit/weigh-signs.ts';

type View = AssetView<'instruction-file' | 'prompt'>;

/**
 * Rules files order a model about by their nature, name commands and addresses, and warn of attacks. Only what works against the
 * reader weighs 3; what documentation also says weighs less and counts in company.
 */
const weights: SignWeights = {
  'hides-from-user': 3,
  'overrides-instructions': 3,
  'encoded-payload': 3,
  destroys: 3,
  'remote-instructions': 2,
  'reads-credentials': 2,
  'sends-data-out': 2,
  'switches-off-approval': 2,
  'alters-other-tools': 2,
  padding: 2,
  'downloads-and-runs': 1,
  'inserts-remote-code': 1,
  silently: 1,
};
const bound = 3;

const signsOf = (it: View): readonly string[] => it.snapshot.value(it.number, 'textSigns') ?? [];

export default defineDetector({
  id: 'instructions-injected',
  title: 'Rules file with planted instructions',
  about: ['instruction-file', 'prompt'],
  tests: 'instruction-text-clean',
  category: 'agentic',
  severity: (it) =>
    severityOf(weighSigns(weights, signsOf(it)), [
      [5, 'critical'],
      [4, 'high'],
      [3, 'medium'],
    ]),
  passes: weighsLess('it', weights, bound),
  message: (it) => `${it.name} ${tellSigns(signsOf(it).filter((sign) => (weights[sign] ?? 0) > 0))}.`,
  why: 'An agent follows its rules file without being asked, with the rights of whoever opened the repository; who can change that file decides what the agent does.',
  remedy: (it) =>
    `Read the lines that are named and take them out of ${it.name}; look in its history for who added them, and review such files like code.`,
  steps: [
    'Read the named lines; git log -p -- <file> tells who added them, and when.',
    'Take them out, and look at what assistants did in this checkout since then.',
    'Put instruction files and skills under CODEOWNERS, so that a change asks for a review.',
  ],
  references: ['LLM01:2025', 'ASI01:2026', 'AML.T0051.001', 'AML.T0081'],
});
