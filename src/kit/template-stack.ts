/** One template of cloud resources under extraction: its resources by name, what terms in it name, and the observations made so far. */
import type { AssetKind } from '../domain/kinds.ts';
import type {
  AssetObservation,
  AssetReference,
  CompletenessClaim,
  Definition,
  Gap,
  RelationObservation,
  SaidIdentifier,
  UnitLink,
} from '../domain/observation.ts';
import { literal, type Term, unknownTerm } from '../domain/term.ts';
import { eachOf } from '../read/aws-policy.ts';
import type { TemplateResource } from '../read/cloudformation.ts';
import { folderOf, joinPath } from '../read/source-path.ts';
import { readTags } from './cloud/read-tags.ts';
import { attachmentTable, joinTable } from './cloud/tables.ts';
import { observeTaskService } from './observe-task.ts';
import type { OpenExtraction } from './open-extraction.ts';
import { type DeclaredResource, readFacts } from './read-facts.ts';
import type { LinkRule, ResourceRow, ResourceTable } from './resource-row.ts';
import { foundationModel, isPlace } from './template-arn.ts';
import { variablesOf } from './template-environment.ts';
import { allAt, literalText, partOf, valueAt } from './template-paths.ts';

/** A resource of the same template that a term names. */
export interface TemplateTarget {
  readonly address: string;
  readonly type: string;
  readonly attribute: string;
}

export class TemplateStack implements OpenExtraction {
  readonly path: string;
  /** Namespace of its names, and scheme of its keys. */
  readonly language: string;
  readonly table: ResourceTable;
  readonly resources: readonly TemplateResource[];
  readonly assets: AssetObservation[] = [];
  readonly relations: RelationObservation[] = [];
  readonly definitions: Definition[] = [];
  readonly units: UnitLink[] = [];
  readonly gaps: Gap[] = [];
  readonly #byAddress: ReadonlyMap<string, TemplateResource>;

  /** Values of names of the file that nothing outside of it changes. */
  readonly #values: ReadonlyMap<string, Term>;

