/** Services and routes: the names under which pods are reached inside the cluster, and the ways in from outside. */
import type { FactName, FactSaid } from '../../../kit/define-extractor.ts';
import { literal } from '../../../kit/define-extractor.ts';
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import { entryOf, itemsOf, textsOf, valueAt } from '../../../read/positioned.ts';
import { isPublicHost } from '../../../read/public-host.ts';
import { annotationOf, identityOf, keyOf, kubernetesName, type Manifest, scalarText, textEntries } from './manifest.ts';

type Facts = Partial<Record<FactName, FactSaid>>;

/** A Service as its cluster sees it. */
export interface InnerService {
  readonly namespace: string;
  readonly selector: readonly string[];
  readonly hosts: readonly string[];
  readonly ports: readonly number[];
}

const selectorOf = (manifest: Manifest): readonly string[] =>
  textEntries(valueAt(manifest.value, 'spec', 'selector')).map(({ name, text }) => `${name}=${text}`);

const portsOf = (manifest: Manifest): readonly number[] =>
  itemsOf(valueAt(manifest.value, 'spec', 'ports')).flatMap((item) => {
    const port = Number(scalarText(valueAt(item, 'port')));
    return Number.isInteger(port) && port > 0 ? [port] : [];
  });

/** The names that a Service has in the cluster. https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/ */
export const innerService = (manifest: Manifest): InnerService => ({
  namespace: manifest.namespace,
  selector: selectorOf(manifest),
  hosts: [
    manifest.name,
    `${manifest.name}.${manifest.namespace}`,
    `${manifest.name}.${manifest.namespace}.svc.cluster.local`,
  ],
  ports: portsOf(manifest),
});

/** The Services of a file that lead to pods with these labels. */
export const servicesBefore = (
  services: readonly InnerService[],
  namespace: string,
  labels: readonly string[],
): readonly InnerService[] =>
  services.filter(
    (each) =>
      each.namespace === namespace && each.selector.length > 0 && each.selector.every((pair) => labels.includes(pair)),
  );

/** Annotations by which the load balancers of clouds are told to stay inside their network. */
const inside: Readonly<Record<string, RegExp>> = {
  'service.beta.kubernetes.io/aws-load-balancer-internal': /^(?:true|0\.0\.0\.0\/0)$/,
  'service.beta.kubernetes.io/aws-load-balancer-scheme': /^internal$/,
  'networking.gke.io/load-balancer-type': /^Internal$/i,
  'cloud.google.com/load-balancer-type': /^Internal$/i,
  'service.beta.kubernetes.io/azure-load-balancer-internal': /^true$/,
  'alb.ingress.kubernetes.io/scheme': /^internal$/,
};
const isInside = (manifest: Manifest): boolean =>
  Object.entries(inside).some(([name, value]) => value.test(annotationOf(manifest, name) ?? ''));

/**
 * Whether the address that a load balancer was given is one of the internet’s; undefined where it has none yet.
 * https://kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/#ServiceStatus
 */
const givenAddress = (manifest: Manifest): FactSaid | undefined => {
  for (const item of itemsOf(valueAt(manifest.value, 'status', 'loadBalancer', 'ingress'))) {
    const given = valueAt(item, 'ip') ?? valueAt(item, 'hostname');
    const text = scalarText(given);
    if (given === undefined || text === undefined || text === '') continue;
    // Load balancers of Amazon that stay inside their network are called so.
    const isPublic = isPublicHost(text) && !text.startsWith('internal-') && !isInside(manifest);
    return { value: isPublic, line: given.line, how: 'observed', confidence: 0.95 };
  }
  return undefined;
};

const stateWay = (manifest: Manifest, facts: Facts, targets: readonly string[], into: OpenExtraction): void => {
  const key = keyOf(manifest);
  into.assets.push({
    key,
    kind: 'network-exposure',
    name: `${manifest.kind} ${manifest.name}`,
    identifiers: [{ scheme: 'kubernetes-object', value: identityOf(manifest, manifest.kind, manifest.name) }],
    facts,
    line: manifest.line,
  });
  for (const target of targets)
    into.relations.push({
      relation: 'exposes',
      from: { local: key },
      to: {
        kind: 'compute',
        identifier: { scheme: 'kubernetes-object', value: kubernetesName(target, manifest.line) },
      },
      line: manifest.line,
    });
};

