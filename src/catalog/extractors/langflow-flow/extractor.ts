/** Reads Langflow flows as they are exported: components with their fields, and the edges between them. */
import {
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FactName,
  type FactSaid,
  type FileInput,
} from '../../../kit/define-extractor.ts';
import { Flow, type FlowModel } from '../../../kit/observe-flow.ts';
import { observeSecret } from '../../../kit/observe-secret.ts';
import { readJson } from '../../../read/json-positions.ts';
import { readLaunch } from '../../../read/launch-command.ts';
import { providerNamed } from '../../../read/model-provider.ts';
import { entriesOf, itemsOf, type Positioned, textOf, textsOf, valueAt } from '../../../read/positioned.ts';
import { holdsWords } from '../../../read/quick-look.ts';
import { redactArguments } from '../../../read/redact-arguments.ts';
import { judgeNamed } from '../../../read/secret-shapes.ts';
import { baseNameOf } from '../../../read/source-path.ts';

interface Node {
  readonly id: string;
  /** The component’s type: `Agent`, `OpenAIModel`, `Chroma`. */
  readonly type: string;
  readonly label: string;
  /** What it gives: `LanguageModel`, `Embeddings`, `Tool`. */
  readonly gives: readonly string[];
  readonly fields: Positioned | undefined;
  readonly line: number;
}

interface Edge {
  readonly from: Node;
  readonly to: Node;
  /** The field of the second that the first is put into. */
  readonly field: string;
  readonly line: number;
}

/** The edges come last, and are missing from a file that is cut short. A flow stands in a file alone, or with others below `flows` when a whole project was exported. */
const flowsIn = (root: Positioned | undefined, isCut: boolean): readonly Positioned[] =>
  [root, ...itemsOf(valueAt(root, 'flows'))].flatMap((one) =>
    one !== undefined &&
    valueAt(one, 'data', 'nodes')?.is === 'list' &&
    (isCut || valueAt(one, 'data', 'edges')?.is === 'list')
      ? [one]
      : [],
  );

const nodesOf = (flow: Positioned): readonly Node[] =>
  itemsOf(valueAt(flow, 'data', 'nodes')).flatMap((node) => {
    const data = valueAt(node, 'data');
    const type = textOf(valueAt(data, 'type'));
    const id = textOf(valueAt(data, 'id')) ?? textOf(valueAt(node, 'id'));
    const fields = valueAt(data, 'node', 'template');
    if (type === undefined || id === undefined || fields?.is !== 'map') return [];
    const label = textOf(valueAt(data, 'node', 'display_name')) ?? type;
    return [{ id, type, label, gives: textsOf(valueAt(data, 'node', 'base_classes')), fields, line: node.line }];
  });

const edgesOf = (flow: Positioned, nodes: readonly Node[]): readonly Edge[] => {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return itemsOf(valueAt(flow, 'data', 'edges')).flatMap((edge) => {
    const from = byId.get(textOf(valueAt(edge, 'source')) ?? '');
    const to = byId.get(textOf(valueAt(edge, 'target')) ?? '');
    const field = textOf(valueAt(edge, 'data', 'targetHandle', 'fieldName')) ?? '';
    return from && to ? [{ from, to, field, line: edge.line }] : [];
  });
};

const fieldOf = (node: Node, ...names: readonly string[]): string | undefined =>
  names.map((name) => textOf(valueAt(node.fields, name, 'value'))).find((text) => text !== undefined && text !== '');

const isAgent = ({ type }: Node): boolean => /Agent(?:Component)?$/.test(type) || type === 'Agent';
const isEmbedding = ({ type, gives }: Node): boolean =>
  gives.includes('Embeddings') || /Embeddings?(?:Model)?(?:Component)?$/.test(type);
const isModel = (node: Node): boolean =>
  !isAgent(node) && !isEmbedding(node) && (node.gives.includes('LanguageModel') || /^LanguageModel/.test(node.type));
const isStore = ({ type, gives }: Node): boolean =>
  gives.includes('VectorStore') || /VectorStore(?:Component)?$/.test(type);