  constructor(
    path: string,
    language: string,
    resources: readonly TemplateResource[],
    table: ResourceTable,
    values: ReadonlyMap<string, Term> = new Map(),
  ) {
    this.#values = values;
    this.path = path;
    this.language = language;
    this.resources = resources;
    this.table = table;
    this.#byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  }

  resource(address: string): TemplateResource | undefined {
    return this.#byAddress.get(address);
  }

  /** A term with the value of a name of the file put in. */
  follow(term: Term): Term {
    return (term.t === 'reference' && term.namespace === this.language && this.#values.get(term.name)) || term;
  }

  row(type: string): ResourceRow | undefined {
    return Object.hasOwn(this.table, type) ? this.table[type] : undefined;
  }

  /** The identity of a resource in the whole source. */
  identify(address: string): string {
    return `${this.path}:${address}`;
  }

  /** The key of a resource in this file’s observations; for what runs it is the holder of its environment too. */
  keyOf(address: string): string {
    return `${this.language}:${this.path}:${address}`;
  }

  /** The resource that a term names: a reference to it, or a text that begins with one. */
  targetOf(term: Term): TemplateTarget | undefined {
    if (term.t === 'template') {
      const first = term.parts.find((part) => part.t === 'reference' && this.targetOf(part) !== undefined);
      const before = first ? term.parts.indexOf(first) : 0;
      // `arn:aws:s3:::${Bucket}/*`, `https://${Api}…`: the text before it says only of what kind it is.
      return first && term.parts.slice(0, before).every((part) => part.t === 'literal' || isPlace(part))
        ? this.targetOf(first)
        : undefined;
    }
    if (term.t === 'list') return term.items.length === 1 ? this.targetOf(term.items[0]!) : undefined;
    if (term.t !== 'reference' || term.namespace !== this.language) return undefined;
    const whole = this.#byAddress.get(term.name);
    if (whole) return { address: whole.address, type: whole.type, attribute: '' };
    const at = term.name.indexOf('.');
    const resource = at < 0 ? undefined : this.#byAddress.get(term.name.slice(0, at));
    return resource && { address: resource.address, type: resource.type, attribute: term.name.slice(at + 1) };
  }

  /** A reference to the asset of a resource of this template. */
  assetAt(address: string, kind: AssetKind): AssetReference {
    const key = this.keyOf(address);
    if (this.assets.some((asset) => asset.key === key)) return { local: key };
    return { kind, identifier: { scheme: 'template-resource', value: this.identify(address) }, name: address };
  }

  /** A resource as rules ask it. */
  declared({ address, properties, line, foreignDefaults }: TemplateResource): DeclaredResource {
    return {
      address,
      line,
      hasDefaults: !foreignDefaults,
      at: (path) => {
        const term = valueAt(properties, path);
        return term && { name: path, term, line: term.at || line };
      },
      all: (path) => allAt(properties, path),
      has: (path) =>
        allAt(properties, path).length > 0 ||
        path.split('.').reduce<Term | undefined>(partOf, properties) !== undefined,
      follow: (term) => this.follow(term),
      isResource: (term) => this.targetOf(term) !== undefined,
      through: (path) => {
        const target = allAt(properties, path).flatMap((term) => this.targetOf(term) ?? [])[0];
        const other = target && this.resource(target.address);
        return other && this.declared(other);
      },
    };
  }

  /** What people call a resource: the argument that names it, else its name in the template. */
  nameOf(resource: TemplateResource, path: string): string | Term {
    if (resource.repeated) return resource.address;
    const [term] = allAt(resource.properties, path);
    if (term === undefined || term.t === 'unknown' || (term.t === 'literal' && typeof term.value !== 'string'))
      return resource.address;
    return term.t === 'literal' ? term : { t: 'either', of: [term, literal(resource.address)] };
  }

  /** A text with `{argument}` for arguments of a resource; undefined when one is not given. */
  #fill(pattern: string, resource: TemplateResource): Term | undefined {
    const parts: Term[] = [];
    for (const [index, text] of pattern.split(/\{([\w.|]+)\}/).entries()) {
      const [term] = index % 2 === 0 ? [] : allAt(resource.properties, text);
      if (index % 2 === 1 && term === undefined) return undefined;
      if (term) parts.push(term);
      else if (text !== '' && index % 2 === 0) parts.push(literal(text));
    }
    return parts.length === 1 ? parts[0] : { t: 'template', parts, at: resource.line };
  }

  /** The assets that a term names: resources of this template, else by its text or what it resolves to. */
  referenceTo(term: Term, rule: Pick<LinkRule, 'kind' | 'scheme' | 'prefix' | 'through'>): readonly AssetReference[] {
    return eachOf(term).flatMap((each): readonly AssetReference[] => {
      const target = this.targetOf(each);
      const model = rule.kind === 'model' ? foundationModel(each) : undefined;
      if (model !== undefined) {
        const name = model.t === 'literal' ? String(model.value) : model;
        const value: Term = { t: 'template', parts: [literal('bedrock:'), model] };
        return [{ kind: 'model', identifier: { scheme: 'model-name', value }, name }];
      }
      if (target === undefined) {
        if (each.t === 'literal' && (each.value === null || each.value === '')) return [];
        const value: Term = rule.prefix === undefined ? each : { t: 'template', parts: [literal(rule.prefix), each] };
        return [{ kind: rule.kind, identifier: { scheme: rule.scheme, value } }];
      }
      const passing = this.resource(target.address);
      const kind = this.row(target.type)?.kind;
      const [path, ...further] = rule.through ?? [];
      if (passing && path !== undefined && kind !== rule.kind)
        return allAt(passing.properties, path).flatMap((next) => this.referenceTo(next, { ...rule, through: further }));
      return [this.assetAt(target.address, kind ?? rule.kind)];
    });
  }

  /** States the asset of a resource, with its facts and identifiers. */
  state(resource: TemplateResource, row: ResourceRow): AssetObservation {
    const identifiers: SaidIdentifier[] = [{ scheme: 'template-resource', value: this.identify(resource.address) }];
    for (const { scheme, value } of resource.repeated ? [] : (row.identifiers ?? [])) {
      const filled = this.#fill(value, resource);
      if (filled) identifiers.push({ scheme, value: filled });
    }
    const asset: AssetObservation = {
      key: this.keyOf(resource.address),
      kind: row.kind,
      name: this.nameOf(resource, row.name ?? 'Name'),
      identifiers,
      facts: { ...readTags(row.kind, this.declared(resource)), ...readFacts(row.facts, this.declared(resource)) },
      complete: [],
      line: resource.line,
      ...(resource.repeated ? { how: 'inferred' as const, confidence: 0.9 } : {}),
    };
    this.assets.push(asset);
    return asset;
  }

  /** States the links of a resource, after all assets are stated. */
  link(resource: TemplateResource, row: ResourceRow): void {
    const self: AssetReference = { local: this.keyOf(resource.address) };
    const complete: CompletenessClaim[] = [];
    for (const rule of row.links ?? []) {
      const terms = allAt(resource.properties, rule.at);
      for (const term of terms)
        for (const other of this.referenceTo(term, rule)) {
          const [from, to] = rule.reverse ? [other, self] : [self, other];
          this.relations.push({ relation: rule.relation, from, to, line: term.at || resource.line });
        }
      if (terms.length > 0 && rule.only)
        complete.push({ relation: rule.relation, scope: 'file', line: resource.line, grade: 'declared' });
      // Where a whole part is given by an expression, what stands in it is not known.
      if (terms.length === 0 && rule.absent && allAt(resource.properties, rule.at.split(/[.|]/)[0] ?? '').length === 0)
        complete.push({ relation: rule.relation, scope: 'folder', line: resource.line, ...rule.absent });
    }
    const asset = this.assets.find(({ key }) => key === this.keyOf(resource.address));
    if (asset && complete.length > 0) (asset.complete as CompletenessClaim[]).push(...complete);
  }

  /** States what resources of the template say of others: facts, and relations between two. */
  relate(): void {
    for (const resource of this.resources) {
      const { type, properties, line } = resource;
      const attachment = Object.hasOwn(attachmentTable, type) ? attachmentTable[type] : undefined;
      for (const term of attachment ? allAt(properties, attachment.of) : []) {
        const target = this.targetOf(term);
        const asset = target && this.assets.find(({ key }) => key === this.keyOf(target.address));
        // A setting for any kind of resource says nothing here of one of another kind.
        if (asset?.kind !== attachment!.kind) continue;
        const facts = readFacts(attachment!.facts, this.declared(resource));
        const why = `${resource.address} is made only where a condition or a list asks for it`;
        for (const [name, said] of Object.entries(facts))
          Object.assign(asset.facts ?? {}, {
            [name]: resource.optional || resource.repeated ? { value: unknownTerm(why, line), line } : said,
          });
      }
      const join = Object.hasOwn(joinTable, type) ? joinTable[type] : undefined;
      for (const start of join ? allAt(properties, join.from.at) : []) {
        const target = this.targetOf(start);
        // A setting for any kind of resource says nothing here of one of another kind.
        if (target && this.row(target.type)?.kind !== join!.from.kind) continue;
        for (const end of allAt(properties, join!.to.at))
          for (const from of this.referenceTo(start, join!.from))
            for (const to of this.referenceTo(end, join!.to))
              this.relations.push({ relation: join!.relation, from, to, line: end.at || line });
      }
    }
  }

  /** States environment, code and image of a resource that runs something. */
  run(resource: TemplateResource, row: ResourceRow, more: readonly Term[] = []): void {
    const holder = this.keyOf(resource.address);
    const sources = [...more, resource.properties];
    const names = new Set<string>();
    for (const { name, value, line, secret } of sources.flatMap((source) =>
      (row.environment ?? []).flatMap((rule) => variablesOf(rule, source)),
    )) {
      names.add(name);
      this.definitions.push({ namespace: 'environment', name, value, line: line || resource.line, holder });
      const target = secret && this.targetOf(secret);
      if (target)
        this.relations.push({
          relation: 'uses-secret',
          from: { local: holder },
          to: this.assetAt(target.address, 'secret'),
          line: line || resource.line,
        });
    }
    const asset = this.assets.find(({ key }) => key === holder);
    if (asset?.facts && names.size > 0) Object.assign(asset.facts, { environmentNames: { value: [...names].sort() } });
    for (const path of row.code ?? [])
      for (const term of sources.flatMap((source) => allAt(source, path))) {
        const text = literalText(term);
        // An address in a store, an archive and code that stands in the template itself are no folder.
        const isFolder = text !== undefined && !/^\w+:\/\/|\.(?:zip|jar)$|\n/.test(text);
        const folder = isFolder ? joinPath(folderOf(this.path), text) : undefined;
        if (folder !== undefined) this.units.push({ holder, folder, line: term.at || resource.line });
      }
    for (const rule of row.environment ?? [])
      if ('containers' in rule)
        for (const container of allAt(resource.properties, rule.containers))
          observeTaskService(container, holder, this.path, this);
    for (const path of row.image ?? [])
      for (const image of allAt(resource.properties, path)) {
        const line = image.at || resource.line;
        this.relations.push({
          relation: 'runs',
          from: { local: holder },
          to: { kind: 'container-image', identifier: { scheme: 'image-name', value: image }, name: image },
          line,
        });
        this.units.push({ holder, image, line });
      }
  }
}
