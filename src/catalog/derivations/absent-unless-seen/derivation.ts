/** Settings that nothing makes: what no file that was read says of an asset does not hold for it, as far as was seen. */
import {
  type AssetKind,
  defineDerivation,
  type FactName,
  type FactValue,
  type Snapshot,
} from '../../../kit/define-derivation.ts';

/**
 * A server in code of which nobody saw how it is started may be served by a program that was not understood. For one behind a web application in
 * JavaScript `servers-behind-express` says what that application asks for.
 */
const mayBeServed = (snapshot: Snapshot, it: number): boolean => {
  const transport = snapshot.fact(it, 'transport')?.value;
  if (snapshot.kind(it) !== 'mcp-server-definition' || snapshot.fact(it, 'framework') === undefined) return false;
  return snapshot.fact(it, 'language')?.value === 'python' ? transport !== 'stdio' : transport === undefined;
};

/** Only facts that a setting or a line of code has to bring about; what is left open by silence does not belong here. */
const absent: readonly (readonly [
  kinds: readonly AssetKind[],
  fact: FactName,
  value: FactValue,
  /** Where something that was not understood may bring it about after all. */
  mayHold?: (snapshot: Snapshot, it: number) => boolean,
])[] = [
  [['mcp-server-definition', 'agent'], 'servedBeyondHost', false, mayBeServed],
  [['mcp-server-definition'], 'audienceUnchecked', false],
  [['mcp-server-definition', 'mcp-tool'], 'forwardsCallerToken', false],
  [['mcp-server-configuration'], 'scopeOpen', false],
  [['mcp-server-configuration'], 'superRole', false],
  [['tool', 'mcp-tool'], 'recipientChosen', false],
  [['agent'], 'recalledLater', false],
  [['agent'], 'facesStrangers', false],
  [['agent'], 'loopUnbounded', false],
  [['ai-application', 'agent'], 'tracingOff', false],
  [['ai-application', 'inference-endpoint'], 'origins', []],
  [['ai-application'], 'modelRoutes', []],
  [['identity'], 'sharedIdentity', false],
  [['inference-endpoint', 'management-interface'], 'exposureIntended', false],
  [['inference-endpoint', 'vector-store'], 'deploymentSeen', false],
  [['compute'], 'aiWorkload', false],
  [['compute'], 'hostPowers', []],
  [['package-occurrence', 'model', 'container-image'], 'support', 'not-covered'],
  [
    ['inference-endpoint', 'vector-store', 'management-interface', 'mcp-server-configuration'],
    'publicTransport',
    'not-seen',
  ],
  [['web-route', 'ai-application', 'notebook'], 'untrustedInstructions', false],
  [['mcp-client', 'mcp-server-configuration', 'skill'], 'approvedBroadly', []],
  [['mcp-client'], 'startsServersUnasked', false],
  [['mcp-client', 'agent', 'tool'], 'sandboxOff', false],
  [['inference-endpoint'], 'redirects', ''],
  [['agent'], 'jobPowers', []],
  [['prompt', 'agent', 'ai-application', 'notebook'], 'holdsSecret', false],
  [['log-sink', 'secret'], 'readableByOthers', false],
  [['web-route'], 'responseHolds', []],
];
const kinds = [...new Set(absent.flatMap(([of]) => of))];

export default defineDerivation({
  id: 'absent-unless-seen',
  title: 'What no setting brings about does not hold',
  when: { variables: { it: kinds }, edges: [] },
  conclude: ({ bound }, snapshot) => {
    const it = bound.it!;
    const kind = snapshot.kind(it);
    return absent.flatMap(([of, fact, value, mayHold]) =>
      // A setting that is there and could not be read keeps the answer open.
      of.includes(kind) &&
      !snapshot.fact(it, fact) &&
      snapshot.whyUnseen(it, fact) === undefined &&
      !mayHold?.(snapshot, it)
        ? [{ fact, of: 'it', value, note: 'nothing that was read brings it about' }]
        : [],
    );
  },
  // Whatever anybody says of it is better known.
  confidence: 0.4,
});
