/** A model that is named by the service of a cloud runs there, whoever names it: a stack, a policy or code. */
import { defineDerivation } from '../../../kit/define-derivation.ts';

/** Services that answer with models and hand none of them out. */
const services = /^(?:bedrock|azure|vertex):/;

export default defineDerivation({
  id: 'provider-hosts-model',
  title: 'A model of a cloud’s service runs there',
  when: { variables: { it: 'model' }, edges: [] },
  conclude: ({ bound }, snapshot) => {
    const it = bound.it!;
    const isOfService = snapshot
      .identifiers(it)
      .some(({ scheme, value }) => scheme === 'model-name' && services.test(value));
    if (!isOfService) return [];
    const note = 'it is named as a model of a cloud’s service';
    return [
      ...(snapshot.fact(it, 'hosting') ? [] : [{ fact: 'hosting' as const, of: 'it', value: 'remote-api', note }]),
      ...(snapshot.fact(it, 'source') ? [] : [{ fact: 'source' as const, of: 'it', value: 'provider-api', note }]),
    ];
  },
  confidence: 0.9,
});
