/** Who may call what runs behind a way in that is public and asks for nothing: anyone. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { all, fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'open-way-to-compute',
  title: 'Anyone may call what stands behind a public way in that asks for nothing',
  when: {
    variables: { way: 'network-exposure', host: 'compute' },
    edges: [{ from: 'way', relation: 'exposes', to: 'host' }],
    where: all(fact('way', 'public').is(true), fact('way', 'authentication').is('none')),
  },
  conclude: [
    { fact: 'audience', of: 'host', value: 'anyone', note: 'a public way in that asks for nothing leads to it' },
  ],
});
