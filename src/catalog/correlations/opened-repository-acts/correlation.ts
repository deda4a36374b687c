/** A repository starts things by itself, plants instructions, and its agent asks nobody: opening it is enough. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { all, any, exists, failing, kindIs } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'opened-repository-acts',
  title: 'Opening the repository is enough to be attacked by it',
  references: ['ASI01:2026', 'ASI05:2026', 'LLM01:2025', 'LLM06:2025', 'AML.T0051.001', 'AML.T0081', 'AML.T0053'],
  variables: { client: 'mcp-client' },
  edges: [],
  conditions: [
    {
      id: 'planted',
      says: '{text} holds instructions that work against whoever uses {client}',
      test: exists({
        variables: { text: ['instruction-file', 'skill'] },
        edges: [{ from: 'text', relation: 'instructs', to: 'client' }],
        where: any(
          failing('text', 'instruction-text-clean'),
          all(kindIs('text', 'skill'), failing('text', 'skill-vetted')),
        ),
      }),
      likelihood: 0.8,
      because: 'agents follow their rules files without being asked',
    },
    {
      id: 'starts-by-itself',
      says: 'the repository starts servers or commands of its own for {client}',
      test: any(
        failing('client', 'workspace-autostart-refused'),
        exists({
          variables: { hook: 'hook' },
          edges: [{ from: 'client', relation: 'triggers', to: 'hook' }],
          where: failing('hook', 'workspace-autostart-refused'),
        }),
      ),
      flips: 'a hook is added to the repository’s settings',
    },
    {
      id: 'nobody-asked',
      says: 'no person approves what {client} does',
      test: failing('client', 'human-approval'),
      flips: 'somebody approves commands in advance',
    },
  ],
  sentence:
    '{client} follows {text}, which works against its user, runs what the repository starts by itself, and asks nobody: opening the repository is enough to be attacked by it.',
  attempt: { value: 0.6, why: 'such repositories were published, and rules files were changed by pull requests' },
  impact: [{ name: 'control', value: 1, why: 'commands run with the rights and credentials of whoever opens it' }],
});
