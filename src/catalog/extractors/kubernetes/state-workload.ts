/** What runs in pods: compute with its images, variables, credentials and identity, and the AI services among its containers. */
import {
  type AssetObservation,
  type CompletenessClaim,
  type FactName,
  type FactSaid,
  type FileInput,
  literal,
} from '../../../kit/define-extractor.ts';
import type { KnownService } from '../../../kit/known-service.ts';
import { observeImage } from '../../../kit/observe-image.ts';
import { observeNamedSecret } from '../../../kit/observe-named-secret.ts';
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import { originsOfServer } from '../../../kit/origins-of-server.ts';
import {
  authenticationFact,
  type ImageName,
  isKeptInside,
  modelOf,
  parseImage,
  recogniseService,
  releaseOf,
  type Told,
  versionFact,
} from '../../../kit/recognise-service.ts';
import { withholdSecrets } from '../../../kit/withhold-secrets.ts';
import { folderOf } from '../../../read/source-path.ts';
import { identityOf, keyOf, kubernetesName, type Manifest, textEntries } from './manifest.ts';
import { type Container, type Pod, readPod } from './read-pod.ts';
import { type InnerService, servicesBefore } from './services.ts';
import { stateInterfacesBeside } from './state-beside.ts';
import { valuesAt, type WorkloadKind } from './workload-kinds.ts';

type Facts = Partial<Record<FactName, FactSaid>>;

/** Exposure needs an object of its own. https://kubernetes.io/docs/concepts/services-networking/service/ */
const exposureReference = 'https://kubernetes.io/docs/concepts/services-networking/service/';

/** What the namespace or the folder says of where a workload lives. */
const environmentOf = ({ namespace, path }: Manifest): FactSaid | undefined => {
  const words: readonly (readonly [RegExp, string])[] = [
    [/(?:^|[-_/])(?:prod|production|live)(?:[-_/]|$)/i, 'production'],
    [/(?:^|[-_/])(?:staging|stage|preprod|uat)(?:[-_/]|$)/i, 'staging'],
    [/(?:^|[-_/])(?:dev|development|sandbox)(?:[-_/]|$)/i, 'development'],
  ];
  const found = [namespace, folderOf(path)].flatMap((text) => words.find(([word]) => word.test(text))?.[1] ?? [])[0];
  return found === undefined ? undefined : { value: found, how: 'inferred', confidence: 0.8 };
};

const stateVariables = (container: Container, manifest: Manifest, input: FileInput, into: OpenExtraction): void => {
  const holder = keyOf(manifest);
  for (const { name, term, line } of container.variables) {
    const withheld = withholdSecrets(input, name, term, line, 'configuration');
    into.definitions.push({ namespace: 'environment', name, value: withheld.term, line, holder });
    for (const secret of withheld.secrets) {
      const key = `${holder}#${secret.key}`;
      if (into.assets.some((asset) => asset.key === key)) continue;
      into.assets.push({ ...secret, key });
      into.relations.push({ relation: 'uses-secret', from: { local: holder }, to: { local: key }, line });
    }
  }
  for (const { name, prefix, line } of container.configMaps)
    into.definitions.push({
      namespace: 'environment-from',
      name: prefix,
      value: literal(`ConfigMap ${manifest.namespace} ${name}`, line),
      line,
      holder,
    });
  for (const { secret, key, variable, line } of container.secrets) {
    const own = `${holder}#Secret/${secret}/${key ?? ''}`;
    if (into.assets.some((asset) => asset.key === own)) continue;
    const object = `Secret ${manifest.namespace} ${secret}${key === undefined ? '' : ` ${key}`}`;
    into.assets.push(
      observeNamedSecret({
        key: own,
        name: variable ?? (key === undefined ? secret : `${secret}/${key}`),
        place: 'manager',
        identifiers: [
          { scheme: 'kubernetes-object', value: kubernetesName(object, line) },
          ...(variable === undefined ? [] : [{ scheme: 'display-name' as const, value: variable }]),
        ],
        line,
      }),
    );
    into.relations.push({ relation: 'uses-secret', from: { local: holder }, to: { local: own }, line });
  }
};

