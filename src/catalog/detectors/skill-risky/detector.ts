/** Finds skills that download and run programs, read keys, fetch their instructions from elsewhere or allow themselves every command. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, fact } from '../../../kit/tests.ts';
import { type SignWeights, severityOf, tellSigns, weighSigns, weighsLess } from '../../../kit/weigh-signs.ts';

/** A skill comes with scripts and commands; what it runs that nobody could review weighs 3. */
const weights: SignWeights = {
  'hides-from-user': 3,
  'overrides-instructions': 3,
  'encoded-payload': 3,
  'remote-instructions': 3,
  'downloads-and-runs': 3,
  'reads-credentials': 3,
  destroys: 3,
  'sends-data-out': 2,
  'switches-off-approval': 2,
  'asks-for-conversation': 1,
  padding: 2,
  silently: 1,
};
const bound = 3;
const everyCommand = 'runs-any-command';

const signsOf = (it: AssetView<'skill'>): readonly string[] => {
  const signs = it.snapshot.value(it.number, 'textSigns') ?? [];
  const broad = it.snapshot.value(it.number, 'approvedBroadly') ?? [];
  return [...signs.filter((sign) => (weights[sign] ?? 0) > 0), ...(broad.length > 0 ? [everyCommand] : [])];
};

export default defineDetector({
  id: 'skill-risky',
  title: 'Skill that runs or takes more than its work needs',
  about: 'skill',
  tests: 'skill-vetted',
  category: 'agentic',
  severity: (it) =>
    severityOf(weighSigns({ ...weights, [everyCommand]: 1 }, signsOf(it)), [
      [6, 'critical'],
      [4, 'high'],
      [3, 'medium'],
    ]),
  passes: all(weighsLess('it', weights, bound), fact('it', 'approvedBroadly').isEmpty()),
  message: (it) => `The skill ${it.name} ${tellSigns(signsOf(it))}.`,
  why: 'An agent loads a skill by itself and does what it says with its user’s rights; what it fetches at run time was never reviewed.',
  remedy: (it) =>
    `Read ${it.name} with its scripts; keep a reviewed copy of what it downloads in the repository, and name the single commands that it may run.`,
  steps: [
    'Read SKILL.md and every script of it; note what it downloads, runs and sends.',
    'Put what it downloads beside it in the repository, with its digest, and call that.',
    'Name the single commands in allowed-tools (Bash(npm test)), and take Bash alone or Bash(*) out.',
  ],
  references: ['ASI04:2026', 'LLM03:2025', 'AML.T0115.002', 'AML.T0011.002', 'CWE-494'],
});
