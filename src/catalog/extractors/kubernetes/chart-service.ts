/** The AI service that a component of a chart runs, and the ways in that its values open. */
import type { FactName, FactSaid } from '../../../kit/define-extractor.ts';
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import {
  authenticationOf,
  modelOf,
  parseImage,
  recogniseService,
  type Told,
  versionFact,
} from '../../../kit/recognise-service.ts';
import { booleanOf, entriesOf, entryOf, itemsOf, type Positioned, textsOf, valueAt } from '../../../read/positioned.ts';
import { scalarText } from './manifest.ts';

/** A chart can switch a credential on by any name. */
const maySecure = /api_?key|auth|password|token|secret|credential/i;

const depthLimit = 6;

/** Whether anything below says something that could be a credential or a switch for one. */
const mentionsCredential = (value: Positioned, depth = 0): boolean => {
  if (depth > depthLimit) return true;
  if (value.is === 'list') return itemsOf(value).some((item) => mentionsCredential(item, depth + 1));
  return entriesOf(value).some(([name, entry]) => {
    const text = scalarText(entry.value);
    if (maySecure.test(name) && text !== 'false' && text !== '') return true;
    return mentionsCredential(entry.value, depth + 1);
  });
};

interface Way {
  readonly name: string;
  readonly line: number;
  readonly facts: Partial<Record<FactName, FactSaid>>;
}

/** A Service of a type that leads in from outside, and an Ingress that is switched on. */
const waysIn = (component: Positioned): readonly Way[] => {
  const service = entryOf(component, 'service');
  const type = scalarText(valueAt(service?.value, 'type'));
  const ingress = entryOf(component, 'ingress');
  const tls = itemsOf(valueAt(ingress?.value, 'tls'));
  return [
    ...(service && (type === 'LoadBalancer' || type === 'NodePort')
      ? [
          {
            name: `Service of type ${type}`,
            line: service.line,
            facts: {
              bindAddress: { value: '0.0.0.0', how: 'default' as const },
              // An annotation that a chart is given elsewhere can keep a load balancer inside.
              ...(type === 'LoadBalancer'
                ? { public: { value: true, how: 'inferred' as const, confidence: 0.6 } }
                : {}),
            },
          },
        ]
      : []),
    ...(ingress && booleanOf(valueAt(ingress.value, 'enabled')) === true
      ? [
          {
            name: 'Ingress',
            line: ingress.line,
            facts: {
              public: { value: true, how: 'inferred' as const, confidence: 0.6 },
              ...(tls.length > 0 ? { encryptedTransport: { value: true } } : {}),
            },
          },
        ]
      : []),
  ];
};

/** What a component says of the known service in its image; `whole` is the file, in which a credential can be switched on. */
export const stateChartService = (
  component: Positioned,
  whole: Positioned,
  { key, name, path, image, line }: { key: string; name: string; path: string; image: string; line: number },
  environment: Told['environment'],
  into: OpenExtraction,
): void => {
  const parsed = parseImage(image);
  const args = ['command', 'args', 'extraArgs'].flatMap((each) => textsOf(valueAt(component, each)));
  const known = recogniseService(parsed, args);
  if (known?.kind === undefined) return;
  const ways = waysIn(component);
  const authentication = mentionsCredential(whole) ? undefined : authenticationOf(known, { environment, args });
  const own = `${key}#${known.service}`;
  // Charts of vLLM’s production stack: https://docs.vllm.ai/projects/production-stack/en/latest/deployment/helm.html
  const model =
    known.kind === 'inference-endpoint'
      ? (modelOf(known, { environment, args }) ?? scalarText(valueAt(component, 'modelURL')))
      : undefined;
  const named = model === undefined || /[${}<>]|^$/.test(model) ? undefined : model;
  into.assets.push({
    key: own,
    kind: known.kind,
    name,
    identifiers: [{ scheme: 'symbol', value: `${path}#${name}.${known.service}` }],
    facts: {
      service: { value: known.service, line },
      ...(authentication === undefined
        ? {
            authentication: {
              value: { t: 'unknown', why: `the chart can switch a credential of ${known.service} on` },
            },
          }
        : { authentication: { value: authentication.value, how: 'default', confidence: 0.7 } }),
      ...versionFact(known, parsed, line),
      ...(named === undefined ? {} : { modelName: { value: named, line } }),
    },
    complete:
      ways.length > 0
        ? []
        : [{ relation: 'exposes', direction: 'in', grade: 'inferred-absent', scope: 'folder', line }],
    line,
    // The templates of the chart decide whether it runs so.
    how: 'inferred',
    confidence: 0.8,
  });
  into.relations.push({ relation: 'runs', from: { local: key }, to: { local: own }, line });
  // A path in the container is no name of a hub.
  if (named !== undefined && /^[\w.-]+\/[\w.-]+$/.test(named))
    into.relations.push({
      relation: 'serves',
      from: { local: own },
      to: { kind: 'model', identifier: { scheme: 'model-name', value: `huggingface:${named}` }, name: named },
      line,
    });
  for (const way of ways) {
    const wayKey = `${key}#${way.name}`;
    into.assets.push({
      key: wayKey,
      kind: 'network-exposure',
      name: `${way.name} of ${name}`,
      identifiers: [{ scheme: 'symbol', value: `${path}#${name}.${way.name}` }],
      facts: way.facts,
      line: way.line,
      how: 'inferred',
      confidence: 0.8,
    });
    into.relations.push({ relation: 'exposes', from: { local: wayKey }, to: { local: own }, line: way.line });
  }
};
