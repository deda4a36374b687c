/** An effect that was not seen in a tool whose code or schema was read is absent, not unknown. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

const effects = ['readsPrivateData', 'takesUntrustedContent', 'sendsOut', 'changesState', 'executesCode'] as const;

export default defineDerivation({
  id: 'effects-read-whole',
  title: 'Effects not seen in code that was read are absent',
  when: {
    variables: { tool: ['tool', 'mcp-tool', 'mcp-server-definition', 'mcp-server-configuration', 'skill'] },
    edges: [],
    where: fact('tool', 'effectsKnown').is(true),
  },
  conclude: ({ bound }, snapshot) =>
    effects
      .filter((effect) => {
        const tool = bound.tool;
        // A reason why it could not be had is a statement too: it stays unknown.
        return tool !== undefined && !snapshot.fact(tool, effect) && snapshot.whyUnseen(tool, effect) === undefined;
      })
      .map((effect) => ({
        fact: effect,
        of: 'tool',
        value: false,
        note: 'its code or schema was read and shows no such effect',
      })),
  confidence: 0.9,
});
