/** Finds agents in workflows that read what outsiders write and hold more than they need for an answer. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { any, fact, not } from '../../../kit/tests.ts';

const powersOf = (it: AssetView<'agent'>): readonly string[] => it.snapshot.value(it.number, 'jobPowers') ?? [];

const inWords: Readonly<Record<string, string>> = {
  comment: 'a token that writes to issues and pull requests',
  write: 'a token that changes the repository',
  'write-all': 'a token with every right',
  secrets: 'further secrets',
  'any-command': 'any command',
};

const tell = (powers: readonly string[]): string => {
  const told = powers.flatMap((power) => inWords[power] ?? []);
  return told.length < 2 ? (told[0] ?? '') : `${told.slice(0, -1).join(', ')} and ${told.at(-1)}`;
};

export default defineDetector({
  id: 'ci-agent-injectable',
  title: 'Workflow agent reads what outsiders write',
  about: 'agent',
  tests: 'ci-agent-isolated',
  category: 'agentic',
  severity: (it) => {
    // Somebody of the team starts it, so an outsider has to wait for that.
    if (it.text('audience') !== 'anyone') return 'low';
    const powers = powersOf(it);
    const isWide = powers.includes('any-command') || powers.includes('write') || powers.includes('write-all');
    return isWide ? (powers.length > 1 ? 'critical' : 'high') : 'medium';
  },
  applies: not(fact('it', 'jobPowers').isEmpty()),
  passes: any(fact('it', 'untrustedInput').is(false)),
  message: (it) =>
    `${it.name} reads what outsiders write${it.text('audience') === 'anyone' ? ', can be started by them,' : ''} and is given ${tell(powersOf(it))}.`,
  why: 'One sentence in an issue or pull request can make the agent publish the secrets of the workflow, change code or run commands on the runner.',
  remedy: (it) =>
    `Give ${it.name} a token that only reads and no further secrets, name the single commands that it may run, and let a second job without an agent write what it answered.`,
  references: [
    'ASI01:2026',
    'LLM01:2025',
    'LLM06:2025',
    'AML.T0051.001',
    'CWE-94',
    'https://docs.github.com/en/actions/reference/security/secure-use',
  ],
});
