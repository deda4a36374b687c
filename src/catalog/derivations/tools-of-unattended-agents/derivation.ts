/** A tool that an agent calls without asking anybody runs unasked, unless the tool itself asks. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'tools-of-unattended-agents',
  title: 'An agent that never asks calls its tools unasked',
  when: {
    variables: { agent: 'agent', tool: ['tool', 'mcp-tool'] },
    edges: [{ from: 'agent', relation: 'uses-tool', to: 'tool' }],
    where: fact('agent', 'approval').is('never-asks'),
  },
  conclude: [{ fact: 'approval', of: 'tool', value: 'never-asks', note: 'the agent that calls it asks nobody' }],
  // What the tool says of itself is nearer, and stands.
  confidence: 0.7,
});
