/** Reads Flowise chatflows and agentflows as they are exported. */
import { defineExtractor, type Extraction, emptyExtraction } from '../../../kit/define-extractor.ts';
import { Flow, type FlowModel } from '../../../kit/observe-flow.ts';
import { readJson } from '../../../read/json-positions.ts';
import { providerNamed } from '../../../read/model-provider.ts';
import { booleanOf, entriesOf, itemsOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';
import { holdsWords } from '../../../read/quick-look.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { isAgentNode, isMcp, isModelCategory, toolFacts } from './nodes.ts';

interface Node {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly category: string;
  readonly inputs: Positioned | undefined;
  readonly line: number;
}

const nodesOf = (root: Positioned | undefined): readonly Node[] =>
  itemsOf(valueAt(root, 'nodes')).flatMap((node) => {
    const data = valueAt(node, 'data');
    const id = textOf(valueAt(data, 'id')) ?? textOf(valueAt(node, 'id'));
    const name = textOf(valueAt(data, 'name'));
    const category = textOf(valueAt(data, 'category'));
    // A note that somebody stuck to the canvas has the same shape.
    if (id === undefined || name === undefined || category === undefined || /^stickyNote/.test(name)) return [];
    const label = textOf(valueAt(data, 'label')) ?? name;
    return [{ id, name, label, category, inputs: valueAt(data, 'inputs'), line: node.line }];
  });

/** What people write into these fields is kept as the HTML of an editor. */
const plain = (html: string | undefined): string | undefined =>
  html
    ?.replace(/<[^>]{0,500}>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const numberAt = (of: Positioned | undefined, key: string): number | undefined => {
  const value = valueAt(of, key);
  const number =
    value?.is === 'scalar' && value.value !== '' && value.value !== null ? Number(value.value) : Number.NaN;
  return Number.isFinite(number) ? number : undefined;
};

const modelFrom = (component: string, settings: Positioned | undefined, line: number): FlowModel => {
  const name = ['modelName', 'customModelName', 'model', 'azureOpenAIApiDeploymentName', 'customModel']
    .map((key) => textOf(valueAt(settings, key)))
    .find((text) => text !== undefined && text !== '');
  const temperature = numberAt(settings, 'temperature');
  const provider = textOf(valueAt(settings, 'basepath')) ? 'compatible' : providerNamed(component);
  return {
    provider,
    ...(name === undefined ? {} : { name }),
    ...(temperature === undefined ? {} : { temperature }),
    line,
  };
};

class Reading {
  readonly #flow: Flow;
  readonly #nodes: ReadonlyMap<string, Node>;

  constructor(flow: Flow, nodes: readonly Node[]) {
    this.#flow = flow;
    this.#nodes = new Map(nodes.map((node) => [node.id, node]));
  }

  read(): void {
    for (const node of this.#nodes.values()) this.#part(node);
    for (const node of this.#nodes.values()) this.#connect(node);
  }

  #part({ id, name, label, category, inputs, line }: Node): void {
    const flow = this.#flow;
    if (isAgentNode(category, name)) {
      const maxIterations = numberAt(inputs, 'maxIterations');
      flow.agent(id, textOf(valueAt(inputs, name === 'worker' ? 'workerName' : 'agentName')) || label, line, {
        ...(maxIterations === undefined ? {} : { maxIterations: { value: maxIterations } }),
      });
      this.#words(id, label, inputs, line);
    } else if (category === 'Memory')
      flow.part('memory', id, label, line, {
        persistent: { value: !/^buffer|^conversation/.test(name), how: 'default' },
      });
    else if (category === 'Vector Stores') {
      flow.part('vector-store', id, label, line, { service: { value: name.replace(/LlamaIndex$/, '').toLowerCase() } });
      flow.relate('grounded-on', '', id, line);
    } else if (category === 'Moderation') {
      flow.part('guardrail', id, label, line);
      flow.relate('guarded-by', '', id, line);
    } else if (category === 'Prompts') {
      const text = textOf(valueAt(inputs, 'template')) ?? textOf(valueAt(inputs, 'systemMessagePrompt'));
      flow.prompt(id, label, text, line, '');
    } else if (isMcp(category))
      flow.part('mcp-server-configuration', id, label, line, { active: { value: true, how: 'default' } });
    else if (category === 'Tools') {
      const description = plain(
        textOf(valueAt(inputs, 'customToolDesc')) ??
          textOf(valueAt(inputs, 'description')) ??
          textOf(valueAt(inputs, 'toolDescription')),
      );
      flow.tool(id, textOf(valueAt(inputs, 'customToolName')) || textOf(valueAt(inputs, 'name')) || label, line, {
        ...(description ? { description: { value: description.slice(0, 500) } } : {}),
        ...toolFacts[name],
      });
    }
  }

  #words(id: string, label: string, inputs: Positioned | undefined, line: number): void {
    const listed = itemsOf(valueAt(inputs, 'agentMessages')).find((one) => textOf(valueAt(one, 'role')) === 'system');
    const text = ['systemMessage', 'systemMessagePrompt', 'workerPrompt', 'supervisorPrompt', 'agentInstructions']
      .map((key) => textOf(valueAt(inputs, key)))
      .find((each) => each !== undefined && each !== '');
    this.#flow.prompt(
      `${id}#system`,
      `${label}: system message`,
      plain(textOf(valueAt(listed, 'content')) ?? text),
      line,
      id,
    );
  }

  /** Nodes are given to others as `{{chatOpenAI_0.data.instance}}` in their inputs, alone or in a list. */
  #connect(node: Node): void {
    const owner = this.#flow.has(node.id) && isAgentNode(node.category, node.name) ? node.id : '';
    for (const [field, { value, line }] of entriesOf(node.inputs)) {
      for (const item of [value, ...itemsOf(value)]) {
        const id = /^\{\{([\w-]+)\.data\.instance\}\}$/.exec(textOf(item) ?? '')?.[1];
        const given = id === undefined ? undefined : this.#nodes.get(id);
        if (given) this.#give(given, node, owner, field, line);
      }
    }
    this.#inside(node, owner);
  }

  #give(given: Node, user: Node, owner: string, field: string, line: number): void {
    const flow = this.#flow;
    if (isModelCategory(given.category)) flow.model('invokes', owner, modelFrom(given.name, given.inputs, given.line));
    else if (given.category === 'Embeddings') {
      const isStore = user.category === 'Vector Stores';
      flow.model(
        isStore ? 'embeds-with' : 'invokes',
        isStore ? user.id : owner,
        modelFrom(given.name, given.inputs, given.line),
      );
    } else if (given.category === 'Vector Stores' && owner !== '') flow.relate('grounded-on', owner, given.id, line);
    else if (given.category === 'Memory' && owner !== '') flow.relate('remembers', owner, given.id, line);
    else if (given.category === 'Tools' || isMcp(given.category)) {
      if (flow.has(given.id)) flow.relate('uses-tool', owner, given.id, line);
    } else if (isAgentNode(given.category, given.name) && owner !== '' && field === 'supervisor')
      flow.relate('delegates-to', given.id, owner, line);
  }

  /** Nodes of agentflows hold the model and the tools that they use in their own inputs. */
  #inside({ id, name, category, inputs, label }: Node, owner: string): void {
    if (category !== 'Agent Flows') return;
    for (const [field, { value, line }] of entriesOf(inputs)) {
      const component = textOf(value);
      if (component && /^(?:agent|llm|conditionAgent|humanInput)Model$/.test(field))
        this.#flow.model('invokes', owner, modelFrom(component, valueAt(inputs, `${field}Config`), line));
    }
    for (const [index, tool] of itemsOf(valueAt(inputs, 'agentTools')).entries()) {
      const selected = textOf(valueAt(tool, 'agentSelectedTool'));
      if (!selected) continue;
      const key = `${id}#tool-${index}`;
      const asksFirst = booleanOf(valueAt(tool, 'agentSelectedToolRequiresHumanInput')) === true;
      this.#flow.tool(key, selected, tool.line, {
        ...toolFacts[selected],
        // A person is asked first where the flow says so.
        approval: { value: asksFirst ? 'always-asks' : 'never-asks' },
      });
      this.#flow.relate('uses-tool', owner, key, tool.line);
    }
    if (name !== 'agentAgentflow') this.#words(id, label, inputs, inputs?.line ?? 1);
  }
}

const isOurs = ({ category }: Node): boolean =>
  isModelCategory(category) ||
  /^(?:Agents|Agent Flows|Multi Agents|Sequential Agents|Chains|Vector Stores|Embeddings)$/.test(category);

export default defineExtractor({
  id: 'flowise-flow',
  title: 'Flowise flows',
  claims: { endings: ['.json'] },
  limit: 20_000_000,
  // No flow is as large; what else is, others tell.
  head: 65_536,
  extract({ path, bytes, text }): Extraction {
    if (!holdsWords(bytes, ['"nodes"', '"edges"', '"baseClasses"', '"inputParams"'])) return emptyExtraction;
    const { value: root, errors } = readJson(text());
    const nodes = nodesOf(root);
    if (valueAt(root, 'edges')?.is !== 'list' || !nodes.some(isOurs)) return emptyExtraction;
    const name = textOf(valueAt(root, 'name')) ?? baseNameOf(path).replace(/\.json$/i, '');
    const flow = new Flow(path, 'flowise', name, root?.line ?? 1);
    new Reading(flow, nodes).read();
    return flow.extraction(errors);
  },
});
