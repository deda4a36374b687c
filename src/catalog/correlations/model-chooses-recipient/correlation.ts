/** An agent that can read private data sends to whomever the model names, and strangers have a say in what the model does. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { any, exists, fact } from '../../../kit/tests.ts';
import { toolsetOf } from '../../../kit/toolset.ts';

export default defineCorrelation({
  id: 'model-chooses-recipient',
  title: 'Private data goes to whomever the model names',
  references: ['T44', 'LLM02:2025', 'LLM06:2025', 'ASI02:2026', 'AML.T0086', 'AML.T0051'],
  variables: { agent: 'agent', sender: ['tool', 'mcp-tool'] },
  // Of a tool that was not seen nothing can be said.
  edges: [{ from: 'agent', relation: ['uses-tool', 'delegates-to', 'offers'], to: 'sender', closure: 3 }],
  identify: ['agent'],
  conditions: [
    {
      id: 'chosen-recipient',
      says: '{agent} sends to whomever the model names, through {sender}',
      test: fact('sender', 'recipientChosen').is(true),
    },
    {
      id: 'private-data',
      says: '{agent} can read data that is not public, through {private}',
      test: exists({ ...toolsetOf('agent', 'private'), where: fact('private', 'readsPrivateData').is(true) }),
      flips: 'it is given a tool that reads data that is not public',
    },
    {
      id: 'strangers-steer',
      says: 'strangers have a say in what {agent} does',
      test: any(
        fact('agent', 'facesStrangers').is(true),
        exists({ ...toolsetOf('agent', 'untrusted'), where: fact('untrusted', 'takesUntrustedContent').is(true) }),
      ),
      flips: 'it is opened to people outside, or is given a tool that reads what they write',
      likelihood: 0.8,
      because: 'models follow instructions that they find in what they are sent',
    },
  ],
  sentence:
    '{agent} reads private data through {private} and sends through {sender} to whomever the model names: a stranger who gets a sentence to it has the data sent to themselves.',
  attempt: { value: 0.7, why: 'asking for it, or planting a sentence, needs no access' },
  impact: [{ name: 'data', value: 0.8, why: 'data that is not public leaves by a feature that is meant to send' }],
});
