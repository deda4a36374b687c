/** Settings of the LiteLLM gateway: the models and servers that it passes requests on to, its credentials, limits and records. */
import {
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FileInput,
  literal,
} from '../../../kit/define-extractor.ts';
import { observeNamedSecret } from '../../../kit/observe-named-secret.ts';
import { type OpenExtraction, openExtraction } from '../../../kit/open-extraction.ts';
import { withholdSecrets } from '../../../kit/withhold-secrets.ts';
import { entryOf, itemsOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';
import { withoutCredentials } from '../../../read/redact-arguments.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { readYaml } from '../../../read/yaml-positions.ts';

const reference = 'https://docs.litellm.ai/docs/proxy/configs';

/** Providers that LiteLLM calls by another name than the fact `provider`. */
const providers: Readonly<Record<string, string>> = {
  vertex_ai: 'google',
  gemini: 'google',
  azure_ai: 'azure',
  ollama_chat: 'ollama',
  together_ai: 'together',
  fireworks_ai: 'fireworks',
};
/** They only say that a server speaks like another; the model has the server’s own name. */
const compatible = /^(?:openai_like|hosted_vllm|litellm_proxy|custom|custom_openai|lm_studio|llamafile|xinference)$/;

/** A variable that LiteLLM reads by itself: `os.environ/NAME`. */
const variableIn = (text: string): string | undefined => /^os\.environ\/([A-Za-z_]\w*)$/.exec(text)?.[1];

const stateSecret = (name: string, text: string, line: number, input: FileInput, into: OpenExtraction): void => {
  const variable = variableIn(text);
  const secrets =
    variable === undefined
      ? withholdSecrets(input, name, literal(text, line), line, 'configuration').secrets
      : [
          observeNamedSecret({
            key: `secret:${variable}`,
            name: variable,
            identifiers: [{ scheme: 'symbol', value: `${input.path}#${variable}` }],
            place: 'variable',
            variable,
            line,
          }),
        ];
  for (const secret of secrets) {
    if (into.assets.some(({ key }) => key === secret.key)) continue;
    into.assets.push(secret);
    into.relations.push({ relation: 'uses-secret', from: { local: 'gateway' }, to: { local: secret.key }, line });
  }
};

/** A model behind the gateway, and the server that answers for it where an address is given. */
const stateModel = (item: Positioned, input: FileInput, into: OpenExtraction): void => {
  const settings = valueAt(item, 'litellm_params');
  const entry = entryOf(settings, 'model');
  const [, given = '', name = ''] =
    /^([a-z_]+)\/(?:responses\/|converse\/)?(.+)$/.exec(textOf(entry?.value) ?? '') ?? [];
  const line = entry?.line ?? item.line;
  const key = entryOf(settings, 'api_key');
  const keyText = textOf(key?.value);
  if (key && keyText !== undefined) stateSecret('api_key', keyText, key.line, input, into);
  const base = entryOf(settings, 'api_base');
  const [, url, host] = /^(https?:\/\/(?:[^@/\s]*@)?([^/?#\s]+)[^?#\s]*)/i.exec(textOf(base?.value) ?? '') ?? [];
  if (base && url !== undefined && host !== undefined && !/[{}$<>]/.test(url)) {
    const server = `server:${host}`;
    if (!into.assets.some((asset) => asset.key === server))
      into.assets.push({
        key: server,
        kind: 'inference-endpoint',
        name: host,
        identifiers: [{ scheme: 'host-port', value: host }],
        facts: {
          url: { value: withoutCredentials(url), line: base.line },
          encryptedTransport: { value: /^https:/i.test(url), line: base.line },
        },
        line: base.line,
      });
    into.relations.push({ relation: 'connects', from: { local: 'gateway' }, to: { local: server }, line: base.line });
  }
  if (name === '' || compatible.test(given) || /[{}$<>*]/.test(name)) return;
  const provider = providers[given] ?? given;
  into.relations.push({
    relation: 'invokes',
    from: { local: 'gateway' },
    to: { kind: 'model', identifier: { scheme: 'model-name', value: `${provider}:${name}` }, name },
    line,
  });
};

const hasLimit = (root: Positioned, models: readonly Positioned[]): boolean =>
  models.some((item) =>
    ['rpm', 'tpm', 'max_budget', 'max_parallel_requests'].some((name) =>
      entryOf(valueAt(item, 'litellm_params'), name),
    ),
  ) ||
  ['max_budget', 'max_internal_user_budget', 'default_internal_user_params'].some((name) =>
    entryOf(valueAt(root, 'litellm_settings'), name),
  );

export default defineExtractor({
  id: 'litellm-settings',
  title: 'Settings of the LiteLLM gateway',
  claims: { paths: [/(^|\/)(?:[\w.-]*litellm[\w.-]*|(?:proxy[._-])?config)\.ya?ml$/i] },
  limit: 1_000_000,
  extract(input): Extraction {
    const text = input.text();
    if (!/\blitellm_params\b/.test(text)) return emptyExtraction;
    const { value: root, errors } = readYaml(text);
    const into = openExtraction();
    for (const { line, why } of errors.slice(0, 3))
      into.gaps.push({ what: `${baseNameOf(input.path)} line ${line}`, scope: 'file', why });
    const models = itemsOf(valueAt(root, 'model_list'));
    if (root === undefined || models.length === 0) return { ...emptyExtraction, ...into };
    const master = entryOf(valueAt(root, 'general_settings'), 'master_key');
    const masterText = textOf(master?.value);
    const callbacks = ['callbacks', 'success_callback'].flatMap(
      (name) => entryOf(valueAt(root, 'litellm_settings'), name) ?? [],
    )[0];
    into.assets.push({
      key: 'gateway',
      kind: 'inference-endpoint',
      name: `LiteLLM of ${input.path}`,
      identifiers: [{ scheme: 'symbol', value: `${input.path}#gateway` }],
      facts: {
        service: { value: 'litellm' },
        selfHosted: { value: true },
        ...(master === undefined || masterText === undefined || masterText === ''
          ? {}
          : {
              authentication: {
                // The key of the documentation. https://docs.litellm.ai/docs/proxy/virtual_keys
                value: masterText === 'sk-1234' ? 'default-credential' : 'key',
                line: master.line,
              },
            }),
        ...(hasLimit(root, models) ? { rateLimited: { value: true } } : {}),
        ...(callbacks === undefined ? {} : { logging: { value: true, line: callbacks.line } }),
      },
      complete: [{ relation: 'invokes', grade: 'declared', scope: 'file', reference }],
      line: models[0]!.line,
    });
    if (master && masterText !== undefined) stateSecret('master_key', masterText, master.line, input, into);
    for (const item of models) stateModel(item, input, into);
    return { ...emptyExtraction, ...into };
  },
});
