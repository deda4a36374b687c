/** Makes observations of a Terraform resource as its row of the tables says. */
import {
  type AssetObservation,
  type AssetReference,
  type CompletenessClaim,
  type FactName,
  type FactSaid,
  type SaidIdentifier,
  type Term,
  unknownTerm,
} from '../../../kit/define-extractor.ts';
import { eachOf } from '../../../read/aws-policy.ts';
import { attributeAt, type TerraformBlock } from '../../../read/terraform.ts';
import type { AttachmentRow, FactRule, LinkRule, ResourceRow } from './resource-row.ts';
import { addressOf, fill, nameOr, prefixed, type StackFile } from './stack-file.ts';
import { kindOfType } from './tables.ts';

/** The fact that a rule finds in a block; undefined when nothing is said and nothing holds by default. */
const readFact = (rule: FactRule, block: TerraformBlock, stack: StackFile): FactSaid | undefined => {
  if (rule.value !== undefined) return { value: rule.value, line: block.line };
  const paths = (rule.at ?? '').split('|');
  const attribute = paths.flatMap((path) => attributeAt(block, path) ?? [])[0];
  const hasBlock = paths.some((path) => block.blocks.some(({ type }) => type === path));
  if (attribute === undefined || (attribute.term.t === 'literal' && attribute.term.value === null)) {
    if (rule.present && hasBlock) return { value: true, line: block.line };
    const { otherwise } = rule;
    if (otherwise === undefined) return undefined;
    return {
      value: otherwise.value,
      how: otherwise.how,
      confidence: otherwise.how === 'default' ? 0.9 : 0.7,
      line: block.line,
    };
  }
  const { line } = attribute;
  const term = stack.follow(attribute.term);
  if (rule.present) return { value: true, line };
  if (rule.is === undefined) return { value: term, line };
  if (term.t !== 'literal') {
    // What another resource gives, and a text that begins otherwise, is none of the listed values.
    const start = term.t === 'template' && term.parts[0]?.t === 'literal' ? String(term.parts[0].value) : undefined;
    const isOther =
      stack.targetOf(term) !== undefined ||
      (start !== undefined && !Object.keys(rule.is).some((value) => value.startsWith(start)));
    if (isOther) return rule.is['*'] === undefined ? undefined : { value: rule.is['*'], line };
    return { value: unknownTerm(`${addressOf(block)} sets ${attribute.name} by an expression`, line), line };
  }
  const mapped = rule.is[String(term.value)] ?? rule.is['*'];
  return mapped === undefined ? undefined : { value: mapped, line };
};

/** All facts that rules find in a block. */
export const readFacts = (
  rules: ResourceRow['facts'],
  block: TerraformBlock,
  stack: StackFile,
): Partial<Record<FactName, FactSaid>> => {
  const facts: Partial<Record<FactName, FactSaid>> = {};
  for (const [name, rule] of Object.entries(rules ?? {})) {
    const said = readFact(rule, block, stack);
    if (said) facts[name as FactName] = said;
  }
  return facts;
};

/** The model of a literal ARN `arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0`. */
const foundationModel = (term: Term): string | undefined => {
  const last = term.t === 'template' ? term.parts.at(-1) : term;
  return last?.t === 'literal' ? /(?:^|:)foundation-model\/(.+)$/.exec(String(last.value))?.[1] : undefined;
};

/** The asset that a term names, seen from this file: a resource of the same folder, else by its text or what it resolves to. */
export const referenceTo = (
  term: Term,
  rule: Pick<LinkRule, 'kind' | 'scheme' | 'prefix' | 'through'>,
  stack: StackFile,
): readonly AssetReference[] =>
  eachOf(stack.follow(term)).flatMap((each): readonly AssetReference[] => {
    const target = stack.targetOf(each);
    const foundation = rule.kind === 'model' ? foundationModel(each) : undefined;
    if (foundation !== undefined)
      return [
        { kind: 'model', identifier: { scheme: 'model-name', value: `bedrock:${foundation}` }, name: foundation },
      ];
    if (target === undefined)
      return [{ kind: rule.kind, identifier: { scheme: rule.scheme, value: prefixed(rule.prefix, each) } }];
    const [path, ...further] = rule.through ?? [];
    const passing = path === undefined ? undefined : stack.blockAt(target.address);
    if (passing && path !== undefined && kindOfType(target.type) !== rule.kind) {
      const next = attributeAt(passing, path);
      return next ? referenceTo(next.term, { ...rule, through: further }, stack) : [];
    }
    return [stack.assetAt(target.address, kindOfType(target.type) ?? rule.kind)];
  });

const link = (rule: LinkRule, block: TerraformBlock, self: AssetReference, stack: StackFile): boolean => {
  const attribute = attributeAt(block, rule.at);
  if (attribute === undefined || (attribute.term.t === 'literal' && !attribute.term.value)) return false;
  for (const other of referenceTo(attribute.term, rule, stack)) {
    const [from, to] = rule.reverse ? [other, self] : [self, other];
    stack.relations.push({ relation: rule.relation, from, to, line: attribute.line });
  }
  return true;
};

/** States the asset of a resource, with its facts and links. */
export const stateResource = (block: TerraformBlock, row: ResourceRow, stack: StackFile): void => {
  const address = addressOf(block);
  const key = stack.keyOf(address);
  const named = attributeAt(block, row.name ?? 'name')?.term;
  const identifiers: SaidIdentifier[] = [{ scheme: 'terraform-address', value: stack.identify(address) }];
  // One block that stands for many has no single name; its address still is one.
  if (!block.repeated)
    for (const { scheme, value } of row.identifiers ?? []) {
      const filled = fill(value, block);
      if (filled) identifiers.push({ scheme, value: filled });
    }
  const complete: CompletenessClaim[] = [];
  const asset: AssetObservation = {
    key,
    kind: row.kind,
    name: named && !block.repeated ? nameOr(named, address) : address,
    identifiers,
    facts: readFacts(row.facts, block, stack),
    complete,
    line: block.line,
    ...(block.repeated ? { how: 'inferred' as const, confidence: 0.9 } : {}),
  };
  stack.assets.push(asset);
  for (const rule of row.links ?? []) {
    const isThere = link(rule, block, { local: key }, stack);
    if (!isThere && rule.absent)
      complete.push({ relation: rule.relation, scope: 'folder', line: block.line, ...rule.absent });
  }
};

/** States what a resource says of another one. */
export const stateAttachment = (block: TerraformBlock, row: AttachmentRow, stack: StackFile): void => {
  const facts = readFacts(row.facts, block, stack);
  const attribute = attributeAt(block, row.of);
  if (attribute === undefined || Object.keys(facts).length === 0) return;
  const target = stack.targetOf(attribute.term);
  const identifier: SaidIdentifier =
    target === undefined
      ? { scheme: row.scheme, value: prefixed(row.prefix, attribute.term) }
      : { scheme: 'terraform-address', value: stack.identify(target.address) };
  stack.assets.push({
    key: `${stack.keyOf(addressOf(block))}#of`,
    kind: row.kind,
    name:
      target === undefined ? attribute.term : stack.nameAt(target.address, row.kind === 'bucket' ? 'bucket' : 'name'),
    identifiers: [identifier],
    facts,
    line: block.line,
  });
};
