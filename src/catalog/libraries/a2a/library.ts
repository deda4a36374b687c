/** The A2A protocol in Python and Java: agents that other agents reach over the network, and what callers must show. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const card = 'a2a{.types,.types.a2a_pb2}.AgentCard';
// https://github.com/a2aproject/a2a-java
const javaCard = '{io.a2a,org.a2aproject.sdk}.spec.AgentCard.{Builder(),builder()}.build';
/** An address of another host than the program’s own. */
const elsewhere: Pick = {
  named: ['url'],
  matching: /^https?:\/\/(?!localhost|127\.|0\.0\.0\.0|\[::1\])[a-z0-9]/i,
};
const described = (facts: NonNullable<Meaning['asset']>['facts']): NonNullable<Meaning['asset']> => ({
  kind: 'agent',
  name: { named: ['name'] },
  facts: facts ?? {},
});
const reference = 'https://a2a-protocol.org/latest/specification/#agent-card-object-structure';

export default defineLibrary({
  id: 'a2a',
  title: 'Agent2Agent protocol',
  homepage: 'https://a2a-protocol.org',
  python: {
    packages: ['a2a-sdk'],
    modules: ['a2a'],
    meanings: [
      {
        of: card,
        asset: described({
          description: { named: ['description'] },
          // A card without schemes asks callers for nothing.
          authentication: {
            named: ['security_schemes', 'securitySchemes'],
            as: 'present',
            choices: { true: 'token', false: 'none' },
          },
        }),
        reference,
      },
      {
        of: card,
        onlyIf: elsewhere,
        asset: described({ servedBeyondHost: { value: true } }),
        reference,
      },
    ],
  },
  java: {
    packages: ['io.github.a2asdk:a2a-java-sdk-spec', 'org.a2aproject.sdk:a2a-java-sdk-spec'],
    modules: ['io.a2a', 'org.a2aproject.sdk'],
    meanings: [
      {
        of: javaCard,
        asset: described({
          description: { named: ['description'] },
          authentication: { named: ['securitySchemes'], as: 'present', choices: { true: 'token', false: 'none' } },
        }),
        reference,
      },
      { of: javaCard, onlyIf: elsewhere, asset: described({ servedBeyondHost: { value: true } }), reference },
    ],
  },
});
