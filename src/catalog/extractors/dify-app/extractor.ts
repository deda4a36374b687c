/** Reads Dify applications as they are exported in its DSL: chat assistants, agents and workflows. */
import {
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FactName,
  type FactSaid,
} from '../../../kit/define-extractor.ts';
import { Flow, type FlowModel } from '../../../kit/observe-flow.ts';
import { providerNamed } from '../../../read/model-provider.ts';
import { booleanOf, entriesOf, entryOf, itemsOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';
import { holdsWords } from '../../../read/quick-look.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { readYaml } from '../../../read/yaml-positions.ts';

/** A model as the DSL writes it: provider and name, with settings beside them. */
const modelOf = (model: Positioned | undefined): FlowModel | undefined => {
  const provider = textOf(valueAt(model, 'provider'));
  const name = textOf(valueAt(model, 'name')) ?? textOf(valueAt(model, 'model'));
  if (model === undefined || !provider) return undefined;
  const temperature = valueAt(model, 'completion_params', 'temperature');
  return {
    provider: providerNamed(provider),
    ...(name === undefined ? {} : { name }),
    ...(temperature?.is === 'scalar' && typeof temperature.value === 'number'
      ? { temperature: temperature.value }
      : {}),
    line: model.line,
  };
};

const facts = (...names: readonly FactName[]): Partial<Record<FactName, FactSaid>> =>
  Object.fromEntries(names.map((name) => [name, { value: true } satisfies FactSaid]));

/** What tools can do, by words in their provider and name. */
const toolEffects: readonly (readonly [name: RegExp, facts: Partial<Record<FactName, FactSaid>>])[] = [
  [
    /search|tavily|google|bing|duckduckgo|serp|jina|firecrawl|webscraper|wikipedia|arxiv|rss/i,
    facts('takesUntrustedContent'),
  ],
  [/code|sandbox|interpreter|e2b/i, facts('executesCode')],
  [/gmail|mail|slack|discord|telegram|wecom|feishu|dingtalk|webhook/i, facts('sendsOut')],
  [/database|sql|notion|github|gitlab|drive/i, facts('readsPrivateData')],
];

const addTool = (flow: Flow, key: string, provider: string, name: string, owner: string, line: number): void => {
  const effects = toolEffects.filter(([pattern]) => pattern.test(`${provider} ${name}`)).map(([, one]) => one);
  flow.tool(key, name, line, Object.assign({}, ...effects));
  flow.relate('uses-tool', owner, key, line);
};

/** Tools that an agent is given; those that are switched off are left out. */
const addTools = (flow: Flow, owner: string, tools: Positioned | undefined): void => {
  for (const tool of itemsOf(tools)) {
    const name = textOf(valueAt(tool, 'tool_name'));
    if (name === undefined || booleanOf(valueAt(tool, 'enabled')) === false) continue;
    const provider = textOf(valueAt(tool, 'provider_name')) ?? textOf(valueAt(tool, 'provider_id')) ?? '';
    addTool(flow, `${owner}#tool:${provider}/${name}`, provider, name, owner, tool.line);
  }
};

/** The system’s part of a prompt, which is one text or a list of messages. */
const systemText = (prompt: Positioned | undefined): string | undefined =>
  textOf(valueAt(prompt, 'text')) ??
  itemsOf(prompt).flatMap((one) =>
    textOf(valueAt(one, 'role')) === 'system' ? (textOf(valueAt(one, 'text')) ?? []) : [],
  )[0];

const readNode = (flow: Flow, id: string, data: Positioned, line: number): void => {
  const title = textOf(valueAt(data, 'title')) || id;
  const type = textOf(valueAt(data, 'type'));
  const model = modelOf(valueAt(data, 'model'));
  if (type === 'llm' || type === 'question-classifier' || type === 'parameter-extractor') {
    if (model) flow.model('invokes', '', model);
    flow.prompt(
      `${id}#prompt`,
      `${title}: prompt`,
      systemText(valueAt(data, 'prompt_template')) ?? textOf(valueAt(data, 'instruction')),
      line,
      '',
    );
  } else if (type === 'agent') {
    const given = valueAt(data, 'agent_parameters');
    const most = valueAt(given, 'maximum_iterations', 'value');
    flow.agent(
      id,
      title,
      line,
      most?.is === 'scalar' && typeof most.value === 'number' ? { maxIterations: { value: most.value } } : {},
    );
    const own = modelOf(valueAt(given, 'model', 'value'));
    if (own) flow.model('invokes', id, own);
    flow.prompt(`${id}#prompt`, `${title}: instruction`, textOf(valueAt(given, 'instruction', 'value')), line, id);
    addTools(flow, id, valueAt(given, 'tools', 'value'));
  } else if (type === 'tool') {
    const name = textOf(valueAt(data, 'tool_name')) ?? title;
    addTool(flow, id, textOf(valueAt(data, 'provider_name')) ?? '', name, '', line);
  } else if (type === 'knowledge-retrieval') addKnowledge(flow, id, title, line, '');
};

/** A knowledge base of Dify keeps its documents in a vector store. */
const addKnowledge = (flow: Flow, key: string, name: string, line: number, owner: string): void => {
  flow.part('vector-store', key, name, line, { service: { value: 'dify' } });
  flow.relate('grounded-on', owner, key, line);
};

/** An assistant without a workflow keeps everything in one map. */
const readAssistant = (flow: Flow, config: Positioned, name: string, mode: string | undefined): void => {
  const model = modelOf(valueAt(config, 'model'));
  const tools = valueAt(config, 'agent_mode', 'tools');
  const isAgent =
    mode === 'agent-chat' ||
    (booleanOf(valueAt(config, 'agent_mode', 'enabled')) === true && itemsOf(tools).length > 0);
  const owner = isAgent ? 'agent' : '';
  if (isAgent) flow.agent(owner, name, config.line);
  if (model) flow.model('invokes', owner, model);
  flow.prompt('prompt', `${name}: prompt`, textOf(valueAt(config, 'pre_prompt')), config.line, owner);
  if (isAgent) addTools(flow, owner, tools);
  for (const [index, one] of itemsOf(valueAt(config, 'dataset_configs', 'datasets', 'datasets')).entries()) {
    const id = textOf(valueAt(one, 'dataset', 'id'));
    if (id !== undefined) addKnowledge(flow, `knowledge:${id}`, `knowledge base ${index + 1}`, one.line, owner);
  }
  if (booleanOf(valueAt(config, 'sensitive_word_avoidance', 'enabled')) === true) {
    flow.part('guardrail', 'moderation', 'Moderation', config.line, { filters: { value: ['content'] } });
    flow.relate('guarded-by', owner, 'moderation', config.line);
  }
};

export default defineExtractor({
  id: 'dify-app',
  title: 'Dify applications',
  claims: { endings: ['.yml', '.yaml'] },
  limit: 20_000_000,
  // No flow is as large; what else is, others tell.
  head: 65_536,
  extract({ path, bytes, text }): Extraction {
    if (
      !holdsWords(bytes, ['app:', 'mode:']) ||
      !(holdsWords(bytes, ['workflow:', 'graph:']) || holdsWords(bytes, ['model_config:']))
    )
      return emptyExtraction;
    const { value: root, errors } = readYaml(text());
    const app = valueAt(root, 'app');
    const mode = textOf(valueAt(app, 'mode'));
    const graph = valueAt(root, 'workflow', 'graph');
    const config = entryOf(root, 'model_config');
    const isOurs = mode !== undefined && /^(?:workflow|advanced-chat|agent-chat|chat|completion)$/.test(mode);
    if (!isOurs || (valueAt(graph, 'nodes')?.is !== 'list' && config?.value.is !== 'map')) return emptyExtraction;
    const name = textOf(valueAt(app, 'name')) || baseNameOf(path).replace(/\.ya?ml$/i, '');
    const flow = new Flow(path, 'dify', name, entryOf(root, 'app')?.line ?? 1);
    if (config?.value.is === 'map' && entriesOf(config.value).length > 0) readAssistant(flow, config.value, name, mode);
    for (const node of itemsOf(valueAt(graph, 'nodes'))) {
      const id = textOf(valueAt(node, 'id'));
      const data = valueAt(node, 'data');
      if (id !== undefined && data !== undefined) readNode(flow, id, data, node.line);
    }
    return flow.extraction(errors);
  },
});