const isMcp = ({ type }: Node): boolean => /^MCP(?:Tools|Stdio|Sse)?/.test(type);
const isPrompt = ({ type }: Node): boolean => /^Prompt/.test(type);
const isMemory = ({ type, gives }: Node): boolean => gives.includes('Memory') || /ChatMemory$/.test(type);

const facts = (...names: readonly FactName[]): Partial<Record<FactName, FactSaid>> =>
  Object.fromEntries(names.map((name) => [name, { value: true } satisfies FactSaid]));

/** What components can do when an agent may call them, by words in their type. */
const toolEffects: readonly (readonly [type: RegExp, facts: Partial<Record<FactName, FactSaid>>])[] = [
  [/Python(?:REPL|Code|Interpreter)|CodeExecut/i, facts('executesCode')],
  [/URL|Search|Scrap|Crawl|Wikipedia|Tavily|Serp|Exa|RSS|News|YouTube|arXiv/i, facts('takesUntrustedContent')],
  [/APIRequest|Webhook|HTTP/i, facts('sendsOut', 'takesUntrustedContent')],
  [/SQL|Database|Notion|GoogleDrive|Gmail|Directory|^File/i, facts('readsPrivateData')],
  [/SaveFile|WriteFile/i, facts('changesState')],
];

const modelOf = (node: Node): FlowModel => {
  // Newer versions keep the chosen model as a list of one, with its provider.
  const chosen = itemsOf(valueAt(node.fields, 'model', 'value'))[0];
  const name = textOf(valueAt(chosen, 'name')) ?? fieldOf(node, 'model_name', 'model', 'model_id', 'azure_deployment');
  const provider =
    textOf(valueAt(chosen, 'provider')) ??
    fieldOf(node, 'provider', 'agent_llm') ??
    node.type.replace(/(?:Model|Embeddings?)(?:Component)?$/, '');
  const temperature = valueAt(node.fields, 'temperature', 'value');
  return {
    provider: providerNamed(provider),
    ...(name === undefined ? {} : { name }),
    ...(temperature?.is === 'scalar' && typeof temperature.value === 'number'
      ? { temperature: temperature.value }
      : {}),
    line: node.line,
  };
};

const readPart = (flow: Flow, node: Node, input: FileInput): void => {
  const { id, type, label, line } = node;
  if (isAgent(node)) {
    const most = valueAt(node.fields, 'max_iterations', 'value');
    flow.agent(id, label, line, {
      ...(most?.is === 'scalar' && typeof most.value === 'number'
        ? { maxIterations: { value: most.value, line: most.line } }
        : {}),
    });
    flow.prompt(`${id}#system`, `${label}: instructions`, fieldOf(node, 'system_prompt', 'system_message'), line, id);
    const provider = fieldOf(node, 'agent_llm');
    const hasOwn =
      (provider !== undefined && !/^(?:custom|connect)/i.test(provider)) ||
      itemsOf(valueAt(node.fields, 'model', 'value')).length > 0;
    if (hasOwn) flow.model('invokes', id, modelOf(node));
  } else if (isStore(node)) {
    flow.part('vector-store', id, label, line, {
      service: { value: type.replace(/VectorStore|Component/g, '').toLowerCase() },
    });
  } else if (isMcp(node)) readServer(flow, node, input);
  else if (isMemory(node)) flow.part('memory', id, label, line);
  else if (isPrompt(node)) flow.prompt(id, label, fieldOf(node, 'template'), line, '');
};

