/** Finds hooks, tasks and servers that a repository starts by itself for whoever opens it. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, fact, kindIs } from '../../../kit/tests.ts';
import { type SignWeights, tellSigns, weighSigns } from '../../../kit/weigh-signs.ts';

type View = AssetView<'hook' | 'mcp-client'>;

/** A command that runs by itself and does one of these is an attack or as good as one. */
const weights: SignWeights = {
  'downloads-and-runs': 3,
  'encoded-payload': 3,
  'reads-credentials': 3,
  'sends-data-out': 3,
  destroys: 3,
};

const signsOf = (it: View): readonly string[] =>
  (it.kind === 'hook' ? (it.snapshot.value(it.number, 'textSigns') ?? []) : []).filter((sign) => sign in weights);

/** It runs before anybody has asked for anything; the others wait for the agent’s work. */
const atStart =
  /^(?:SessionStart|sessionStart|Setup|folderOpen|beforeSubmitPrompt|UserPromptSubmit|apiKeyHelper|awsAuthRefresh|awsCredentialExport|otelHeadersHelper|statusLine)$/;

const hasServers = (it: View): boolean => it.snapshot.degree(it.number, 'connects', 'out') > 0;

export default defineDetector({
  id: 'workspace-autostart',
  title: 'Repository starts something by itself',
  about: ['hook', 'mcp-client'],
  tests: 'workspace-autostart-refused',
  category: 'agentic',
  severity: (it) => {
    if (it.kind === 'mcp-client') return hasServers(it) ? 'high' : 'medium';
    if (weighSigns(weights, signsOf(it)) > 0) return 'high';
    return atStart.test(it.text('event')) ? 'medium' : 'low';
  },
  passes: any(
    all(kindIs('it', 'mcp-client'), fact('it', 'startsServersUnasked').is(false)),
    // What stays on one machine its user wrote; a button is pressed by a person.
    fact('it', 'tracked').is(false),
    all(kindIs('it', 'hook'), fact('it', 'event').in('userTriggered', 'manual')),
  ),
  message: (it) => {
    if (it.kind === 'mcp-client')
      return `The settings of ${it.name} in this repository start every MCP server that it brings along, without asking.`;
    const signs = signsOf(it);
    const words = it.kind === 'hook' ? (it.snapshot.value(it.number, 'arguments') ?? []) : [];
    const command = [it.text('command'), ...words].join(' ').slice(0, 120);
    return `The repository runs “${command}” on ${it.text('event') || it.name}${signs.length > 0 ? `, which ${tellSigns(signs)}` : ''}.`;
  },
  why: 'Whoever trusts the folder once runs this with their own rights from then on, also after somebody changed it.',
  remedy: (it) =>
    it.kind === 'mcp-client'
      ? 'Take the setting out of the repository, so that each server is approved by the person who starts it.'
      : 'Keep such commands in each user’s own settings, or review the file like code that runs on every machine: with owners who must approve a change.',
  references: ['ASI05:2026', 'ASI04:2026', 'AML.T0081', 'CWE-829', 'https://nvd.nist.gov/vuln/detail/CVE-2025-59536'],
});
