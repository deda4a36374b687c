/** States what a cloud says of its own resources: the same kinds of resource as stacks declare, with the values that hold. */
import type { FactName } from '../domain/facts.ts';
import type {
  AssetObservation,
  AssetReference,
  FactSaid,
  Gap,
  RelationObservation,
  SaidIdentifier,
} from '../domain/observation.ts';
import { mayJoin } from '../domain/relations.ts';
import type { Term } from '../domain/term.ts';
import type { TemplateResource } from '../read/cloudformation.ts';
import { kindOfType, resourceTable } from './cloud/tables.ts';
import { type OpenExtraction, openExtraction } from './open-extraction.ts';
import { TemplateStack } from './template-stack.ts';

/** Tells whether a relation may join two kinds. */
export { mayJoin } from '../domain/relations.ts';

/** Most resources of one answer that are read. */
export const mostResources = 20_000;

/** Says of an answer with more resources that the rest was not read. */
export const tooManyResources = (path: string): Gap => ({
  what: path,
  scope: 'file',
  why: `only ${mostResources} resources of it are read`,
});

export type ExportFacts = Readonly<Partial<Record<FactName, FactSaid>>>;

/** One resource of an answer. */
export interface ExportedResource {
  /** Tells it from others of the file. */
  readonly address: string;
  /** Its type by the name that the tables know. */
  readonly type: string;
  readonly name?: string;
  readonly properties: Term;
  readonly line: number;
  readonly identifiers: readonly SaidIdentifier[];
  /** What the answer says beyond what the row of its type looks for. */
  readonly facts?: ExportFacts;
  /** Facts that this answer is too short to tell. */
  readonly leavesOut?: readonly FactName[];
  /** The answer holds all settings, so that the vendor’s defaults hold for those that it leaves out. */
  readonly isWhole?: boolean;
  /** The account that it stands in. */
  readonly account?: string;
}

/** How an account of a cloud is known. */
export interface ExportedAccount {
  readonly name: string;
  readonly identifier: SaidIdentifier;
}

export interface ExportDialect {
  readonly cloud: string;
  /** How a text names an asset of a kind. */
  identify(kind: AssetObservation['kind'], text: string): SaidIdentifier | undefined;
  account(id: string): ExportedAccount;
}

/** A name as the cloud’s tools say it, without an account: `aws:lambda/ingest`. */
export const cloudName = (cloud: string, word: string, name: string): SaidIdentifier => ({
  scheme: 'cloud-name',
  value: `${cloud}:${word}/${name}`,
});

/** The key of an account in one file’s observations. */
const accountKey = (id: string): string => `account:${id}`;

/** States an account once. */
export const stateExportedAccount = (
  id: string,
  line: number,
  dialect: ExportDialect,
  assets: AssetObservation[],
  facts: ExportFacts = {},
): AssetReference => {
  const key = accountKey(id);
  if (!assets.some((asset) => asset.key === key)) {
    const { name, identifier } = dialect.account(id);
    assets.push({
      key,
      kind: 'cloud-account',
      name,
      identifiers: [identifier],
      facts: { provider: { value: dialect.cloud }, ...facts },
      line,
      how: 'observed',
    });
  }
  return { local: key };
};

/** A reference by the words of the tables, as the words of the cloud. */
const renamed = (reference: AssetReference, dialect: ExportDialect): AssetReference => {
  if ('local' in reference) return reference;
  const { identifier, kind } = reference;
  const text = typeof identifier.value === 'string' ? identifier.value : literalOf(identifier.value);
  if (text === undefined || (identifier.scheme !== 'display-name' && identifier.scheme !== 'arn')) return reference;
  const found = dialect.identify(kind, text);
  return found === undefined
    ? { ...reference, name: text }
    : { ...reference, identifier: found, name: reference.name ?? text.slice(text.search(/[^/:]*$/)) };
};

const literalOf = (term: Term): string | undefined =>
  term.t === 'literal' && typeof term.value === 'string' ? term.value : undefined;

/** The key of a resource in one file’s observations. */
export const keyOfExported = (path: string, { cloud }: ExportDialect, address: string): string =>
  `${cloud}:${path}:${address}`;

/** Resources that are stated together: what is looked up among them is looked up in few, however many a file lists. */
const atOnce = 100;

/** States all resources of one file; what it gives can be added to. */
export const stateExport = (
  path: string,
  exported: readonly ExportedResource[],
  dialect: ExportDialect,
): OpenExtraction => {
  const into = openExtraction();
  const accounts: AssetObservation[] = [];
  for (let from = 0; from < exported.length; from += atOnce) {
    const part = exported.slice(from, from + atOnce);
    const stack = statePart(path, part, dialect);
    into.assets.push(...stack.assets);
    into.relations.push(...stack.relations.map((relation) => asObserved(relation, dialect)));
    into.definitions.push(...stack.definitions);
    into.units.push(...stack.units);
    into.gaps.push(...stack.gaps);
    for (const { account, type, address, line } of part) {
      const kind = kindOfType(type);
      if (account === undefined || kind === undefined || !mayJoin('belongs-to', kind, 'cloud-account')) continue;
      into.relations.push({
        relation: 'belongs-to',
        from: { local: keyOfExported(path, dialect, address) },
        to: stateExportedAccount(account, line, dialect, accounts),
        line,
        how: 'observed',
      });
    }
  }
  into.assets.push(...accounts);
  return into;
};

const statePart = (path: string, exported: readonly ExportedResource[], dialect: ExportDialect): TemplateStack => {
  const resources = exported.map(
    ({ address, type, properties, line, isWhole }): TemplateResource => ({
      address,
      type,
      properties,
      beside: { t: 'map', entries: [] },
      // What a short answer leaves out is not what the vendor documents for a declaration that leaves it out.
      foreignDefaults: !isWhole,
      line,
    }),
  );
  const stack = new TemplateStack(path, dialect.cloud, resources, resourceTable);
  const stated = resources.flatMap((resource, number) => {
    const row = stack.row(resource.type);
    return row ? [{ resource, row, given: exported[number]! }] : [];
  });
  for (const { resource, row, given } of stated) {
    const asset = stack.state(resource, row);
    const facts = Object.fromEntries(
      Object.entries({ ...asset.facts, ...given.facts }).filter(
        ([name]) => !given.leavesOut?.includes(name as FactName),
      ),
    );
    stack.assets[stack.assets.indexOf(asset)] = {
      ...asset,
      ...(given.name === undefined ? {} : { name: given.name }),
      identifiers: given.identifiers,
      facts,
      how: 'observed',
    };
  }
  for (const { resource, row } of stated) {
    stack.link(resource, row);
    stack.run(resource, row);
  }
  stack.relate();
  for (const asset of stack.assets)
    for (const [number, claim] of (asset.complete ?? []).entries())
      Object.assign(asset.complete!, { [number]: { ...claim, scope: 'file', grade: 'observed' } });
  return stack;
};

/** A relation that the cloud itself says. */
export const asObserved = (relation: RelationObservation, dialect: ExportDialect): RelationObservation => ({
  ...relation,
  from: renamed(relation.from, dialect),
  to: renamed(relation.to, dialect),
  how: 'observed',
});
