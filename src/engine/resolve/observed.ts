/** Observed: what extractors said of single files, with its terms evaluated and its references joined. */
import type { Evidence } from '../../domain/evidence.ts';
import type { FactName } from '../../domain/facts.ts';
import type { Scheme } from '../../domain/identifier.ts';
import type { AssetKind } from '../../domain/kinds.ts';
import type { AssetReference, CompletenessClaim, FactSaid, Said, SaidIdentifier } from '../../domain/observation.ts';
import type { Term } from '../../domain/term.ts';
import { isPlaceholderName } from '../../read/placeholder-name.ts';
import { type Drafts, evidenceOf, reasonOf } from './drafts.ts';
import type { Evaluator } from './evaluator.ts';
import type { Projects } from './projects.ts';
import type { ReadFile } from './read-extraction.ts';
import type { Value } from './value.ts';
import { alternatives } from './value.ts';

const isTerm = (said: Said): said is Term => typeof said === 'object' && said !== null && !Array.isArray(said);

/** What is known of an asset that is named by an identifier: the assets meant, or why they are not known. */
export type Named =
  | { readonly assets: readonly number[]; readonly evidence: readonly Evidence[] }
  | { readonly why: string };

/** Assets that a value names by an identifier: its text, one of several texts, or a handle to a resource. */
export const assetsNamed = (
  drafts: Drafts,
  kind: AssetKind,
  scheme: Scheme,
  value: Value,
  at: Evidence,
  name?: string,
): Named => {
  const assets: number[] = [];
  const evidence: Evidence[] = [];
  let why: string | undefined;
  for (const each of flattened(value)) {
    const handle =
      each.v === 'handle'
        ? each
        : each.v === 'text' && each.parts[0]?.v === 'handle'
          ? each.parts[0]
          : each.v === 'text'
            ? each.parts.find((part) => part.v === 'handle')
            : undefined;
    const trail = evidenceOf(
      value.v === 'several'
        ? each.trail.map((hop): Evidence => ({ ...hop, how: 'inferred', confidence: hop.confidence * 0.8 }))
        : each.trail,
      at,
    );
    if (handle?.v === 'handle' && (handle.scheme !== 'secret-fingerprint' || kind === 'secret')) {
      const address = handle.value.slice(handle.value.lastIndexOf(':') + 1);
      assets.push(
        drafts.asset(
          kind,
          name ?? (handle.scheme === 'secret-fingerprint' ? 'credential' : address),
          [drafts.identifier(handle.scheme, handle.value)],
          evidenceOf(handle.trail, at),
          true,
        ),
      );
      evidence.push(...evidenceOf(handle.trail, at));
    } else if (each.v === 'literal' && (typeof each.value === 'string' || typeof each.value === 'number')) {
      const text = String(each.value);
      if (text === '' || (publishedNames.has(scheme) && isPlaceholderName(text))) {
        why ??= text === '' ? 'the name is empty' : `a placeholder stands there: ${text.slice(0, 60)}`;
        continue;
      }
      const asset = drafts.asset(kind, name ?? shortName(scheme, text), [drafts.identifier(scheme, text)], trail, true);
      // A credential that code knows by a variable is not written where the code stands.
      if (kind === 'secret') {
        drafts.fact(asset, 'place', 'variable', trail);
        drafts.fact(asset, 'hardCoded', false, trail);
      }
      const bucket = scheme === 'place' && kind !== 'bucket' ? bucketAddress.exec(text)?.[1] : undefined;
      if (bucket !== undefined) {
        const holder = [drafts.identifier('bucket-name', bucket.replace(/^s3[an]:/, 's3:'))];
        drafts.relate(
          'contains',
          drafts.asset('bucket', shortName('bucket-name', bucket), holder, trail, true),
          asset,
          trail,
        );
      }
      assets.push(asset);
      evidence.push(...trail);
    } else why ??= reasonOf(each);
  }
  return assets.length > 0 ? { assets, evidence } : { why: why ?? 'nothing names it' };
};

/** Schemes whose values are names that others gave; templates leave them open. */
const publishedNames: ReadonlySet<Scheme> = new Set([
  'model-name',
  'bucket-name',
  'dataset-name',
  'mcp-package',
  'mcp-url',
  'arn',
]);

/** The bucket in the address of a thing: `s3://tours/2026/january.csv` lies in `s3://tours`. */
const bucketAddress = /^((?:s3[an]?|gs):\/\/[^/{}<>\s]+)\/./;

/** A list names each of its items. */
const flattened = (value: Value): readonly Value[] =>
  value.v === 'list' ? value.items.flatMap(flattened) : alternatives(value);

