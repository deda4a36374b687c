// One service of the bill of materials, with the data that flows into and out of it.
import type { Report } from '../../../kit/define-exporter.ts';
import { factProperties } from './describe-component.ts';
import { type Asset, type Inventory, textOf } from './inventory.ts';

interface Flow {
  /** As the service sees it. */
  readonly direction: 'inbound' | 'outbound' | 'bi-directional';
  readonly name: string;
  /** Reference of whoever is at the other end. */
  readonly other: string;
}

/** How the relations that end at a service move data. */
const flows: Readonly<Record<string, Pick<Flow, 'direction' | 'name'>>> = {
  invokes: { direction: 'bi-directional', name: 'prompts and answers' },
  'uses-tool': { direction: 'bi-directional', name: 'tool calls and their results' },
  connects: { direction: 'bi-directional', name: 'requests and answers' },
  reads: { direction: 'outbound', name: 'stored data' },
  'grounded-on': { direction: 'outbound', name: 'stored data' },
  'trained-on': { direction: 'outbound', name: 'training data' },
  writes: { direction: 'inbound', name: 'stored data' },
  remembers: { direction: 'bi-directional', name: 'memories' },
  'guarded-by': { direction: 'bi-directional', name: 'prompts and answers' },
};

/** The flows of every service by its reference; what calls a provider’s model sends its data to the provider. */
const collectFlows = (report: Report, inventory: Inventory): ReadonlyMap<string, readonly Flow[]> => {
  const found = report.relations.flatMap(({ from, to, kind }) => {
    const flow = flows[kind];
    const other = inventory.refOf(from);
    const service = inventory.providerOf.get(to) ?? inventory.refOf(to);
    return flow && other !== undefined && service !== undefined ? [{ service, ...flow, other }] : [];
  });
  return Map.groupBy(found, ({ service }) => service);
};

/** A reference to another element of this bill, as the standard wants it. https://cyclonedx.org/capabilities/bomlink/ */
export type LinkTo = (ref: string) => string;

const describeFlows = (own: readonly Flow[], classification: string, linkTo: LinkTo) =>
  [...Map.groupBy(own, ({ direction, name }) => `${direction} ${name}`).values()].map((alike) => {
    const { direction, name } = alike[0]!;
    const ends = [...new Set(alike.map(({ other }) => linkTo(other)))].sort();
    return {
      flow: direction,
      classification,
      name,
      ...(direction === 'outbound' ? {} : { source: ends }),
      ...(direction === 'inbound' ? {} : { destination: ends }),
    };
  });

/** An address with every character encoded that an IRI may not have; undefined where none is left of it. */
const encodeAddress = (address: string): string | undefined => {
  const encoded = address
    .toWellFormed()
    .replace(/%(?![0-9a-f]{2})/gi, '%25')
    .replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=%]|[[\]]/gu, (character) => encodeURIComponent(character))
    .replace(/#(?=.*#)/g, '%23');
  // A colon in the first segment of what has no scheme would be taken for one.
  return encoded === '' || (/^[^/?#]*:/.test(encoded) && !/^[a-z][a-z0-9+.-]*:/i.test(encoded)) ? undefined : encoded;
};

/** Makes the services of one report. */
export function* describeServices(report: Report, inventory: Inventory, linkTo: LinkTo): Generator<object> {
  const flowsOf = collectFlows(report, inventory);
  const dataOf = (ref: string, asset: Asset | undefined) => {
    const own = flowsOf.get(ref) ?? [];
    const sensitivity = asset && textOf(asset, 'sensitivity');
    return own.length > 0 ? { data: describeFlows(own, sensitivity ?? 'unknown', linkTo) } : {};
  };
  for (const asset of inventory.services) {
    const url = textOf(asset, 'url');
    const endpoint = url === undefined ? undefined : encodeAddress(url);
    const authentication = textOf(asset, 'authentication');
    const provider = asset.kind === 'provider-account' ? asset.name : textOf(asset, 'provider');
    const isOutside = asset.kind === 'provider-account' || textOf(asset, 'selfHosted') === 'false';
    yield {
      'bom-ref': asset.id,
      ...(provider === undefined ? {} : { provider: { name: provider } }),
      name: asset.name,
      ...(endpoint === undefined ? {} : { endpoints: [endpoint] }),
      ...(authentication === undefined ? {} : { authenticated: authentication !== 'none' }),
      ...(isOutside || textOf(asset, 'public') === 'true' ? { 'x-trust-boundary': true } : {}),
      ...dataOf(asset.id, asset),
      properties: factProperties(asset),
    };
  }
  for (const [ref, name] of inventory.providers)
    yield { 'bom-ref': ref, provider: { name }, name, 'x-trust-boundary': true, ...dataOf(ref, undefined) };
}
