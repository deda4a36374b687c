/** What a description asks of the model that reads it, as far as its words show. */
import { defineDerivation, type Snapshot } from '../../../kit/define-derivation.ts';
import { findHidden } from '../../../read/hidden-characters.ts';
import { findTextSigns } from '../../../read/text-signs.ts';

const note = 'nothing that was read describes it';
const untold = [
  { fact: 'textSigns', of: 'it', value: [], note },
  { fact: 'hiddenCharacters', of: 'it', value: [], note },
] as const;

/** The text itself was read where it stands. */
const isTold = (snapshot: Snapshot, it: number): boolean => snapshot.fact(it, 'textSigns') !== undefined;

export default defineDerivation({
  id: 'signs-of-description',
  title: 'What a description asks of the model that reads it',
  when: {
    variables: { it: ['tool', 'mcp-tool', 'mcp-server-definition', 'agent', 'prompt'] },
    edges: [],
  },
  conclude: ({ bound }, snapshot) => {
    const description = snapshot.value(bound.it!, 'description');
    // A description that is there and could not be read keeps the answer open.
    if (description === undefined && snapshot.whyUnseen(bound.it!, 'description') !== undefined) return [];
    if (description === undefined) return isTold(snapshot, bound.it!) ? [] : untold;
    const note = 'its description was read';
    return [
      { fact: 'textSigns', of: 'it', value: findTextSigns(description).map(({ sign }) => sign), note },
      { fact: 'hiddenCharacters', of: 'it', value: findHidden(description).map(({ kind }) => kind), note },
    ];
  },
});
