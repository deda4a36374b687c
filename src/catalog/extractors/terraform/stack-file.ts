/** One Terraform file under extraction: its blocks by address, what references inside it mean, and the observations made so far. */
import {
  type AssetKind,
  type AssetObservation,
  type AssetReference,
  type Definition,
  type Extraction,
  type Gap,
  literal,
  type RelationObservation,
  type Term,
  type UnitLink,
} from '../../../kit/define-extractor.ts';
import { folderOf, joinPath } from '../../../read/source-path.ts';
import { attributeAt, attributeOf, type TerraformBlock, type TerraformFile } from '../../../read/terraform.ts';

/** A resource or data source that a reference names. */
export interface Target {
  readonly address: string;
  readonly type: string;
  readonly attribute: string;
}

/** Longest chain of locals that is followed inside one file. */
const localLimit = 8;

export class StackFile {
  readonly path: string;
  readonly folder: string;
  readonly file: TerraformFile;
  readonly assets: AssetObservation[] = [];
  readonly relations: RelationObservation[] = [];
  readonly definitions: Definition[] = [];
  readonly units: UnitLink[] = [];
  readonly gaps: Gap[] = [];
  readonly #blocks = new Map<string, TerraformBlock>();
  readonly #locals = new Map<string, Term>();

  constructor(path: string, file: TerraformFile) {
    this.path = path;
    this.folder = folderOf(path);
    this.file = file;
    for (const block of file.blocks) {
      if (block.type === 'resource' || block.type === 'data') this.#blocks.set(addressOf(block), block);
      if (block.type === 'locals')
        for (const { name, term } of block.attributes) this.#locals.set(`local.${name}`, term);
    }
  }

  /** The block of an address, when it stands in this file. */
  blockAt(address: string): TerraformBlock | undefined {
    return this.#blocks.get(address);
  }

  /** Resources of a type in this file. */
  resources(...types: readonly string[]): readonly TerraformBlock[] {
    return this.file.blocks.filter(({ type, labels }) => type === 'resource' && types.includes(labels[0] ?? ''));
  }

  /** The identity of an address as the whole source knows it. */
  identify(address: string): string {
    return `${this.folder}:${address}`;
  }

  /** The key of an address in this file’s observations; for what runs it is the holder of its environment too. */
  keyOf(address: string): string {
    return `terraform:${this.folder}:${address}`;
  }

  /** A term with locals of this file put in. */
  follow(term: Term): Term {
    let at = term;
    for (let steps = 0; steps < localLimit && at.t === 'reference'; steps += 1) {
      const local = this.#locals.get(at.name);
      if (local === undefined) break;
      at = local;
    }
    return at;
  }

  /** The resource that a term names: a reference to it, or a text that begins with one (`"${aws_s3_bucket.x.arn}/*"`). */
  targetOf(given: Term): Target | undefined {
    const term = this.follow(given);
    if (term.t === 'template') {
      const [first, ...rest] = term.parts;
      const isPathAfter = rest.every(({ t }, index) => t === 'literal' || index > 0);
      return first?.t === 'reference' && isPathAfter ? this.targetOf(first) : undefined;
    }
    if (term.t === 'list') return term.items[0] && term.items.length === 1 ? this.targetOf(term.items[0]) : undefined;
    if (term.t === 'operation' && term.of[0] && ['split', 'replace', 'regex'].includes(term.operator)) return undefined;
    if (term.t !== 'reference' || term.namespace !== 'terraform') return undefined;
    const parts = term.name.split('.');
    if (['var', 'local', 'module', 'path', 'terraform', 'each', 'count', 'self'].includes(parts[0] ?? ''))
      return undefined;
    const length = parts[0] === 'data' ? 3 : 2;
    return {
      address: parts.slice(0, length).join('.'),
      type: parts[length - 2] ?? '',
      attribute: parts.slice(length).join('.'),
    };
  }

  /** A reference to the asset of an address in this folder. */
  assetAt(address: string, kind: AssetKind): AssetReference {
    if (this.#blocks.has(address) && this.assets.some(({ key }) => key === this.keyOf(address)))
      return { local: this.keyOf(address) };
    return { kind, identifier: { scheme: 'terraform-address', value: this.identify(address) }, name: address };
  }

  /** What people call the resource of an address: the argument that names it, where its block stands in this file. */
  nameAt(address: string, ...names: readonly string[]): string | Term {
    const block = this.#blocks.get(address);
    const given = block && !block.repeated ? names.flatMap((name) => attributeOf(block, name) ?? [])[0] : undefined;
    return given ? nameOr(given.term, address) : address;
  }

  /** A folder of the source that a term names, as Terraform sees it from this module. */
  pathOf(given: Term): string | undefined {
    const term = this.follow(given);
    const text = this.#textOf(term);
    return text === undefined ? undefined : joinPath(this.folder, text);
  }

  #textOf(term: Term): string | undefined {
    if (term.t === 'literal') return typeof term.value === 'string' ? term.value : undefined;
    // `path.module` and `path.root` are where the file stands; a called module’s root is not known here.
    if (term.t === 'reference') return /^path\.(module|root|cwd)$/.test(term.name) ? '.' : undefined;
    if (term.t !== 'template') return undefined;
    const parts = term.parts.map((part) => this.#textOf(this.follow(part)));
    return parts.every((part) => part !== undefined) ? parts.join('') : undefined;
  }

  extraction(): Extraction {
    const { assets, relations, definitions, units, gaps } = this;
    return { assets, relations, definitions, units, gaps, programs: [] };
  }
}

/** `aws_s3_bucket.models`, `data.aws_iam_policy_document.app`. */
export const addressOf = ({ type, labels }: TerraformBlock): string =>
  type === 'data' ? `data.${labels.join('.')}` : labels.join('.');

/** The text `{bucket}-logs` with arguments of a block put in, as a term; undefined when one is not given. */
export const fill = (pattern: string, block: TerraformBlock): Term | undefined => {
  const parts: Term[] = [];
  for (const [index, text] of pattern.split(/\{([a-z_|]+)\}/).entries()) {
    if (index % 2 === 0) {
      if (text !== '') parts.push(literal(text, block.line));
      continue;
    }
    const attribute = attributeAt(block, text);
    if (attribute === undefined || (attribute.term.t === 'literal' && attribute.term.value === null)) return undefined;
    parts.push(attribute.term);
  }
  return parts.length === 1 ? parts[0] : { t: 'template', parts, at: block.line };
};

/** A name that an argument gives, else the address: an expression that stays unknown is nothing to call a thing by. */
export const nameOr = (term: Term, address: string): string | Term => {
  if (term.t === 'unknown' || (term.t === 'literal' && typeof term.value !== 'string')) return address;
  return term.t === 'literal' ? term : { t: 'either', of: [term, literal(address)] };
};

/** A text put before a term. */
export const prefixed = (prefix: string | undefined, term: Term): Term =>
  prefix === undefined ? term : { t: 'template', parts: [literal(prefix), term] };
