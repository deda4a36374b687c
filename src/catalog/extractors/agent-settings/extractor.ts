/** Reads what coding agents are told in a repository: who approves their actions, which commands they run by themselves, which files instruct them. */
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FileInput,
  type Gap,
  type RelationObservation,
} from '../../../kit/define-extractor.ts';
import { observeClient } from '../../../kit/observe-client.ts';
import { observeModelAddress } from '../../../kit/observe-model-address.ts';
import { project } from '../../../kit/observe-packages.ts';
import { observeSecret } from '../../../kit/observe-secret.ts';
import { observeInstructions } from '../../../kit/observe-text.ts';
import { readJson } from '../../../read/json-positions.ts';
import { redirectionsIn } from '../../../read/model-addresses.ts';
import { entriesOf, type Positioned, type PositionedFile, textOf, valueAt } from '../../../read/positioned.ts';
import { redactArguments } from '../../../read/redact-arguments.ts';
import { judgeNamed } from '../../../read/secret-shapes.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { findTextSigns } from '../../../read/text-signs.ts';
import { readToml } from '../../../read/toml-positions.ts';
import { readYaml } from '../../../read/yaml-positions.ts';
import { type ApprovalSaid, leastAsking, type SettingsFile, settingsFiles } from './approval-settings.ts';
import { type HookSaid, readFolderTasks, readHooks, readKiroHook } from './hooks.ts';
import { sandboxOffIn, serversStartedIn } from './sandbox-settings.ts';

const readers: Readonly<Record<SettingsFile['format'], (text: string) => PositionedFile>> = {
  json: readJson,
  toml: readToml,
  yaml: readYaml,
};

/** Files that hold nothing but hooks. */
const hookFiles: readonly (readonly [client: string, path: RegExp, read: (root: Positioned) => readonly HookSaid[]])[] =
  [
    ['cursor', /(^|\/)\.cursor\/hooks\.json$/, readHooks],
    ['codex', /(^|\/)\.codex\/hooks\.json$/, readHooks],
    ['kiro', /(^|\/)\.kiro\/hooks\/[^/]+\.kiro\.hook$/, readKiroHook],
    ['windsurf', /(^|\/)\.windsurf\/hooks\.json$/, readHooks],
    ['copilot-cli', /(^|\/)\.github\/hooks\/[^/]+\.json$/, readHooks],
    ['vscode', /(^|\/)\.vscode\/tasks\.json$/, readFolderTasks],
  ];

/** Files of standing instructions, and the client that reads each; absent where many do. */
const instructionFiles: readonly (readonly [client: string | undefined, path: RegExp])[] = [
  ['claude-code', /(^|\/)CLAUDE(?:\.local)?\.md$|(^|\/)\.claude\/(?:agents|commands|instructions|rules)\/.+\.md$/],
  ['gemini-cli', /(^|\/)GEMINI\.md$/],
  ['warp', /(^|\/)WARP\.md$/],
  ['cursor', /(^|\/)\.cursorrules$|(^|\/)\.cursor\/rules\/.+\.mdc?$/],
  ['windsurf', /(^|\/)\.windsurfrules$|(^|\/)\.windsurf\/rules\/.+\.md$/],
  ['cline', /(^|\/)\.clinerules(?:\/[^/]+\.md)?$/],
  ['roo', /(^|\/)\.roorules(?:-[\w-]+)?$|(^|\/)\.roo\/rules(?:-[\w-]+)?\/.+\.md$/],
  [
    'vscode',
    /(^|\/)\.github\/(?:copilot-instructions\.md|instructions\/.+\.instructions\.md|prompts\/.+\.prompt\.md|(?:agents|chatmodes)\/.+\.md)$/,
  ],
  ['junie', /(^|\/)\.junie\/(?:guidelines|AGENTS)\.md$/],
  ['kiro', /(^|\/)\.kiro\/steering\/.+\.md$/],
  ['amazon-q', /(^|\/)\.amazonq\/rules\/.+\.md$/],
  ['goose', /(^|\/)\.goosehints$/],
  ['continue', /(^|\/)\.continue\/rules\/.+\.md$/],
  ['kilo', /(^|\/)\.kilocode\/rules(?:-[\w-]+)?\/.+\.md$/],
  ['augment', /(^|\/)\.augment\/rules\/.+\.md$|(^|\/)\.augment-guidelines$/],
  ['trae', /(^|\/)\.trae\/rules\/.+\.md$/],
  ['tabnine', /(^|\/)\.tabnine\/guidelines\/.+\.md$/],
  ['qwen-code', /(^|\/)QWEN\.md$/],
  ['iflow', /(^|\/)IFLOW\.md$/],
  ['crush', /(^|\/)CRUSH\.md$/],
  // What an agent is to be, and what it remembers, where it has a folder of its own.
  [undefined, /(^|\/)SOUL\.md$|(^|\/)\.(?:openclaw|hermes|claude\/agent-memory)\/(?:.+\/)?MEMORY\.md$/],
  [undefined, /(^|\/)AGENTS\.md$/],
];

/** Clients whose settings may hold hooks. */
const hooked: ReadonlySet<string> = new Set(['claude-code', 'gemini-cli', 'qwen-code', 'codex']);

