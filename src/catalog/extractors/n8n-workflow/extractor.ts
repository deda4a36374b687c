/** Reads n8n workflows as they are exported: agents, the models, tools and memory connected to them, and who can start them. */
import {
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FactName,
  type FactSaid,
} from '../../../kit/define-extractor.ts';
import { Flow, type FlowModel } from '../../../kit/observe-flow.ts';
import { readJson } from '../../../read/json-positions.ts';
import { providerNamed } from '../../../read/model-provider.ts';
import { booleanOf, entriesOf, entryOf, itemsOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';
import { holdsWords } from '../../../read/quick-look.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import {
  base,
  effectsOfTool,
  entersFromOutside,
  isAgent,
  isChain,
  isEmbedding,
  isMemory,
  isModel,
  isOwnModel,
  isPersistent,
  isVectorStore,
  langchain,
} from './nodes.ts';

interface Node {
  readonly name: string;
  readonly type: string;
  /** The type without its package. */
  readonly short: string;
  readonly parameters: Positioned | undefined;
  readonly line: number;
}

interface Connection {
  readonly from: string;
  readonly to: string;
  /** `main`, `ai_tool`, `ai_languageModel`… */
  readonly as: string;
  readonly line: number;
}

const nodesOf = (root: Positioned | undefined): readonly Node[] =>
  itemsOf(valueAt(root, 'nodes')).flatMap((node) => {
    const name = textOf(valueAt(node, 'name'));
    const type = textOf(valueAt(node, 'type'));
    if (name === undefined || type === undefined || booleanOf(valueAt(node, 'disabled')) === true) return [];
    const short = type.replace(langchain, '').replace(base, '');
    return [{ name, type, short, parameters: valueAt(node, 'parameters'), line: node.line }];
  });

const connectionsOf = (root: Positioned | undefined): readonly Connection[] =>
  entriesOf(valueAt(root, 'connections')).flatMap(([from, { value }]) =>
    entriesOf(value).flatMap(([as, ways]) =>
      itemsOf(ways.value).flatMap((way) =>
        itemsOf(way).flatMap((end) => {
          const to = textOf(valueAt(end, 'node'));
          return to === undefined ? [] : [{ from, to, as, line: end.line }];
        }),
      ),
    ),
  );

/** A parameter: plain, or chosen from a list, which keeps its value inside. Expressions begin with `=`. */
const parameterOf = (node: Node, ...names: readonly string[]): string | undefined => {
  for (const name of names) {
    const value = valueAt(node.parameters, ...name.split('.'));
    const text = textOf(value) ?? textOf(valueAt(value, 'value'));
    if (text !== undefined && text !== '') return text;
  }
  return undefined;
};

const modelOf = (node: Node): FlowModel => {
  // An expression without a part to compute is a text after all.
  const name = parameterOf(node, 'model', 'modelName', 'modelId')?.replace(/^=/, '');
  const temperature = valueAt(node.parameters, 'options', 'temperature');
  return {
    provider: providerNamed(node.short.replace(/^(?:lmChat|lm|embeddings)/, '')),
    ...(name === undefined ? {} : { name }),
    ...(temperature?.is === 'scalar' && typeof temperature.value === 'number'
      ? { temperature: temperature.value }
      : {}),
    line: node.line,
  };
};

/** Names of all nodes that a run passes through from one of these. */
const reachedFrom = (starts: readonly string[], connections: readonly Connection[]): ReadonlySet<string> => {
  const next = new Map<string, string[]>();
  for (const { from, to, as } of connections) if (as === 'main') next.set(from, [...(next.get(from) ?? []), to]);
  const reached = new Set(starts);
  const open = [...starts];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const to of next.get(at) ?? [])
      if (!reached.has(to)) {
        reached.add(to);
        open.push(to);
      }
  return reached;
};

const usesAi = ({ type, short }: Node): boolean =>
  langchain.test(type) &&
  (isAgent(short) ||
    isChain(short) ||
    isModel(short) ||
    isOwnModel(short) ||
    isVectorStore(short) ||
    isEmbedding(short));

class Reading {
  readonly #nodes: ReadonlyMap<string, Node>;
  readonly #connections: readonly Connection[];
  readonly flow: Flow;

  constructor(flow: Flow, nodes: readonly Node[], connections: readonly Connection[]) {
    this.flow = flow;
    this.#nodes = new Map(nodes.map((node) => [node.name, node]));
    this.#connections = connections.filter(({ from, to }) => this.#nodes.has(from) && this.#nodes.has(to));
  }

