/** An agent that anyone may ask draws its answers from sensitive knowledge, and nothing filters what it says. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { all, any, exists, fact, not } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'sensitive-knowledge-for-anyone',
  title: 'Anyone can ask an agent for sensitive knowledge',
  references: ['T16', 'LLM02:2025', 'LLM08:2025', 'ASI03:2026', 'AML.T0057', 'AML.T0082'],
  variables: {
    agent: ['agent', 'ai-application', 'chatbot'],
    knowledge: ['vector-store', 'dataset', 'bucket', 'data-store'],
  },
  edges: [{ from: 'agent', relation: ['grounded-on', 'reads'], to: 'knowledge' }],
  conditions: [
    {
      id: 'sensitive',
      says: '{knowledge} is sensitive',
      test: fact('knowledge', 'sensitivity').in('confidential', 'restricted'),
    },
    {
      id: 'anyone-asks',
      says: 'anyone may ask {agent}',
      test: any(
        fact('agent', 'audience').is('anyone'),
        exists({
          variables: { route: 'web-route' },
          edges: [{ from: 'route', relation: ['exposes', 'triggers'], to: 'agent' }],
          where: all(fact('route', 'public').is(true), fact('route', 'authentication').is('none')),
        }),
        exists({
          variables: { way: 'network-exposure' },
          edges: [{ from: 'way', relation: 'exposes', to: 'agent' }],
          where: all(fact('way', 'public').is(true), fact('way', 'authentication').is('none')),
        }),
      ),
      flips: 'the agent is opened to everyone, or its address is passed on',
    },
    {
      id: 'unfiltered',
      says: 'no guardrail looks for personal data in what {agent} answers',
      test: not(
        exists({
          variables: { guardrail: 'guardrail' },
          edges: [{ from: 'agent', relation: 'guarded-by', to: 'guardrail' }],
          where: fact('guardrail', 'filters').includes('personal-data'),
        }),
      ),
      flips: 'the guardrail is detached or weakened',
      likelihood: 0.9,
      because: 'models tell what they were given when they are asked often enough',
    },
  ],
  sentence:
    'Anyone may ask {agent}, which draws its answers from {knowledge}: what is sensitive in it is got by asking, for nothing looks at the answers.',
  attempt: { value: 0.8, why: 'people ask an open assistant for everything, and some on purpose' },
  impact: [
    { name: 'data', value: 0.7, why: 'what is meant for few is told to everyone, piece by piece' },
    { name: 'data', value: 0.9, why: 'it is restricted', test: fact('knowledge', 'sensitivity').is('restricted') },
  ],
});
