/** A pod template: its containers with images, variables, arguments and ports, and what the pod is given of its host. */
import { literal, type Term, unknownTerm } from '../../../kit/define-extractor.ts';
import {
  booleanOf,
  entryOf,
  itemsOf,
  type Positioned,
  type PositionedEntry,
  textOf,
  textsOf,
  valueAt,
} from '../../../read/positioned.ts';
import { kubernetesName, scalarText } from './manifest.ts';

/** A key of a Secret object that a container is given. */
export interface SecretUse {
  readonly secret: string;
  /** Absent when all keys are given. */
  readonly key?: string;
  readonly variable?: string;
  readonly line: number;
}

export interface Variable {
  readonly name: string;
  readonly term: Term;
  readonly line: number;
}

export interface Container {
  readonly name: string;
  readonly image?: { readonly term: Term; readonly text?: string; readonly line: number };
  readonly variables: readonly Variable[];
  /** ConfigMaps whose every key becomes a variable. */
  readonly configMaps: readonly { readonly name: string; readonly prefix: string; readonly line: number }[];
  readonly secrets: readonly SecretUse[];
  readonly args: readonly string[];
  readonly ports: readonly { readonly port: number; readonly hostPort?: number; readonly line: number }[];
  readonly line: number;
}

export interface Pod {
  readonly containers: readonly Container[];
  readonly serviceAccount?: { readonly name: string; readonly line: number };
  /** Powers over its host, in the words of the fact `hostPowers`. */
  readonly hostPowers: readonly string[];
  readonly hostNetwork: boolean;
  readonly line: number;
}

