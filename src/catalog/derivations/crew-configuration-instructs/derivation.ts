/** What a crew’s YAML says of an agent instructs the agent that the crew’s class makes under the same name. */
import { defineDerivation, type Snapshot } from '../../../kit/define-derivation.ts';
import { all, fact } from '../../../kit/tests.ts';

/** Path and symbol of an asset that is known by them: `src/crew.py`, `Crew.researcher.Agent`. */
const symbolOf = (snapshot: Snapshot, asset: number): readonly [path: string, symbol: string] | undefined => {
  const value = snapshot.identifiers(asset).find(({ scheme }) => scheme === 'symbol')?.value;
  const at = value?.lastIndexOf('#') ?? -1;
  return value === undefined || at < 0 ? undefined : [value.slice(0, at), value.slice(at + 1)];
};

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

export default defineDerivation({
  id: 'crew-configuration-instructs',
  title: 'A crew’s YAML instructs the agents of its class',
  when: {
    variables: { holder: ['ai-application', 'code-project'], said: 'prompt', agent: 'agent' },
    edges: [
      { from: 'holder', relation: 'contains', to: 'said' },
      { from: 'holder', relation: 'contains', to: 'agent' },
    ],
    where: all(fact('said', 'path').matches(/agents\.ya?ml$/), fact('agent', 'framework').is('crewai')),
  },
  conclude: ({ bound: { said, agent } }, snapshot) => {
    if (said === undefined || agent === undefined) return [];
    const from = symbolOf(snapshot, said);
    const to = symbolOf(snapshot, agent);
    if (from === undefined || to === undefined) return [];
    // `config/agents.yaml` beside the class’s file, unless the class says otherwise: https://docs.crewai.com/en/concepts/agents
    const folder = folderOf(to[0]);
    const isBeside = folderOf(folderOf(from[0])) === folder || folderOf(from[0]) === folder;
    return isBeside && to[1].split('.').includes(from[1])
      ? [
          { relation: 'instructs', from: 'said', to: 'agent', note: 'the class makes an agent of this name' },
          {
            fact: 'description',
            of: 'agent',
            copyFrom: ['said', 'description'],
            note: 'the class makes an agent of this name',
          },
        ]
      : [];
  },
  // The class may read another file, or make the agent of other words.
  confidence: 0.9,
});