const releaseIn = ({ image, args }: Container): string | undefined => {
  const parsed = parseImage(image?.text ?? '');
  const known = recogniseService(parsed, args);
  return known && releaseOf(known, parsed);
};

const toldTo = (container: Container): Told => ({
  environment: new Map(
    container.variables.map(({ name, term }) => [name, term.t === 'literal' ? String(term.value) : undefined]),
  ),
  args: container.args,
  release: releaseIn(container),
});

const addressFacts = (container: Container, pod: Pod, known: KnownService): Facts => {
  if (isKeptInside(known, toldTo(container)))
    return { bindAddress: { value: '127.0.0.1', line: container.line, how: 'default', confidence: 0.9 } };
  const onHost = container.ports.find(({ hostPort }) => hostPort !== undefined);
  if (onHost?.hostPort !== undefined)
    return {
      bindAddress: { value: '0.0.0.0', line: onHost.line, how: 'default' },
      port: { value: onHost.hostPort, line: onHost.line },
    };
  const at = container.args.findIndex((arg) => arg === '--port' || arg.startsWith('--port='));
  const told = at < 0 ? undefined : Number(container.args[at]!.split('=')[1] ?? container.args[at + 1]);
  const port =
    told !== undefined && Number.isInteger(told)
      ? { port: told, line: container.line }
      : (container.ports.find((each) => each.port === known.port) ?? container.ports[0]);
  return {
    bindAddress: pod.hostNetwork
      ? { value: '0.0.0.0', how: 'inferred', confidence: 0.8 }
      : {
          value: {
            t: 'unknown',
            why: 'it is reached from the pods of its cluster, and from outside by objects of their own',
          },
        },
    port: port ? { value: port.port, line: port.line } : { value: known.port, how: 'default', confidence: 0.9 },
  };
};

/** Nothing but objects of their own, and ports of its host, lead to a container. */
const exposuresFrom = (container: Container, pod: Pod, line: number): readonly CompletenessClaim[] =>
  pod.hostNetwork || container.ports.some(({ hostPort }) => hostPort !== undefined)
    ? []
    : [
        {
          relation: 'exposes',
          direction: 'in',
          grade: 'inferred-absent',
          scope: 'folder',
          reference: exposureReference,
          line,
        },
      ];

/** The AI service that a container runs, where its image or command is known. */
const stateKnownService = (
  container: Container,
  pod: Pod,
  image: ImageName,
  manifest: Manifest,
  before: readonly InnerService[],
  into: OpenExtraction,
): Facts => {
  const known = recogniseService(image, container.args);
  if (!known) return {};
  const line = container.image?.line ?? container.line;
  const facts: Facts = {
    service: { value: known.service, line },
    authentication: authenticationFact(known, toldTo(container), line),
    ...addressFacts(container, pod, known),
  };
  if (known.kind === undefined) return facts;
  const holder = keyOf(manifest);
  const key = `${holder}#${container.name}.${known.service}`;
  const isInference = known.kind === 'inference-endpoint';
  const complete = exposuresFrom(container, pod, line);
  const model = isInference ? modelOf(known, toldTo(container)) : undefined;
  const named = model !== undefined && !/[${}]/.test(model) ? model : undefined;
  into.assets.push({
    key,
    kind: known.kind,
    name: manifest.name,
    identifiers: [
      { scheme: 'symbol', value: `${manifest.path}#${manifest.kind}/${manifest.name}/${container.name}` },
      ...before.flatMap(({ hosts, ports }) =>
        hosts.flatMap((host) => ports.map((port) => ({ scheme: 'host-port' as const, value: `${host}:${port}` }))),
      ),
    ],
    facts: {
      ...facts,
      ...versionFact(known, image, line),
      ...(named === undefined ? {} : { modelName: { value: named, line } }),
      ...(isInference && container.args.includes('--trust-remote-code') ? { remoteCode: { value: true, line } } : {}),
      ...(isInference ? originsOfServer(toldTo(container), line) : {}),
    },
    complete,
    line,
  });
  into.relations.push({ relation: 'runs', from: { local: holder }, to: { local: key }, line });
  stateInterfacesBeside(known, toldTo(container), { manifest, container: container.name, complete, line }, into);
  if (named !== undefined && /^[\w.-]+\/[\w.-]+$/.test(named))
    into.relations.push({
      relation: 'serves',
      from: { local: key },
      to: { kind: 'model', identifier: { scheme: 'model-name', value: `huggingface:${named}` }, name: named },
      line,
    });
  return facts;
};