/** What a template or a substitution fills in later is not known here. */
export const termOf = (text: string, line: number): Term =>
  /\{\{|\$\{|\$\(|^<[^<>]*>$/.test(text) ? unknownTerm('a template fills it in', line) : literal(text, line);

const portOf = (value: Positioned | undefined): number | undefined => {
  const port = Number(scalarText(value));
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
};

/** Words of a command; one that a shell is given as one text is taken apart too. */
const wordsOf = (container: Positioned): readonly string[] =>
  ['command', 'args'].flatMap((key) =>
    itemsOf(valueAt(container, key)).flatMap((item) => {
      const text = scalarText(item);
      if (text === undefined) return [];
      return /\s/.test(text) ? text.split(/[\s\\]+/).map((word) => word.replace(/^(["'])(.*)\1$/s, '$2')) : [text];
    }),
  );

/** `valueFrom` of a variable. https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#environment-variables */
const fromElsewhere = (
  name: string,
  source: PositionedEntry,
  namespace: string,
): { readonly term: Term; readonly secret?: SecretUse } => {
  const { line } = source;
  const map = entryOf(source.value, 'configMapKeyRef')?.value;
  const [mapName, mapKey] = [scalarText(valueAt(map, 'name')), scalarText(valueAt(map, 'key'))];
  if (mapName !== undefined && mapKey !== undefined)
    return { term: kubernetesName(`ConfigMap ${namespace} ${mapName} ${mapKey}`, line) };
  const secret = entryOf(source.value, 'secretKeyRef')?.value;
  const [secretName, key] = [scalarText(valueAt(secret, 'name')), scalarText(valueAt(secret, 'key'))];
  if (secretName !== undefined && key !== undefined)
    return {
      term: unknownTerm(`${name} comes from the Secret ${secretName}`, line),
      secret: { secret: secretName, key, variable: name, line },
    };
  return { term: unknownTerm(`${name} is known only in the running pod`, line) };
};

/** Puts variables of the container into its arguments. https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/#use-environment-variables-to-define-arguments */
const fillIn = (words: readonly string[], variables: readonly Variable[]): readonly string[] =>
  words.map((word) =>
    word.replaceAll(/\$\(([A-Za-z_]\w*)\)|^\$\{?([A-Za-z_]\w*)\}?$/g, (whole, braced, bare) => {
      const term = variables.find(({ name }) => name === (braced ?? bare))?.term;
      return term?.t === 'literal' ? String(term.value) : whole;
    }),
  );

const containerOf = (value: Positioned, namespace: string): Container | undefined => {
  if (value.is !== 'map') return undefined;
  const variables: Variable[] = [];
  const secrets: SecretUse[] = [];
  for (const item of itemsOf(valueAt(value, 'env'))) {
    const name = scalarText(valueAt(item, 'name'));
    const given = entryOf(item, 'value');
    const from = entryOf(item, 'valueFrom');
    if (name === undefined) continue;
    if (from) {
      const { term, secret } = fromElsewhere(name, from, namespace);
      variables.push({ name, term, line: from.line });
      if (secret) secrets.push(secret);
    } else
      variables.push({
        name,
        term: termOf(scalarText(given?.value) ?? '', given?.line ?? item.line),
        line: given?.line ?? item.line,
      });
  }
  const configMaps: Container['configMaps'][number][] = [];
  for (const item of itemsOf(valueAt(value, 'envFrom'))) {
    const prefix = scalarText(valueAt(item, 'prefix')) ?? '';
    const map = scalarText(valueAt(item, 'configMapRef', 'name'));
    const secret = scalarText(valueAt(item, 'secretRef', 'name'));
    if (map !== undefined) configMaps.push({ name: map, prefix, line: item.line });
    if (secret !== undefined) secrets.push({ secret, line: item.line });
  }
  const image = entryOf(value, 'image');
  const text = textOf(image?.value);
  const term = image && text !== undefined ? termOf(text, image.line) : undefined;
  return {
    name: scalarText(valueAt(value, 'name')) ?? 'container',
    ...(image && term
      ? { image: { term, line: image.line, ...(term.t === 'literal' && text !== undefined ? { text } : {}) } }
      : {}),
    variables,
    configMaps,
    secrets,
    args: fillIn(wordsOf(value), variables),
    ports: itemsOf(valueAt(value, 'ports')).flatMap((item) => {
      const port = portOf(valueAt(item, 'containerPort'));
      const hostPort = portOf(valueAt(item, 'hostPort'));
      return port === undefined ? [] : [{ port, line: item.line, ...(hostPort === undefined ? {} : { hostPort }) }];
    }),
    line: value.line,
  };
};

const containerPowers = (container: Positioned): readonly string[] => {
  const security = valueAt(container, 'securityContext');
  const added = textsOf(valueAt(security, 'capabilities', 'add')).map((each) => each.replace(/^CAP_/, ''));
  return [
    ...(booleanOf(valueAt(security, 'privileged')) === true ? ['privileged'] : []),
    ...(added.some((each) => ['ALL', 'SYS_ADMIN', 'SYS_PTRACE', 'SYS_MODULE'].includes(each)) ? ['capabilities'] : []),
  ];
};

/** https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline */
const hostPowersOf = (spec: Positioned): readonly string[] => {
  const paths = itemsOf(valueAt(spec, 'volumes')).flatMap(
    (item) => scalarText(valueAt(item, 'hostPath', 'path')) ?? [],
  );
  const sockets = /(?:docker|containerd|crio)(?:\/\w+)?\.sock$/;
  const powers = [
    ...itemsOf(valueAt(spec, 'containers')).flatMap(containerPowers),
    ...(booleanOf(valueAt(spec, 'hostNetwork')) === true ? ['host-network'] : []),
    ...(booleanOf(valueAt(spec, 'hostPID')) === true ? ['host-processes'] : []),
    ...(booleanOf(valueAt(spec, 'hostIPC')) === true ? ['host-memory'] : []),
    ...(paths.some((path) => sockets.test(path)) ? ['container-socket'] : []),
    ...(paths.some((path) => /^\/(?:etc|root|var\/lib\/kubelet|proc|home)?\/?$/.test(path)) ? ['host-files'] : []),
  ];
  return [...new Set(powers)].sort();
};

/** Reads a pod spec; undefined where there is none with a container. */
export const readPod = (spec: Positioned | undefined, namespace: string): Pod | undefined => {
  if (spec?.is !== 'map') return undefined;
  const containers = itemsOf(valueAt(spec, 'containers')).flatMap((item) => containerOf(item, namespace) ?? []);
  if (containers.length === 0) return undefined;
  const account = entryOf(spec, 'serviceAccountName') ?? entryOf(spec, 'serviceAccount');
  const name = scalarText(account?.value);
  return {
    containers,
    ...(account && name && !name.includes('{{') ? { serviceAccount: { name, line: account.line } } : {}),
    hostPowers: hostPowersOf(spec),
    hostNetwork: booleanOf(valueAt(spec, 'hostNetwork')) === true,
    line: spec.line,
  };
};