/** How an identifier reads as a name: without its scheme’s prefix. */
const shortName = (scheme: Scheme, value: string): string => {
  if (scheme === 'bucket-name') return value.replace(/^[a-z0-9]+:\/\//, '');
  if (scheme === 'model-name') return value.slice(value.indexOf(':') + 1);
  if (scheme === 'mcp-package' || scheme === 'dataset-name') return value.slice(value.indexOf(':') + 1);
  if (scheme === 'arn') return value.split(':').slice(5).join(':') || value;
  return value;
};

/** The reserved reference to the project that the file belongs to. */
export const projectKey = '$project';

export class Observed {
  readonly drafts: Drafts;
  readonly evaluator: Evaluator;
  readonly projects: Projects;
  /** Asset numbers by file and local key. */
  readonly #keys = new Map<string, readonly number[]>();
  readonly #projectAsset: (folder: string) => number;

  constructor(drafts: Drafts, evaluator: Evaluator, projects: Projects, projectAsset: (folder: string) => number) {
    this.drafts = drafts;
    this.evaluator = evaluator;
    this.projects = projects;
    this.#projectAsset = projectAsset;
  }

  /** Assets that a key of a file’s observations names. */
  keyed(path: string, key: string): readonly number[] {
    return this.#keys.get(`${path}\n${key}`) ?? [];
  }

  /** States every asset of a file. */
  assets(file: ReadFile): void {
    for (const observation of file.extraction.assets) {
      const at = this.#evidence(file.path, observation.line, observation.how, observation.confidence);
      const name = this.#text(observation.name, file.path) ?? observation.key;
      const identifiers = observation.identifiers.flatMap((each) => this.#identifiers(each, file.path));
      const asset = this.drafts.asset(observation.kind, name, identifiers, [at]);
      this.#keys.set(`${file.path}\n${observation.key}`, [...this.keyed(file.path, observation.key), asset]);
      for (const [fact, said] of Object.entries(observation.facts ?? {}))
        if (said) this.#fact(asset, fact as FactName, said, file.path, at);
      for (const claim of observation.complete ?? [])
        this.drafts.closure(asset, claim, this.#prefix(file.path, claim), { ...at, line: claim.line ?? at.line });
    }
    for (const gap of file.extraction.gaps)
      this.drafts.gaps.push({
        source: this.drafts.source,
        path: gap.scope === 'folder' ? folderOf(file.path) : gap.scope === 'source' ? '' : file.path,
        why: `${gap.what}: ${gap.why}`,
      });
  }

  /** States every relation of a file; ends that cannot be had stay open with the reason. */
  relations(file: ReadFile): void {
    for (const observation of file.extraction.relations) {
      const at = this.#evidence(file.path, observation.line, observation.how, observation.confidence, observation.note);
      const from = this.#ends(observation.from, file.path, at);
      const to = this.#ends(observation.to, file.path, at);
      if ('why' in from) {
        if (!('why' in to))
          for (const each of to.assets)
            this.drafts.open.push({
              asset: each,
              relation: observation.relation,
              direction: 'in',
              why: from.why,
              evidence: at,
            });
        continue;
      }
      if ('why' in to) {
        for (const each of from.assets)
          this.drafts.open.push({
            asset: each,
            relation: observation.relation,
            direction: 'out',
            why: to.why,
            evidence: at,
          });
        continue;
      }
      for (const start of from.assets)
        for (const end of to.assets)
          this.drafts.relate(observation.relation, start, end, evidenceOf([...from.evidence, ...to.evidence], at));
    }
  }

  #ends(reference: AssetReference, path: string, at: Evidence): Named {
    if ('local' in reference) {
      if (reference.local === projectKey)
        return { assets: [this.#projectAsset(this.projects.of(path).folder)], evidence: [] };
      const assets = this.keyed(path, reference.local);
      return assets.length > 0 ? { assets, evidence: [] } : { why: `nothing in ${path} is called ${reference.local}` };
    }
    const value = this.#value(reference.identifier.value, path);
    return assetsNamed(
      this.drafts,
      reference.kind,
      reference.identifier.scheme,
      value,
      at,
      reference.name === undefined ? undefined : this.#text(reference.name, path),
    );
  }

  #fact(asset: number, fact: FactName, said: FactSaid, path: string, at: Evidence): void {
    const place: Evidence = {
      ...at,
      line: said.line ?? at.line,
      how: said.how ?? at.how,
      confidence: said.confidence ?? at.confidence,
    };
    if (isTerm(said.value))
      this.drafts.factFrom(
        asset,
        fact,
        this.evaluator.evaluate(said.value, { path, file: undefined, frame: undefined }),
        place,
      );
    else if (Array.isArray(said.value)) this.drafts.fact(asset, fact, said.value as readonly string[], [place]);
    else
      this.drafts.factFrom(
        asset,
        fact,
        { v: 'literal', value: said.value as string | number | boolean | null, trail: [] },
        place,
      );
  }

  /** An identifier is stated only when it is certain: one of several values would merge strangers. */
  #identifiers(said: SaidIdentifier, path: string) {
    const value = this.#value(said.value, path);
    if (value.v === 'handle') return [this.drafts.identifier(value.scheme, value.value)];
    if (value.v !== 'literal' || value.value === null || value.value === '') return [];
    return [this.drafts.identifier(said.scheme, String(value.value))];
  }

  #value(said: string | Term, path: string): Value {
    return typeof said === 'string'
      ? { v: 'literal', value: said, trail: [] }
      : this.evaluator.evaluate(said, { path, file: undefined, frame: undefined });
  }

  #text(said: string | Term, path: string): string | undefined {
    const first = alternatives(this.#value(said, path)).find((each) => each.v === 'literal' && each.value !== '');
    return first?.v === 'literal' && first.value !== null ? String(first.value) : undefined;
  }

  #prefix(path: string, claim: CompletenessClaim): string {
    if (claim.scope === 'file') return path;
    if (claim.scope === 'source') return '';
    const folder = claim.scope === 'unit' ? this.projects.of(path).folder : folderOf(path);
    return folder === '' ? '' : `${folder}/`;
  }

  #evidence(path: string, line: number, how?: Evidence['how'], confidence?: number, note?: string): Evidence {
    const place: Evidence = {
      source: this.drafts.source,
      path,
      line,
      how: how ?? 'declared',
      confidence: confidence ?? 1,
    };
    return note === undefined ? place : { ...place, note };
  }
}

const folderOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')));