const observeHook = (path: string, client: string, { name, event, command, line }: HookSaid): AssetObservation => {
  const [program = '', ...args] = command.trim().split(/\s+/);
  return {
    key: `hook:${name}`,
    kind: 'hook',
    name,
    identifiers: [{ scheme: 'symbol', value: `${path}#hook:${name}` }],
    facts: {
      command: { value: program },
      arguments: { value: redactArguments(args).map(({ text }) => text) },
      clientName: { value: client },
      event: { value: event },
      textSigns: { value: findTextSigns(command).map(({ sign }) => sign) },
      active: { value: true, how: 'default' },
    },
    line,
  };
};

const readInstructions = (input: FileInput, client: string | undefined): Extraction => {
  if (input.text().trim() === '') return emptyExtraction;
  const asset: AssetObservation = {
    key: 'instructions',
    kind: 'instruction-file',
    name: baseNameOf(input.path),
    identifiers: [{ scheme: 'place', value: input.path }],
    facts: { path: { value: input.path }, ...(client === undefined ? {} : { clientName: { value: client } }) },
    line: 1,
  };
  const contained: RelationObservation = {
    relation: 'contains',
    from: project,
    to: { local: 'instructions' },
    line: 1,
  };
  const said = observeInstructions(input, asset);
  if (client === undefined)
    return { ...emptyExtraction, assets: said.assets, relations: [contained, ...said.relations] };
  return {
    ...emptyExtraction,
    assets: [...said.assets, observeClient(input.path, client, 1)],
    relations: [
      contained,
      ...said.relations,
      { relation: 'instructs', from: { local: 'instructions' }, to: { local: 'client' }, line: 1 },
    ],
  };
};

/** One file takes back nothing that another one allows, so the less a setting asks the more it counts. */
const sureness = { 'never-asks': 1, 'asks-for-some': 0.95, 'always-asks': 0.9 } as const;
const approvalFact = ({ approval, line }: ApprovalSaid) => ({ value: approval, line, confidence: sureness[approval] });

const readSettings = (
  input: FileInput,
  client: string,
  file: PositionedFile,
  hooks: readonly HookSaid[],
  settings?: SettingsFile,
): Extraction => {
  const gaps: Gap[] = file.errors.map(({ line, why }) => ({ what: `${input.path}:${line}`, scope: 'file', why }));
  const root = file.value;
  if (root?.is !== 'map') return { ...emptyExtraction, gaps };
  const said = settings?.approvals(root) ?? [];
  const approval = leastAsking(said);
  const secrets = entriesOf(valueAt(root, 'env')).flatMap(([name, { line, value }]) => {
    const text = textOf(value);
    const judgement = text === undefined ? undefined : judgeNamed(name, text);
    return judgement ? [observeSecret(input, judgement, judgement.value, 'configuration', line)] : [];
  });
  const sandboxOff = sandboxOffIn(client, root);
  const started = serversStartedIn(client, root);
  const addresses = redirectionsIn(client, root).map((each) => observeModelAddress(input.path, each, 'agent-settings'));
  const first = approval ?? sandboxOff ?? started ?? hooks[0] ?? addresses[0] ?? secrets[0];
  // Settings that say nothing of what the agent may do are no news: many projects keep an editor’s.
  if (first === undefined) return { ...emptyExtraction, gaps };
  const { line } = first;
  const broad = said.flatMap((one) => (one.broad === undefined ? [] : [{ item: one.broad, line: one.line }]));
  const plain = observeClient(input.path, client, line);
  const facts = {
    ...plain.facts,
    ...(approval === undefined ? {} : { approval: approvalFact(approval) }),
    ...(broad.length === 0 ? {} : { approvedBroadly: { value: broad.map(({ item }) => item), line: broad[0]!.line } }),
    ...(sandboxOff === undefined ? {} : { sandboxOff }),
    ...(started === undefined ? {} : { startsServersUnasked: started }),
  };
  const assets = hooks.map((hook) => observeHook(input.path, client, hook));
  return {
    ...emptyExtraction,
    assets: [{ ...plain, facts }, ...assets, ...secrets, ...addresses],
    relations: [
      { relation: 'contains', from: project, to: { local: 'client' }, line },
      ...assets.map(({ key, line: at }) => ({
        relation: 'triggers' as const,
        from: { local: 'client' },
        to: { local: key },
        line: at,
      })),
      ...addresses.map(({ key, line: at }) => ({
        relation: 'invokes' as const,
        from: { local: 'client' },
        to: { local: key },
        line: at,
      })),
      ...secrets.map(({ key, line: at }) => ({
        relation: 'uses-secret' as const,
        from: { local: 'client' },
        to: { local: key },
        line: at,
      })),
    ],
    gaps,
  };
};

export default defineExtractor({
  id: 'agent-settings',
  title: 'Settings and instructions of coding agents',
  claims: {
    paths: [
      ...settingsFiles,
      ...[...hookFiles].map(([, path]) => ({ path })),
      ...instructionFiles.map(([, path]) => ({ path })),
    ].map(({ path }) => path),
  },
  limit: 2_000_000,
  extract(input): Extraction {
    const settings = settingsFiles.find(({ path }) => path.test(input.path));
    if (settings) {
      const file = readers[settings.format](input.text());
      return readSettings(
        input,
        settings.client,
        file,
        file.value && hooked.has(settings.client) ? readHooks(file.value) : [],
        settings,
      );
    }
    const hook = hookFiles.find(([, path]) => path.test(input.path));
    if (hook) {
      const file = readJson(input.text());
      return readSettings(input, hook[0], file, file.value ? hook[2](file.value) : []);
    }
    const instructions = instructionFiles.find(([, path]) => path.test(input.path));
    return instructions ? readInstructions(input, instructions[0]) : emptyExtraction;
  },
});
