/** A notebook or file with credentials or personal data is part of what answers are drawn from. */
import { defineCorrelation } from '../../../kit/define-correlation.ts';
import { all, any, exists, fact, failing, kindIs } from '../../../kit/tests.ts';

export default defineCorrelation({
  id: 'secrets-reach-answers',
  title: 'Credentials and personal data in a file can be asked for',
  references: ['T18', 'LLM02:2025', 'LLM08:2025', 'AML.T0055', 'AML.T0082'],
  variables: {
    answers: ['agent', 'ai-application', 'chatbot'],
    knowledge: ['vector-store', 'dataset', 'bucket', 'notebook'],
    source: ['notebook', 'dataset'],
  },
  edges: [
    { from: 'answers', relation: ['grounded-on', 'reads'], to: 'knowledge' },
    { from: 'knowledge', relation: ['grounded-on', 'reads', 'contains'], to: 'source', closure: 3, orSame: true },
  ],
  identify: ['answers', 'source'],
  conditions: [
    {
      id: 'holds-secrets',
      says: '{source} holds credentials or personal data',
      test: any(
        all(kindIs('source', 'notebook'), failing('source', 'notebook-outputs-clean')),
        // A folder holds what its files hold; they are told one by one.
        all(
          kindIs('source', 'dataset'),
          fact('source', 'screened').is(true),
          fact('source', 'dataKinds').includesAny('credential', 'personal', 'health', 'payment'),
        ),
        all(
          kindIs('source', 'notebook'),
          exists({
            variables: { secret: 'secret' },
            edges: [{ from: 'source', relation: 'contains', to: 'secret' }],
            where: failing('secret', 'secret-kept-out-of-code'),
          }),
        ),
      ),
    },
    {
      id: 'others-ask',
      says: 'more people than its makers may ask {answers}',
      test: any(
        fact('answers', 'audience').in('anyone', 'organisation'),
        exists({
          variables: { way: 'network-exposure' },
          edges: [{ from: 'way', relation: 'exposes', to: 'answers' }],
          where: fact('way', 'public').is(true),
        }),
      ),
      flips: 'the assistant is rolled out to the whole organisation',
      likelihood: 0.8,
      because: 'what is in the index comes up as soon as somebody asks near it',
    },
  ],
  sentence:
    '{source} holds credentials or personal data and is part of what {answers} draws its answers from: whoever asks near it gets them told.',
  attempt: { value: 0.6, why: 'it needs no attack: an ordinary question brings it up' },
  impact: [
    { name: 'data', value: 0.7, why: 'personal data is told to people who have no right to it' },
    {
      name: 'data',
      value: 0.85,
      why: 'a credential opens what it is for to everyone who reads the answer',
      test: any(
        fact('source', 'dataKinds').includes('credential'),
        all(kindIs('source', 'notebook'), fact('source', 'outputKinds').includes('credential')),
      ),
    },
  ],
});