/** The pairs `name=value` of labels. */
const pairs = (labels: ReturnType<typeof textEntries>): readonly string[] =>
  labels.map(({ name, text }) => `${name}=${text}`);

/** States a workload; gives false when the object holds no container of its own. */
export const stateWorkload = (
  manifest: Manifest,
  kind: WorkloadKind,
  input: FileInput,
  services: readonly InnerService[],
  into: OpenExtraction,
): boolean => {
  const pods = kind.pods.flatMap((path) =>
    valuesAt(manifest.value, path).flatMap((spec) => readPod(spec, manifest.namespace) ?? []),
  );
  if (pods.length === 0) return false;
  const containers = pods.flatMap((pod) => pod.containers);
  // A patch names the containers of an object that stands elsewhere, and no image.
  if (containers.every(({ image }) => image === undefined) && kind.service !== 'kserve' && manifest.kind !== 'Pod') {
    into.gaps.push({
      what: `${manifest.kind} ${manifest.name}`,
      scope: 'file',
      why: 'it is a patch of an object that stands elsewhere, and is not put together with it',
    });
    return true;
  }
  const key = keyOf(manifest);
  const identity = identityOf(manifest, manifest.kind, manifest.name);
  const labels = kind.labels.flatMap((path) => valuesAt(manifest.value, path).flatMap(textEntries));
  const before = servicesBefore(services, manifest.namespace, pairs(labels));
  const names = [...new Set(containers.flatMap(({ variables }) => variables.map(({ name }) => name)))].sort();
  const environment = environmentOf(manifest);
  const facts: Facts = {
    ...(kind.service === undefined ? {} : { service: { value: kind.service } }),
    ...(names.length > 0 ? { environmentNames: { value: names } } : {}),
    hostPowers: { value: [...new Set(pods.flatMap(({ hostPowers }) => hostPowers))].sort() },
    ...(environment === undefined ? {} : { environment }),
  };
  const asset: AssetObservation = {
    key,
    kind: 'compute',
    name: manifest.name,
    identifiers: [{ scheme: 'kubernetes-object', value: identity }],
    facts,
    line: manifest.line,
  };
  into.assets.push(asset);
  into.definitions.push({
    namespace: 'kubernetes-labels',
    name: manifest.namespace,
    value: { t: 'list', items: pairs(labels).map((each) => literal(each)) },
    line: manifest.line,
    holder: identity,
  });
  const images = new Set<string>();
  for (const pod of pods) {
    for (const container of pod.containers) {
      stateVariables(container, manifest, input, into);
      const { image } = container;
      if (image?.text === undefined) continue;
      const parsed = parseImage(image.text);
      if (images.has(image.text)) continue;
      images.add(image.text);
      const imageKey = `${key}#image:${container.name}`;
      into.assets.push(
        observeImage({ key: imageKey, image: image.term, text: image.text, of: manifest.name, line: image.line }),
      );
      into.relations.push({ relation: 'runs', from: { local: key }, to: { local: imageKey }, line: image.line });
      into.units.push({ holder: key, image: image.term, line: image.line });
      if (parsed)
        Object.assign(facts, { ...stateKnownService(container, pod, parsed, manifest, before, into), ...facts });
    }
    if (pod.serviceAccount) {
      const { name, line } = pod.serviceAccount;
      const value = kubernetesName(`ServiceAccount ${manifest.namespace} ${name}`, line);
      const to = { kind: 'identity' as const, identifier: { scheme: 'kubernetes-object' as const, value }, name };
      if (!into.relations.some((each) => each.relation === 'runs-as' && each.line === line))
        into.relations.push({ relation: 'runs-as', from: { local: key }, to, line });
    }
  }
  return true;
};
