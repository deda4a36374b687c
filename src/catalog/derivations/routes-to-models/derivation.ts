/** Web routes whose code calls a model, told of the application that they lead to. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { any, exists, fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'routes-to-models',
  title: 'A route whose code calls a model spends for whoever asks',
  when: {
    variables: { route: 'web-route', app: 'ai-application' },
    edges: [{ from: 'route', relation: 'exposes', to: 'app' }],
    where: any(
      fact('route', 'untrustedInput').is(true),
      exists({ variables: { model: 'model' }, edges: [{ from: 'route', relation: 'invokes', to: 'model' }] }),
    ),
  },
  conclude: ({ bound }, snapshot) => [
    {
      fact: 'modelRoutes',
      of: 'app',
      value: [snapshot.name(bound.route!)],
      note: 'the code of the route calls a model',
    },
  ],
  confidence: 0.9,
});