/** States a Service: its selector for others, and a way in where it has one. https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types */
export const stateService = (manifest: Manifest, into: OpenExtraction): void => {
  const selector = selectorOf(manifest).join(',');
  into.definitions.push({
    namespace: 'kubernetes-selector',
    name: `${manifest.namespace} ${manifest.name}`,
    value: literal(selector, manifest.line),
    line: manifest.line,
  });
  const type = entryOf(valueAt(manifest.value, 'spec'), 'type');
  const kind = scalarText(type?.value);
  if (selector === '' || (kind !== 'LoadBalancer' && kind !== 'NodePort')) return;
  const line = type?.line ?? manifest.line;
  const [port] = portsOf(manifest);
  const ranges = textsOf(valueAt(manifest.value, 'spec', 'loadBalancerSourceRanges'));
  const isNarrow = ranges.length > 0 && !ranges.some((range) => /^(?:0\.0\.0\.0|::)\/0$/.test(range));
  stateWay(
    manifest,
    {
      bindAddress: { value: '0.0.0.0', line, how: 'default' },
      ...(port === undefined ? {} : { port: { value: port, line } }),
      public:
        kind === 'NodePort'
          ? { value: { t: 'unknown', why: 'a port of every node is public only where the nodes are' }, line }
          : isInside(manifest) || isNarrow
            ? { value: false, line }
            : (givenAddress(manifest) ?? { value: true, line, how: 'default', confidence: 0.8 }),
    },
    [`select ${manifest.namespace} ${selector}`],
    into,
  );
};

/** Annotations of controllers that ask callers who they are, and what they ask for. */
const asking: readonly (readonly [string, 'password' | 'token' | 'mutual-tls'])[] = [
  ['nginx.ingress.kubernetes.io/auth-url', 'token'],
  ['nginx.ingress.kubernetes.io/auth-type', 'password'],
  ['nginx.ingress.kubernetes.io/auth-tls-secret', 'mutual-tls'],
  ['alb.ingress.kubernetes.io/auth-type', 'token'],
  ['haproxy.org/auth-type', 'password'],
];

/** Annotations by which a controller is given a certificate, or told to send callers to https. */
const ending: readonly string[] = [
  'alb.ingress.kubernetes.io/certificate-arn',
  'alb.ingress.kubernetes.io/listen-ports',
  'alb.ingress.kubernetes.io/ssl-redirect',
  'networking.gke.io/managed-certificates',
  'ingress.gcp.kubernetes.io/pre-shared-cert',
  'cert-manager.io/cluster-issuer',
  'cert-manager.io/issuer',
  'nginx.ingress.kubernetes.io/force-ssl-redirect',
  'nginx.ingress.kubernetes.io/ssl-redirect',
  'traefik.ingress.kubernetes.io/router.tls',
  'appgw.ingress.kubernetes.io/appgw-ssl-certificate',
  'appgw.ingress.kubernetes.io/ssl-redirect',
];

/** States an Ingress or a route of the Gateway API. https://kubernetes.io/docs/concepts/services-networking/ingress/ */
export const stateRoute = (manifest: Manifest, into: OpenExtraction): void => {
  const { value, line } = manifest;
  const rules = itemsOf(valueAt(value, 'spec', 'rules'));
  const backends = new Set<string>();
  const add = (name: string | undefined): void => {
    if (name !== undefined && !/[{}$]/.test(name)) backends.add(name);
  };
  const backend = (of: ReturnType<typeof valueAt>): void => {
    add(scalarText(valueAt(of, 'service', 'name')) ?? scalarText(valueAt(of, 'serviceName')));
  };
  backend(valueAt(value, 'spec', 'defaultBackend') ?? valueAt(value, 'spec', 'backend'));
  for (const rule of rules) {
    for (const path of itemsOf(valueAt(rule, 'http', 'paths'))) backend(valueAt(path, 'backend'));
    for (const reference of itemsOf(valueAt(rule, 'backendRefs')))
      if ((scalarText(valueAt(reference, 'kind')) ?? 'Service') === 'Service')
        add(scalarText(valueAt(reference, 'name')));
  }
  if (backends.size === 0) return;
  const isIngress = manifest.kind === 'Ingress';
  const tls = entryOf(valueAt(value, 'spec'), 'tls');
  const asked = asking.find(([name]) => annotationOf(manifest, name) !== undefined);
  const isInternet = annotationOf(manifest, 'alb.ingress.kubernetes.io/scheme') === 'internet-facing';
  stateWay(
    manifest,
    {
      ...(isIngress
        ? {
            public: isInside(manifest)
              ? { value: false, line }
              : (givenAddress(manifest) ??
                (isInternet
                  ? { value: true, line }
                  : { value: true, line, how: 'inferred' as const, confidence: 0.7 })),
          }
        : {}),
      ...(asked === undefined ? {} : { authentication: { value: asked[1], line } }),
      ...(tls !== undefined
        ? { encryptedTransport: { value: true, line: tls.line } }
        : isIngress && !ending.some((name) => annotationOf(manifest, name) !== undefined)
          ? { encryptedTransport: { value: false, line, how: 'default' as const, confidence: 0.7 } }
          : {}),
    },
    [...backends].map((name) => `behind ${manifest.namespace} ${name}`),
    into,
  );
};
