/** Makes observations of what a Compose service runs and how it is reached. */
import type { AssetObservation, CompletenessClaim, FactName, FactSaid } from '../../../kit/define-extractor.ts';
import type { KnownService } from '../../../kit/known-service.ts';
import { observeImage } from '../../../kit/observe-image.ts';
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import { originsOfServer } from '../../../kit/origins-of-server.ts';
import {
  authenticationFact,
  type ImageName,
  interfacesBeside,
  isKeptInside,
  modelOf,
  parseImage,
  recogniseService,
  releaseOf,
  type Told,
  versionFact,
} from '../../../kit/recognise-service.ts';
import { type PublishedPort, type Service, textWithDefaults } from './read-service.ts';

type Facts = Partial<Record<FactName, FactSaid>>;

const portsReference = 'https://docs.docker.com/reference/compose-file/services/#ports';
const isLoopback = (host: string | undefined): boolean => host !== undefined && /^(127\.|localhost$|::1$)/.test(host);

/** The AI service that a container runs, by its command or image. */
const knownOf = (service: Service): KnownService | undefined => recogniseService(imageOf(service), service.args);

const imageOf = (service: Service): ImageName | undefined =>
  service.image === undefined ? undefined : parseImage(textWithDefaults(service.image) ?? '');

const toldTo = (service: Service): Told => ({
  release: releaseOf(knownOf(service) ?? {}, imageOf(service)),
  environment: new Map(service.variables.map(({ name, term }) => [name, textWithDefaults(term)])),
  // A shell is given its whole command as one text.
  args: service.args.flatMap((arg) => arg.split(/[\s\\]+/)),
});

/** The image that a service runs or is built as. */
export const stateImage = (service: Service, key: string, into: OpenExtraction): void => {
  const { image } = service;
  if (image === undefined) return;
  const line = image.at ?? service.line;
  const imageKey = `${key}#image`;
  into.assets.push(observeImage({ key: imageKey, image, text: textWithDefaults(image), of: service.name, line }));
  into.relations.push({ relation: 'runs', from: { local: key }, to: { local: imageKey }, line });
};

/** The port that leads to the service, of those that are published. */
const portTo = (service: Service, known: KnownService): PublishedPort | undefined =>
  service.ports.find(({ target }) => target === known.port) ??
  (service.ports.length === 1 ? service.ports[0] : undefined);

/** Address and port under which others reach it: as published on the host, else only from the services beside it. */
const addressFacts = (service: Service, known: KnownService): Facts => {
  const published = portTo(service, known);
  if (isKeptInside(known, toldTo(service)))
    return { bindAddress: { value: '127.0.0.1', line: service.line, how: 'default', confidence: 0.9 } };
  if (published)
    return {
      // A port without an address is published on all of them.
      bindAddress:
        published.host === undefined
          ? { value: '0.0.0.0', line: published.line, how: 'default' }
          : { value: published.host, line: published.line },
      ...(published.published === undefined ? {} : { port: { value: published.published, line: published.line } }),
    };
  if (service.usesHostNetwork) return { bindAddress: { value: '0.0.0.0', how: 'inferred', confidence: 0.8 } };
  return {
    bindAddress: { value: { t: 'unknown', why: `${service.name} is published on no address of its host` } },
    port: { value: known.port, how: 'default', confidence: 0.9 },
  };
};

/** Nothing but its ports leads to a service from outside of its network. */
const exposuresWhole = (line: number): CompletenessClaim => ({
  relation: 'exposes',
  direction: 'in',
  grade: 'default',
  scope: 'folder',
  reference: portsReference,
  line,
});

