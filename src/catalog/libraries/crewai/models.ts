/** How CrewAI names models. */
import type { Link, Pick } from '../../../kit/define-library.ts';

export const framework: Pick = { value: 'crewai' };
/** Names as LiteLLM writes them: `anthropic/claude-…`; without a vendor it is OpenAI’s. */
export const modelName: Pick = { as: 'provider-path', prefix: 'openai:' };
export const invokes = (named: readonly string[]): Link => ({
  relation: 'invokes',
  from: 'self',
  to: { pick: { named, ...modelName }, texts: { kind: 'model', scheme: 'model-name' } },
});
