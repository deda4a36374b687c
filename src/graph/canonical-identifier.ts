/** Canonical identifiers: the many ways to write the same bucket, package, remote or address become one. */
import { PackageURL } from 'packageurl-js';
import type { Identifier, Scheme } from '../domain/identifier.ts';
import { schemes } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import { qualify, scopeOf, unqualified } from './scope.ts';

/** What a normaliser gives: another value, another identifier, or nothing because the value identifies no single thing. */
type Canonical = string | Identifier | undefined;
type Normalise = (value: string, kind: AssetKind) => Canonical;

/** https://packaging.python.org/en/latest/specifications/name-normalization/ */
const pythonName = (name: string): string => name.toLowerCase().replace(/[-_.]+/g, '-');

const packageName = (value: string): string => {
  const [ecosystem = '', ...rest] = value.split(':');
  const name = rest.join(':');
  if (name === '') return value;
  const kind = ecosystem.toLowerCase();
  return `${kind}:${kind === 'pypi' ? pythonName(name) : name}`;
};

/** An ARN with a wildcard or an unresolved variable names a set. */
const namesSeveral = (value: string): boolean => /[*?]|\$\{/.test(value);

const bucketName: Normalise = (value) => {
  const hosted =
    /^https?:\/\/([a-z0-9][a-z0-9.-]+)\.s3[.-][a-z0-9.-]*amazonaws\.com(?:\/|$)/i.exec(value) ??
    /^https?:\/\/s3[.-][a-z0-9.-]*amazonaws\.com\/([^/?#]+)/i.exec(value);
  if (hosted) return `s3://${hosted[1]!.toLowerCase()}`;
  const google = /^https?:\/\/storage\.(?:googleapis|cloud\.google)\.com\/([^/?#]+)/i.exec(value);
  if (google) return `gs://${google[1]!.toLowerCase()}`;
  const plain = /^([a-z0-9]+):\/\/([^/?#]+)/i.exec(value);
  if (!plain) return namesSeveral(value) ? undefined : value;
  const cloud = plain[1]!.toLowerCase().replace(/^s3[an]$/, 's3');
  return namesSeveral(plain[2]!) ? undefined : `${cloud}://${plain[2]!.toLowerCase()}`;
};

const arn: Normalise = (value, kind) => {
  const parts = value.trim().split(':');
  if (parts.length < 6 || parts[0]!.toLowerCase() !== 'arn') return namesSeveral(value) ? undefined : value.trim();
  const [, partition = '', service = '', region = '', account = '', ...resource] = parts;
  const rest = resource.join(':');
  // An object’s ARN names its bucket only where a bucket is meant.
  if (service.toLowerCase() === 's3' && region === '' && account === '' && kind === 'bucket') {
    const bucket = bucketName(`s3://${rest}`, kind);
    return bucket === undefined ? undefined : { scheme: 'bucket-name', value: bucket as string };
  }
  if (namesSeveral(value)) return undefined;
  return ['arn', partition.toLowerCase(), service.toLowerCase(), region.toLowerCase(), account, rest].join(':');
};

const purl: Normalise = (value) => {
  try {
    const parsed = PackageURL.fromString(value.trim());
    const { type, namespace, version, qualifiers, subpath } = parsed;
    const name = type === 'pypi' ? pythonName(parsed.name) : parsed.name;
    if (!version)
      return { scheme: 'package-name', value: packageName(`${type}:${namespace ? `${namespace}/` : ''}${name}`) };
    return new PackageURL(type, namespace, name, version, qualifiers, subpath).toString();
  } catch {
    // The library throws for what is no package URL; such a text identifies nothing beyond itself.
    return value.trim() === '' ? undefined : value.trim();
  }
};

/** Hosts whose paths are the same in any case. */
const caseless = new Set(['github.com', 'gitlab.com', 'bitbucket.org']);

const remote: Normalise = (value) => {
  const [address = '', ...sub] = value.trim().split('#');
  const short = /^(?:[^@/:]+@)?([^/:@]+):(?!\/\/)(?!\d+\/)(.+)$/.exec(address);
  const long = /^(?:git\+)?(?:https?|ssh|git):\/\/(?:[^@/]*@)?(\[[^\]]+\]|[^/:]+)(?::\d+)?\/(.+)$/i.exec(address);
  const bare = /^([a-z0-9-]+(?:\.[a-z0-9-]+)+)\/(.+)$/i.exec(address);
  const found = long ?? (/^[a-z]:[\\/]/i.test(address) ? undefined : short) ?? bare;
  const folder = sub.join('#').replace(/^\/+|\/+$/g, '');
  if (!found) return folder === '' ? address : `${address}#${folder}`;
  const host = found[1]!.toLowerCase().replace(/^www\./, '');
  const path = found[2]!.replace(/^\/+|\/+$/g, '').replace(/(?:\.git|\/)+$/i, '');
  return `${host}/${caseless.has(host) ? path.toLowerCase() : path}${folder === '' ? '' : `#${folder}`}`;
};

const digest: Normalise = (value) => {
  const hexadecimal = /(?:^|:|@)([0-9a-f]{64})$/i.exec(value.trim());
  return hexadecimal ? hexadecimal[1]!.toLowerCase() : value.trim() || undefined;
};

/** Host and port of an address, lower case; the port is left out when none is said. */
const hostPort = (value: string): string =>
  value
    .trim()
    .toLowerCase()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//, '')
    .replace(/[/?#].*$/s, '')
    .replace(/^.*@/s, '')
    .trim();

/** Tells whether a host means another thing on every network: loopback, private addresses, names without a domain. */
export const isLocalHost = (address: string): boolean => {
  const host = hostPort(address).replace(/^\[?([^\]]*?)\]?(?::\d*)?$/, '$1');
  if (
    host.includes(':') ||
    /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(
      `${host}.`,
    )
  )
    return true;
  return (
    !/^[a-z0-9_-]+\.[a-z0-9._-]+$/.test(host) ||
    /\.(?:local|localhost|internal|lan|home|corp|intranet|test|arpa)$/.test(host)
  );
};

const mcpUrl: Normalise = (value) => {
  if (!URL.canParse(value)) return value.trim() || undefined;
  const url = new URL(value);
  if (isLocalHost(url.host)) return { scheme: 'host-port', value: url.host };
  // Queries of such addresses carry keys.
  return `${url.protocol}//${url.host}${url.pathname.replace(/\/+$/, '')}`;
};

const normalisers: Partial<Record<Scheme, Normalise>> = {
  arn,
  purl,
  remote,
  sha256: digest,
  'bucket-name': bucketName,
  'image-digest': (value, kind) => {
    const hexadecimal = digest(value, kind);
    return typeof hexadecimal === 'string' && /^[0-9a-f]{64}$/.test(hexadecimal)
      ? `sha256:${hexadecimal}`
      : hexadecimal;
  },
  // Azure compares resource ids without regard to case: https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
  'resource-id': (value) => (value.startsWith('//') ? value : value.toLowerCase()).replace(/\/+$/, ''),
  'package-name': packageName,
  'mcp-package': packageName,
  'mcp-url': mcpUrl,
  'model-name': (value) => value.replace(/^[^:]+(?=:)/, (provider) => provider.toLowerCase()),
  'dataset-name': (value) => value.replace(/^[^:]+(?=:)/, (hub) => hub.toLowerCase()),
};

/**
 * Gives the identifier as everyone writes it, or undefined when its value names no single thing. `source` qualifies a value of narrower scope
 * that carries no scope yet, so that strangers’ `localhost` and equal paths in different sources stay apart.
 */
export const canonicalIdentifier = (
  kind: AssetKind,
  identifier: Identifier,
  source: string,
): Identifier | undefined => {
  const plain = unqualified(identifier).trim();
  // The empty place is the source itself.
  if (plain === '' && identifier.scheme !== 'place') return undefined;
  const normalised =
    normalisers[identifier.scheme]?.(plain, kind) ?? (normalisers[identifier.scheme] ? undefined : plain);
  if (normalised === undefined) return undefined;
  const { scheme, value: said } =
    typeof normalised === 'string' ? { scheme: identifier.scheme, value: normalised } : normalised;
  const value = said.trim();
  if (value === '' && scheme !== 'place') return undefined;
  if (schemes[scheme].scope === 'global') return { scheme, value };
  const scope = scopeOf(identifier) || source;
  if (scheme !== 'host-port') return { scheme, value: qualify(scope, value) };
  const address = hostPort(value);
  if (address === '') return undefined;
  return { scheme, value: isLocalHost(address) ? qualify(scope, address) : address };
};
