/** How CrewAI names models. */
import type { Link, Pick } from '../../../kit/define-library.ts';

export const framework: Pick = { value: 'crewai' };
/** Names as LiteLLM writes them: `anthropic/claude-…`; without a vendor it is OpenAI’s. */
export const modelName: Pick = { as: 'provider-path', prefix: 'openai:' };
/** An agent without a model takes the one that the environment names: https://docs.crewai.com/en/concepts/llms */
export const invokes = (named: readonly string[], environment?: string): Link => ({
  relation: 'invokes',
  from: 'self',
  to: {
    pick: { named, ...(environment === undefined ? {} : { environment }), ...modelName },
    texts: { kind: 'model', scheme: 'model-name' },
  },
});
