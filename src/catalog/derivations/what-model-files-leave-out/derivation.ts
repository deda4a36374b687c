/** What the files of a model or data set would have said and did not: that nothing of it was read, that no card, template or code stands beside it. */
import { type Conclusion, defineDerivation } from '../../../kit/define-derivation.ts';
import { kindIs } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'what-model-files-leave-out',
  title: 'What the files of a model or data set leave out',
  when: {
    variables: { it: ['model-artifact', 'dataset'] },
    edges: [],
    where: kindIs('it', 'model-artifact', 'dataset'),
  },
  conclude: ({ bound }, snapshot) => {
    const it = bound.it!;
    const isSaid = (
      fact: 'inspected' | 'remoteCode' | 'templateSigns' | 'documented' | 'provenanceVerified' | 'source',
    ): boolean => snapshot.fact(it, fact) !== undefined || snapshot.whyUnseen(it, fact) !== undefined;
    const leave = (
      fact: 'inspected' | 'remoteCode' | 'documented' | 'provenanceVerified',
      note: string,
    ): readonly Conclusion[] => (isSaid(fact) ? [] : [{ fact, of: 'it', value: false, note }]);
    const isFolder = snapshot.value(it, 'format') === 'hub-folder';
    const unread = isFolder ? [] : leave('inspected', 'no file of it was read that tells what it does');
    if (snapshot.kind(it) === 'dataset') return unread;
    if (!isFolder) {
      const isFetched = snapshot.value(it, 'source') === 'url';
      const isPlaced: readonly Conclusion[] = isSaid('source')
        ? []
        : [{ fact: 'source', of: 'it', value: 'local-file', note: 'it is known by its place alone' }];
      return [
        ...unread,
        ...isPlaced,
        ...(isFetched ? leave('provenanceVerified', 'nothing beside its address is named') : []),
      ];
    }
    const weights: number[] = [];
    snapshot.out(it, 'contains', (part) => {
      if (snapshot.value(part, 'size') !== undefined && snapshot.value(part, 'format') !== 'hub-folder')
        weights.push(part);
      return undefined;
    });
    const pickled = weights.filter((part) => /^(?:pytorch|pickle|joblib)$/.test(snapshot.value(part, 'format') ?? ''));
    return [
      { fact: 'weightCount', of: 'it', value: weights.length, note: 'the files of weights in its folder' },
      {
        fact: 'pickledWeights',
        of: 'it',
        value: pickled.map((part) => snapshot.name(part)).sort(),
        note: 'the files of weights in its folder',
      },
      ...leave('remoteCode', 'no file beside it names code of its own'),
      ...leave('documented', 'no card stands beside it'),
      ...(isSaid('templateSigns')
        ? []
        : [{ fact: 'templateSigns', of: 'it', value: [], note: 'no chat template stands beside it' } as const]),
    ];
  },
});
