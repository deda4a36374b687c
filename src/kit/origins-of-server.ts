/** Which sites a model server answers in browsers, by the variable or argument that says so. */
import type { FactSaid } from './define-extractor.ts';
import type { Told } from './recognise-service.ts';

/** https://github.com/ollama/ollama/blob/main/docs/faq.mdx, https://docs.vllm.ai/en/latest/cli/serve.html */
const variables = ['OLLAMA_ORIGINS', 'LANGFLOW_CORS_ORIGINS', 'CORS_ALLOW_ORIGIN', 'CORS_ORIGINS'];

/** The origins that are said, and none where nothing is said: what a vendor lets in by default is no setting of its user. */
export const originsOfServer = ({ environment }: Told, line: number): { readonly origins?: FactSaid } => {
  const given = variables.map((name) => environment.get(name)).find((text) => text !== undefined && text !== '');
  if (given === undefined) return {};
  const origins = given.split(/[,;\s]+/).filter((text) => text !== '');
  return { origins: { value: origins, line } };
};
