/** KServe: an InferenceService answers with a model that it fetches from a store. */
import type { FactName, FactSaid } from '../../../kit/define-extractor.ts';
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import { entriesOf, entryOf, type PositionedEntry, valueAt } from '../../../read/positioned.ts';
import { annotationOf, identityOf, keyOf, type Manifest, scalarText, textEntries } from './manifest.ts';

/** The entry that says where the model is fetched from: of the new form, or of the old one with a framework’s name. */
const storageOf = (manifest: Manifest): PositionedEntry | undefined =>
  entriesOf(valueAt(manifest.value, 'spec', 'predictor')).flatMap(
    ([, { value }]) => entryOf(value, 'storageUri') ?? [],
  )[0];

const publicFacts = (manifest: Manifest): Partial<Record<FactName, FactSaid>> => {
  // https://kserve.github.io/website/docs/admin-guide/kubernetes-deployment
  const labels = textEntries(valueAt(manifest.value, 'metadata', 'labels'));
  const isLocal = labels.some(
    ({ name, text }) => name === 'networking.knative.dev/visibility' && text === 'cluster-local',
  );
  return isLocal ? { public: { value: false, line: manifest.line } } : {};
};

/** States the endpoint, the model behind it, and what it asks callers for. */
export const stateInferenceService = (manifest: Manifest, isCompute: boolean, into: OpenExtraction): void => {
  const key = `${keyOf(manifest)}#endpoint`;
  // https://docs.redhat.com/en/documentation/red_hat_openshift_ai_self-managed/latest/html/deploying_models/making_inference_requests
  const isAsking = annotationOf(manifest, 'security.opendatahub.io/enable-auth') === 'true';
  const storage = storageOf(manifest);
  const uri = scalarText(storage?.value);
  const line = storage?.line ?? manifest.line;
  const hub = uri === undefined ? undefined : /^hf:\/\/([\w.-]+\/[\w.-]+)/.exec(uri)?.[1];
  into.assets.push({
    key,
    kind: 'inference-endpoint',
    name: manifest.name,
    identifiers: [{ scheme: 'symbol', value: `${identityOf(manifest, manifest.kind, manifest.name)}.endpoint` }],
    facts: {
      service: { value: 'kserve' },
      ...(isAsking ? { authentication: { value: 'token', line: manifest.line } } : {}),
      ...publicFacts(manifest),
      ...(hub === undefined ? {} : { modelName: { value: hub, line } }),
    },
    line: manifest.line,
  });
  if (isCompute)
    into.relations.push({
      relation: 'runs',
      from: { local: keyOf(manifest) },
      to: { local: key },
      line: manifest.line,
    });
  if (hub !== undefined)
    into.relations.push({
      relation: 'serves',
      from: { local: key },
      to: { kind: 'model', identifier: { scheme: 'model-name', value: `huggingface:${hub}` }, name: hub },
      line,
    });
  const bucket = uri === undefined ? undefined : /^((?:s3|gs):\/\/[a-z0-9][a-z0-9._-]+)\/?(.*)$/.exec(uri);
  if (uri === undefined || hub !== undefined || /[{}$<>]/.test(uri)) return;
  const artifact = `${keyOf(manifest)}#model`;
  into.assets.push({
    key: artifact,
    kind: 'model-artifact',
    name: bucket?.[2] || uri,
    identifiers: [{ scheme: 'symbol', value: `${manifest.path}#${uri}` }],
    facts: { source: { value: bucket ? 'bucket' : /^https?:/.test(uri) ? 'url' : 'local-file', line } },
    line,
  });
  into.relations.push({ relation: 'serves', from: { local: key }, to: { local: artifact }, line });
  if (bucket)
    into.relations.push({
      relation: 'contains',
      from: {
        kind: 'bucket',
        identifier: { scheme: 'bucket-name', value: bucket[1]! },
        name: bucket[1]!.replace(/^\w+:\/\//, ''),
      },
      to: { local: artifact },
      line,
    });
};
