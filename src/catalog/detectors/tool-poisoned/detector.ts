/** Finds tools, servers and agents whose description gives the model orders beyond their own work. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { type SignWeights, severityOf, tellSigns, weighSigns, weighsLess } from '../../../kit/weigh-signs.ts';

type View = AssetView<'tool' | 'mcp-tool' | 'mcp-server-definition' | 'agent'>;

/**
 * A description says what its tool does. Orders to hide, to read keys or about other tools have no place there and weigh 3; what a
 * tool’s own work may ask for weighs less and counts in company.
 */
const weights: SignWeights = {
  'overrides-instructions': 3,
  'hides-from-user': 3,
  'alters-other-tools': 3,
  'encoded-payload': 3,
  'reads-credentials': 3,
  'remote-instructions': 3,
  padding: 2,
  'sends-data-out': 2,
  'asks-for-conversation': 2,
  'switches-off-approval': 2,
  destroys: 2,
  'downloads-and-runs': 2,
  'commanding-markup': 1,
  silently: 1,
};
const bound = 3;

const signsOf = (it: View): readonly string[] => it.snapshot.value(it.number, 'textSigns') ?? [];

export default defineDetector({
  id: 'tool-poisoned',
  title: 'Tool description with orders for the model',
  about: ['tool', 'mcp-tool', 'mcp-server-definition', 'agent'],
  tests: 'tool-description-clean',
  category: 'agentic',
  // One such sign may be clumsy; two kinds of them together are how tools are poisoned.
  severity: (it) =>
    severityOf(weighSigns(weights, signsOf(it)), [
      [5, 'critical'],
      [4, 'high'],
      [3, 'medium'],
    ]),
  passes: weighsLess('it', weights, bound),
  message: (it) => `The description of ${it.name} ${tellSigns(signsOf(it))}.`,
  why: 'A model reads the description of every tool before it does anything, also of tools that it never calls, and people hardly ever see it.',
  remedy: (it) =>
    `Do not connect ${it.name} until its description says only what it does; if it comes from somebody else, report it and look at what it did so far.`,
  steps: [
    'Take it out of the client’s settings: claude mcp remove <server>, or its entry in mcp.json.',
    'Read the whole description, also what is invisible; a server of your own: let it say what the tool does and nothing else.',
    'Look in the client’s log for what was called since, withdraw what it could have read, and report it to its publisher and the registry.',
  ],
  references: ['LLM01:2025', 'ASI01:2026', 'ASI02:2026', 'AML.T0110', 'CWE-74'],
});
