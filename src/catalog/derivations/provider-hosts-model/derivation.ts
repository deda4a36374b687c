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
    // Nobody but its provider can run a model that is had through the provider’s interface alone.
    const isOfProvider = snapshot.value(it, 'source') === 'provider-api';
    if (!isOfService && !isOfProvider) return [];
    const note = isOfService ? 'it is named as a model of a cloud’s service' : 'it is had through its provider alone';
    return [
      ...(snapshot.fact(it, 'hosting') ? [] : [{ fact: 'hosting' as const, of: 'it', value: 'remote-api', note }]),
      ...(snapshot.fact(it, 'source') ? [] : [{ fact: 'source' as const, of: 'it', value: 'provider-api', note }]),
    ];
  },
  confidence: 0.9,
});
