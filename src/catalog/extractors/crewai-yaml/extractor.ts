/** Reads the agents and tasks that CrewAI keeps in YAML: what each is told, and the model that is named there. */
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type RelationObservation,
} from '../../../kit/define-extractor.ts';
import { project } from '../../../kit/observe-packages.ts';
import { entriesOf, entryOf, type Positioned, textOf } from '../../../read/positioned.ts';
import { readYaml } from '../../../read/yaml-positions.ts';

const has = (of: Positioned, ...keys: readonly string[]): boolean =>
  keys.every((key) => textOf(entryOf(of, key)?.value) !== undefined);

/** An agent has a role and a goal, a task what is expected of it; lists of agents of other programs have neither. */
const isEntry = (of: Positioned): boolean => has(of, 'role', 'goal') || has(of, 'description', 'expected_output');

/** Longest text that is told; a goal is a sentence. */
const longest = 500;

/** `openai/gpt-4o` as LiteLLM writes it; a bare name is OpenAI’s: https://docs.crewai.com/en/concepts/llms */
const modelOf = (llm: string): string | undefined => {
  const found = /^(?:([a-z_]+)\/)?([\w.:/@-]+)$/i.exec(llm.trim());
  if (!found) return undefined;
  const [, provider, name = ''] = found;
  if (provider !== undefined) return `${provider === 'gemini' ? 'google' : provider}:${name}`;
  return /^(?:gpt-|o\d|chatgpt-)/.test(name) ? `openai:${name}` : undefined;
};

export default defineExtractor({
  id: 'crewai-yaml',
  title: 'Agents and tasks of a CrewAI crew',
  claims: { paths: [/(?:^|[/_-])(?:agents|tasks)\.ya?ml$/] },
  limit: 1_000_000,
  extract({ path, text }): Extraction {
    const { value: root, errors } = readYaml(text());
    const entries = entriesOf(root).filter(([, { value }]) => isEntry(value));
    if (entries.length === 0) return emptyExtraction;
    const assets: AssetObservation[] = [];
    const relations: RelationObservation[] = [];
    for (const [name, { value, line }] of entries) {
      const said = entryOf(value, 'goal') ?? entryOf(value, 'description');
      const words = textOf(said?.value)?.trim().slice(0, longest);
      assets.push({
        key: name,
        kind: 'prompt',
        name,
        identifiers: [{ scheme: 'symbol', value: `${path}#${name}` }],
        facts: {
          path: { value: path },
          ...(words ? { description: { value: words, line: said!.line } } : {}),
        },
        line,
      });
      relations.push({ relation: 'contains', from: project, to: { local: name }, line });
      const llm = entryOf(value, 'llm');
      const model = modelOf(textOf(llm?.value) ?? '');
      if (llm !== undefined && model !== undefined)
        relations.push({
          relation: 'instructs',
          from: { local: name },
          to: { kind: 'model', identifier: { scheme: 'model-name', value: model } },
          line: llm.line,
        });
    }
    return {
      ...emptyExtraction,
      assets,
      relations,
      gaps: errors.map(({ line, why }) => ({ what: `${path}:${line}`, scope: 'file' as const, why })),
    };
  },
});
