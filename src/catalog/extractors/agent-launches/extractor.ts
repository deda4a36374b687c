/** Reads scripts for coding agents that are started with flags which let them do anything unasked. */
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type RelationObservation,
} from '../../../kit/define-extractor.ts';
import { clientTitles } from '../../../kit/observe-client.ts';
import { project } from '../../../kit/observe-packages.ts';
import { type AgentCommand, findAgentCommands } from '../../../read/agent-commands.ts';
import { readJson } from '../../../read/json-positions.ts';
import { entriesOf, textOf, valueAt } from '../../../read/positioned.ts';
import { baseNameOf } from '../../../read/source-path.ts';

interface Launch {
  readonly command: AgentCommand;
  readonly line: number;
}

/** Commands of a manifest’s scripts, or of the lines of a script; a recipe’s line may begin with a sign for make. */
const launchesIn = (path: string, text: string): readonly Launch[] =>
  baseNameOf(path) === 'package.json'
    ? entriesOf(valueAt(readJson(text).value, 'scripts')).flatMap(([, { line, value }]) =>
        findAgentCommands(textOf(value) ?? '').map((command) => ({ command, line })),
      )
    : findAgentCommands(text.replaceAll(/^\t[@-]+/gm, '\t')).map((command) => ({ command, line: command.line + 1 }));

/** Inside a container nothing of the host is at stake; such a script is made to be run there. */
const inContainer = /(?:^|\/)\.?devcontainer\/|(?:^|\/)docker\/|entrypoint[^/]*\.sh$/i;

export default defineExtractor({
  id: 'agent-launches',
  title: 'Coding agents that scripts start without questions',
  claims: {
    names: ['package.json', 'Makefile', 'makefile', 'GNUmakefile', 'justfile', 'Justfile'],
    endings: ['.sh', '.bash', '.zsh', '.mk'],
  },
  limit: 1_000_000,
  extract({ path, text }): Extraction {
    const found = launchesIn(path, text()).filter(({ command }) => command.isUnrestricted);
    const assets: AssetObservation[] = [];
    const relations: RelationObservation[] = [];
    for (const [number, { command, line }] of found.entries()) {
      const key = `agent:${number}`;
      const title = clientTitles[command.framework] ?? command.framework;
      const symbol = `${path}#${command.framework}.${number}`;
      const framework = { value: command.framework };
      assets.push(
        {
          key,
          kind: 'agent',
          name: `${title} in ${baseNameOf(path)}`,
          identifiers: [{ scheme: 'symbol', value: symbol }],
          facts: {
            framework,
            approval: { value: 'never-asks' },
            sandboxOff: { value: !inContainer.test(path) },
          },
          line,
        },
        {
          key: `${key}#shell`,
          kind: 'tool',
          name: `shell of ${title} in ${baseNameOf(path)}`,
          identifiers: [{ scheme: 'symbol', value: `${symbol}.shell` }],
          facts: { framework, executesCode: { value: true }, changesState: { value: true } },
          line,
        },
      );
      relations.push(
        { relation: 'contains', from: project, to: { local: key }, line },
        { relation: 'uses-tool', from: { local: key }, to: { local: `${key}#shell` }, line },
      );
    }
    return { ...emptyExtraction, assets, relations };
  },
});
