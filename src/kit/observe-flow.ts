/** What extractors say of a flow that people drew in a low-code builder: an application, with the agents, models, tools and stores in it. */
import type { FactName } from '../domain/facts.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type {
  AssetObservation,
  AssetReference,
  CompletenessClaim,
  Extraction,
  FactSaid,
  RelationObservation,
} from '../domain/observation.ts';
import type { RelationKind } from '../domain/relations.ts';
import { unknownTerm } from '../domain/term.ts';
import { isPlaceholderName } from '../read/placeholder-name.ts';
import type { Mistake } from '../read/positioned.ts';
import { project } from './observe-packages.ts';

type Facts = Readonly<Partial<Record<FactName, FactSaid>>>;

/** Longest text of a prompt or description that is told. */
const longest = 500;

/** A model as a flow names it; without a name the builder’s own choice holds, which is not in the file. */
export interface FlowModel {
  readonly provider: string;
  readonly name?: string;
  readonly temperature?: number;
  readonly line: number;
}

/** Names that OpenAI gives to its models. */
const ofOpenAi = /^(?:gpt-(?!oss)|o\d|chatgpt|text-|ft:|davinci|babbage|whisper|tts|dall-e|codex|computer-use|omni)/i;

/** Collects what one flow says. Keys are those that the flow gives to its nodes. */
export class Flow {
  readonly #path: string;
  readonly #framework: string;
  readonly #within: string;
  readonly #assets = new Map<string, AssetObservation>();
  readonly #relations: RelationObservation[] = [];
  readonly #said = new Set<string>();

  /**
   * The application that the flow is; its key is empty. `within` tells flows of one file apart, and stands before all keys of this one.
   */
  constructor(path: string, framework: string, name: string, line: number, facts: Facts = {}, within = '') {
    this.#path = path;
    this.#framework = framework;
    this.#within = within;
    this.#assets.set('', {
      key: this.#own(''),
      kind: 'ai-application',
      name,
      identifiers: [{ scheme: 'symbol', value: `${path}#${this.#own('flow')}` }],
      facts: { framework: { value: framework }, path: { value: path }, ...facts },
      line,
    });
  }

  #own(key: string): string {
    return this.#within === '' ? key : `${this.#within}/${key}`;
  }

  /** Text from outside reaches a model of the flow. */
  takeUntrusted(): void {
    const flow = this.#assets.get('')!;
    const untrustedInput: FactSaid = { value: true, how: 'inferred', confidence: 0.9 };
    this.#assets.set('', { ...flow, facts: { ...flow.facts, untrustedInput } });
  }

  has(key: string): boolean {
    return this.#assets.has(key);
  }

  /** Adds a node that is a thing of its own, as a part of the flow. */
  part(
    kind: AssetKind,
    key: string,
    name: string,
    line: number,
    facts: Facts = {},
    complete: readonly CompletenessClaim[] = [],
  ): void {
    if (this.#assets.has(key)) return;
    this.#assets.set(key, {
      key: this.#own(key),
      kind,
      name,
      identifiers: [{ scheme: 'symbol', value: `${this.#path}#${this.#own(key)}` }],
      facts,
      ...(complete.length > 0 ? { complete } : {}),
      line,
    });
    this.relate('contains', '', key, line);
  }

  /** An agent; all its tools are among those that the flow gives it. */
  agent(key: string, name: string, line: number, facts: Facts = {}): void {
    this.part('agent', key, name, line, { framework: { value: this.#framework }, ...facts }, [
      { relation: 'uses-tool', grade: 'declared', scope: 'file', line },
    ]);
  }

  tool(key: string, name: string, line: number, facts: Facts = {}): void {
    this.part('tool', key, name, line, { framework: { value: this.#framework }, ...facts });
  }

  /** The words that steer an agent, or the flow where it is no agent’s; nothing for words that are not there. */
  prompt(key: string, name: string, text: string | undefined, line: number, of: string): void {
    const words = text?.trim();
    if (!words) return;
    this.part('prompt', key, name, line, { description: { value: words.slice(0, longest) } });
    this.relate('instructs', key, of, line);
  }

  /** `from` calls, or a store embeds with, the model. */
  model(relation: 'invokes' | 'embeds-with', from: string, model: FlowModel): void {
    const { name, temperature, line } = model;
    const isNamed = name !== undefined && name !== '' && !isPlaceholderName(name) && !/[{}$]/.test(name);
    if (!isNamed) {
      const value = unknownTerm('the node names no model that the file holds', line);
      const to: AssetReference = { kind: 'model', identifier: { scheme: 'model-name', value } };
      this.#relations.push({ relation, from: { local: this.#own(from) }, to, line });
      return;
    }
    const plain = name.replace(/^models\//, '');
    // Other makers’ models are reached through OpenAI’s protocol at an address that the credential holds.
    const provider = model.provider === 'openai' && !ofOpenAi.test(plain) ? 'compatible' : model.provider;
    const key = `model:${provider}:${plain}`;
    if (!this.#assets.has(key))
      this.#assets.set(key, {
        key: this.#own(key),
        kind: 'model',
        name: plain,
        identifiers: [{ scheme: 'model-name', value: `${provider}:${plain}` }],
        facts: {
          provider: { value: provider },
          modelName: { value: plain },
          // Ollama runs on a machine of one’s own as often as not.
          ...(provider === 'ollama' ? {} : { source: { value: 'provider-api' }, hosting: { value: 'remote-api' } }),
          ...(temperature === undefined ? {} : { temperature: { value: temperature } }),
        },
        line,
      });
    this.relate(relation, from, key, line);
  }

  /** Joins two parts, once. */
  relate(relation: RelationKind, from: string, to: string, line: number): void {
    const said = `${relation} ${from} ${to}`;
    if (from === to || this.#said.has(said)) return;
    this.#said.add(said);
    this.#relations.push({ relation, from: { local: this.#own(from) }, to: { local: this.#own(to) }, line });
  }

  /** A credential that is written into a node, as `observeSecret` tells of it. */
  secret(observation: AssetObservation, of: string): void {
    const { key } = observation;
    if (!this.#assets.has(key)) this.#assets.set(key, { ...observation, key: this.#own(key) });
    this.relate('contains', '', key, observation.line);
    this.relate('uses-secret', of, key, observation.line);
  }

  /** All that was said. A flow without any part that has to do with AI says nothing. */
  extraction(mistakes: readonly Mistake[]): Extraction {
    const gaps = mistakes.map(({ line, why }) => ({ what: `${this.#path}:${line}`, scope: 'file' as const, why }));
    const parts = { definitions: [], units: [], programs: [] };
    if (this.#assets.size === 1 && this.#relations.length === 0)
      return { ...parts, assets: [], relations: [], gaps: [] };
    const line = this.#assets.get('')!.line;
    return {
      ...parts,
      assets: [...this.#assets.values()],
      relations: [{ relation: 'contains', from: project, to: { local: this.#own('') }, line }, ...this.#relations],
      gaps,
    };
  }
}
