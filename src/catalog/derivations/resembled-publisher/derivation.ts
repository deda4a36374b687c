/** Whether the publisher of a model or data set of the hub has nearly the name of a known one. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { kindIs } from '../../../kit/tests.ts';
import { resembledPublisher } from '../../../read/model-publishers.ts';

export default defineDerivation({
  id: 'resembled-publisher',
  title: 'A publisher’s name is nearly a known one’s, or it is not',
  when: { variables: { it: ['model', 'dataset'] }, edges: [], where: kindIs('it', 'model', 'dataset') },
  conclude: ({ bound }, snapshot) => {
    const it = bound.it!;
    const name = snapshot.value(it, 'modelName') ?? snapshot.name(it);
    // A provider’s models have its own names, whoever made them.
    const value = snapshot.value(it, 'source') === 'provider-api' ? '' : resembledPublisher(name);
    const note = value === '' ? 'its publisher’s name is near no known one' : `its publisher’s name is nearly ${value}`;
    return [{ fact: 'resembles', of: 'it', value, note }];
  },
});