/** Interfaces through which the service is operated besides, at ports that are published. */
const stateInterfacesBeside = (
  service: Service,
  known: KnownService,
  key: string,
  path: string,
  into: OpenExtraction,
): void => {
  for (const each of interfacesBeside(known, toldTo(service))) {
    const published = service.ports.find(({ target }) => target === each.port);
    if (!published) continue;
    const own = `${key}#${each.name}`;
    const { line } = published;
    into.assets.push({
      key: own,
      kind: 'management-interface',
      name: `${each.name} of ${service.name}`,
      identifiers: [{ scheme: 'symbol', value: `${path}#${service.name}.${each.name}` }],
      facts: {
        service: { value: known.service, line },
        authentication:
          each.default === undefined
            ? authenticationFact(known, toldTo(service), line)
            : { value: each.default, line, how: 'default', confidence: 0.9 },
        bindAddress:
          published.host === undefined ? { value: '0.0.0.0', line, how: 'default' } : { value: published.host, line },
        ...(published.published === undefined ? {} : { port: { value: published.published, line } }),
      },
      complete: [exposuresWhole(line)],
      line,
    });
    into.relations.push({ relation: 'runs', from: { local: key }, to: { local: own }, line });
  }
};

/** The AI service that a container runs, where its image or command is known. */
export const stateKnownService = (service: Service, key: string, path: string, into: OpenExtraction): void => {
  const known = knownOf(service);
  if (!known) return;
  const line = service.image?.at ?? service.line;
  const own = into.assets.find((asset) => asset.key === key);
  const facts: Facts = {
    service: { value: known.service, line },
    authentication: authenticationFact(known, toldTo(service), line),
    ...addressFacts(service, known),
  };
  if (own?.facts) Object.assign(own.facts, facts);
  if (known.kind === undefined) return;
  stateInterfacesBeside(service, known, key, path, into);
  const serviceKey = `${key}#${known.service}`;
  const model = modelOf(known, toldTo(service));
  const isInference = known.kind === 'inference-endpoint';
  const trusts = service.args.includes('--trust-remote-code');
  const asset: AssetObservation = {
    key: serviceKey,
    kind: known.kind,
    name: service.name,
    identifiers: [
      { scheme: 'symbol', value: `${path}#${service.name}.${known.service}` },
      { scheme: 'host-port', value: `${service.name}:${known.port}` },
    ],
    facts: {
      ...facts,
      ...versionFact(known, imageOf(service), line),
      ...(isInference && model !== undefined ? { modelName: { value: model, line: service.line } } : {}),
      ...(isInference && trusts ? { remoteCode: { value: true, line: service.line } } : {}),
      ...(isInference ? originsOfServer(toldTo(service), service.line) : {}),
    },
    complete: service.usesHostNetwork ? [] : [exposuresWhole(service.line)],
    line: service.line,
  };
  into.assets.push(asset);
  into.relations.push({ relation: 'runs', from: { local: key }, to: { local: serviceKey }, line });
  if (isInference && model !== undefined && /^[\w.-]+\/[\w.-]+$/.test(model))
    into.relations.push({
      relation: 'serves',
      from: { local: serviceKey },
      to: { kind: 'model', identifier: { scheme: 'model-name', value: `huggingface:${model}` }, name: model },
      line: service.line,
    });
};

/** A way in for every port that is published beyond the host itself; a port of a loopback address is none. */
export const stateExposures = (service: Service, key: string, path: string, into: OpenExtraction): void => {
  const known = knownOf(service);
  for (const [index, port] of service.ports.entries()) {
    if (isLoopback(port.host)) continue;
    const wayKey = `${key}#port${index}`;
    const shown = port.published ?? port.target;
    into.assets.push({
      key: wayKey,
      kind: 'network-exposure',
      name: `port ${shown ?? 'of'} ${shown === undefined ? service.name : `of ${service.name}`}`,
      identifiers: [
        { scheme: 'symbol', value: `${path}#${service.name}.ports.${port.target ?? port.published ?? index}` },
      ],
      facts: {
        bindAddress:
          port.host === undefined
            ? { value: '0.0.0.0', line: port.line, how: 'default' }
            : { value: port.host, line: port.line },
        ...(port.published === undefined ? {} : { port: { value: port.published, line: port.line } }),
        ...(known && port.target === known.port
          ? { authentication: authenticationFact(known, toldTo(service), port.line) }
          : {}),
      },
      line: port.line,
    });
    into.relations.push({ relation: 'exposes', from: { local: wayKey }, to: { local: key }, line: port.line });
  }
};