const readServer = (flow: Flow, { id, label, fields, line }: Node, input: FileInput): void => {
  const config = valueAt(fields, 'mcp_server', 'value', 'config');
  const command = textOf(valueAt(config, 'command')) ?? textOf(valueAt(fields, 'command', 'value'));
  const url = textOf(valueAt(config, 'url')) ?? textOf(valueAt(fields, 'sse_url', 'value'));
  const values = textsOf(valueAt(config, 'args'));
  const given = redactArguments(values);
  const launch = command === undefined ? undefined : readLaunch(command, values);
  const isPlain = url !== undefined && /^https?:\/\/[^\s{}@]+$/.test(url);
  flow.part('mcp-server-configuration', id, textOf(valueAt(fields, 'mcp_server', 'value', 'name')) ?? label, line, {
    ...(command
      ? {
          command: { value: command },
          arguments: { value: given.map(({ text }) => text) },
          transport: { value: 'stdio' },
        }
      : {}),
    ...(launch?.packageName === undefined
      ? {}
      : { packageName: { value: launch.packageName, confidence: launch.confidence } }),
    ...(launch?.pinned === undefined ? {} : { pinned: { value: launch.pinned, confidence: launch.confidence } }),
    ...(isPlain
      ? { url: { value: url.replace(/\?.*$/, '') }, encryptedTransport: { value: url.startsWith('https:') } }
      : {}),
    active: { value: true, how: 'default' },
  });
  for (const { secret } of given)
    if (secret) flow.secret(observeSecret(input, secret, secret.value, 'configuration', line), id);
  for (const [name, { value, line: at }] of entriesOf(valueAt(config, 'env'))) {
    const secret = judgeNamed(name, textOf(value) ?? '');
    if (secret) flow.secret(observeSecret(input, secret, secret.value, 'configuration', at), id);
  }
};

const join = (flow: Flow, { from, to, field, line }: Edge): void => {
  const owner = isAgent(to) ? to.id : '';
  if (isModel(from) && /llm|model/.test(field)) flow.model('invokes', owner, modelOf(from));
  else if (isEmbedding(from) && isStore(to)) flow.model('embeds-with', to.id, modelOf(from));
  else if (isMemory(from) && owner !== '') flow.relate('remembers', owner, from.id, line);
  else if (isStore(to) && /^ingest/.test(field)) flow.relate('writes', '', to.id, line);
  else if (owner !== '' && /^tools?$/.test(field)) {
    if (isAgent(from)) flow.relate('delegates-to', owner, from.id, line);
    else if (isStore(from)) flow.relate('grounded-on', owner, from.id, line);
    else {
      if (!flow.has(from.id)) {
        const effects = toolEffects.filter(([type]) => type.test(from.type)).map(([, one]) => one);
        flow.tool(from.id, from.label, from.line, Object.assign({}, ...effects));
      }
      flow.relate('uses-tool', owner, from.id, line);
    }
  } else if (isStore(from)) flow.relate('grounded-on', '', from.id, line);
};

export default defineExtractor({
  id: 'langflow-flow',
  title: 'Langflow flows',
  claims: { endings: ['.json'] },
  limit: 20_000_000,
  // No flow is as large; what else is, others tell.
  head: 65_536,
  extract(input): Extraction {
    const { path, bytes, text } = input;
    if (!holdsWords(bytes, ['"nodes"', '"edges"', '"template"', '"base_classes"', '"display_name"']))
      return emptyExtraction;
    const { value: root, errors } = readJson(text());
    const said = flowsIn(root, errors.length > 0).map((one, index) => {
      const nodes = nodesOf(one);
      const name = textOf(valueAt(one, 'name')) ?? baseNameOf(path).replace(/\.json$/i, '');
      const flow = new Flow(path, 'langflow', name, one.line, {}, index === 0 ? '' : `${index}`);
      for (const node of nodes) readPart(flow, node, input);
      const edges = edgesOf(one, nodes);
      for (const edge of edges) join(flow, edge);
      // A model that is connected by text alone is called by the flow itself.
      const lent = new Set(edges.flatMap(({ from, field }) => (/llm|model/.test(field) ? [from.id] : [])));
      for (const node of nodes) if (isModel(node) && !lent.has(node.id)) flow.model('invokes', '', modelOf(node));
      return flow.extraction(errors);
    });
    return {
      ...emptyExtraction,
      assets: said.flatMap(({ assets }) => assets),
      relations: said.flatMap(({ relations }) => relations),
      gaps: said[0]?.gaps ?? [],
    };
  },
});