  read(): void {
    const nodes = [...this.#nodes.values()];
    const outside = nodes.filter(({ type }) => entersFromOutside(type)).map(({ name }) => name);
    const reached = reachedFrom(outside, this.#connections);
    for (const node of nodes) this.#part(node, reached.has(node.name));
    if (nodes.some((node) => reached.has(node.name) && usesAi(node))) this.flow.takeUntrusted();
    for (const connection of this.#connections) this.#join(connection);
    for (const node of nodes) this.#entry(node);
  }

  #part(node: Node, isReached: boolean): void {
    const { name, short, type, line } = node;
    if (!langchain.test(type)) return;
    const system = parameterOf(node, 'options.systemMessage', 'systemMessage');
    if (isAgent(short)) {
      const facts: Partial<Record<FactName, FactSaid>> = isReached
        ? { untrustedInput: { value: true, how: 'inferred', confidence: 0.9 } }
        : {};
      const most = valueAt(node.parameters, 'options', 'maxIterations');
      if (most?.is === 'scalar' && typeof most.value === 'number')
        facts.maxIterations = { value: most.value, line: most.line };
      this.flow.agent(name, name, line, facts);
      this.flow.prompt(`${name}#system`, `${name}: system message`, system, line, name);
    } else if (isOwnModel(short)) this.flow.model('invokes', '', modelOf(node));
    else if (isMemory(short))
      this.flow.part('memory', name, name, line, { persistent: { value: isPersistent(short), how: 'default' } });
    else if (isVectorStore(short)) {
      const service = short.replace(/^vectorStore/, '').toLowerCase();
      this.flow.part('vector-store', name, name, line, { service: { value: service } });
      if (parameterOf(node, 'mode') === 'insert') this.flow.relate('writes', '', name, line);
      else this.flow.relate('grounded-on', '', name, line);
    } else if (short === 'guardrails') {
      this.flow.part('guardrail', name, name, line);
      this.flow.relate('guarded-by', '', name, line);
    }
  }

  /** A node that is connected to what uses it. */
  #join({ from, to, as, line }: Connection): void {
    const node = this.#nodes.get(from)!;
    const user = this.#nodes.get(to)!;
    // What a chain or a tool uses, the workflow uses.
    const owner = langchain.test(user.type) && isAgent(user.short) ? to : '';
    if (as === 'ai_languageModel' && isModel(node.short)) this.flow.model('invokes', owner, modelOf(node));
    else if (as === 'ai_embedding' && isEmbedding(node.short)) {
      if (isVectorStore(user.short)) this.flow.model('embeds-with', to, modelOf(node));
      else this.flow.model('invokes', '', modelOf(node));
    } else if (as === 'ai_memory' && isMemory(node.short) && owner !== '')
      this.flow.relate('remembers', owner, from, line);
    else if (as === 'ai_tool' && owner !== '') this.#tool(node, owner, line);
  }

  #tool(node: Node, owner: string, line: number): void {
    const { name, short } = node;
    if (isAgent(short)) {
      this.flow.relate('delegates-to', owner, name, line);
      return;
    }
    if (isVectorStore(short)) {
      this.flow.relate('grounded-on', owner, name, line);
      return;
    }
    if (short === 'mcpClientTool') {
      const url = parameterOf(node, 'endpointUrl', 'sseEndpoint');
      const isPlain = url !== undefined && /^https?:\/\/[^\s{}@]+$/.test(url);
      this.flow.part('mcp-server-configuration', name, name, node.line, {
        ...(isPlain
          ? { url: { value: url.replace(/\?.*$/, '') }, encryptedTransport: { value: url.startsWith('https:') } }
          : {}),
        active: { value: true, how: 'default' },
      });
    } else {
      const description = parameterOf(node, 'description', 'toolDescription');
      // Other nodes have a name of something else among their parameters.
      const own = langchain.test(node.type) ? parameterOf(node, 'name') : undefined;
      const [method, resource, operation, query, url] = ['method', 'resource', 'operation', 'query', 'url'].map(
        (each) => parameterOf(node, each),
      );
      this.flow.tool(name, own === undefined || own.startsWith('=') ? name : own, node.line, {
        ...(description === undefined ? {} : { description: { value: description.slice(0, 500) } }),
        ...effectsOfTool(short, { method, resource, operation, query, url }),
        // A node that asks a person would stand between the two.
        approval: { value: 'never-asks', how: 'default', confidence: 0.9 },
      });
    }
    this.flow.relate('uses-tool', owner, name, line);
  }

  /** An address at which anybody can start the workflow: https://docs.n8n.io/integrations/builtin/core-nodes/n8n-nodes-base.webhook/ */
  #entry(node: Node): void {
    const isChat = node.short === 'chatTrigger';
    if (!isChat && node.short !== 'webhook') return;
    if (isChat && booleanOf(valueAt(node.parameters, 'public')) !== true) return;
    const written = entryOf(node.parameters, 'authentication');
    const said = textOf(written?.value);
    const authentication: FactSaid =
      said === undefined || written === undefined
        ? { value: 'none', how: 'default' }
        : { value: said === 'none' ? 'none' : /header|jwt/i.test(said) ? 'token' : 'password', line: written.line };
    this.flow.part('web-route', node.name, node.name, node.line, {
      framework: { value: 'n8n' },
      authentication,
      untrustedInput: { value: true },
    });
    this.flow.relate('exposes', node.name, '', node.line);
  }
}

export default defineExtractor({
  id: 'n8n-workflow',
  title: 'n8n workflows',
  claims: { endings: ['.json'] },
  limit: 20_000_000,
  // No flow is as large; what else is, others tell.
  head: 65_536,
  extract({ path, bytes, text }): Extraction {
    if (!holdsWords(bytes, ['"nodes"', '"connections"', 'n8n-nodes-langchain.'])) return emptyExtraction;
    const { value: root, errors } = readJson(text());
    const nodes = nodesOf(root);
    if (valueAt(root, 'connections')?.is !== 'map' || !nodes.some(usesAi)) return emptyExtraction;
    const name = textOf(valueAt(root, 'name')) ?? baseNameOf(path).replace(/\.json$/i, '');
    const flow = new Flow(path, 'n8n', name, root?.line ?? 1);
    new Reading(flow, nodes, connectionsOf(root)).read();
    return flow.extraction(errors);
  },
});
