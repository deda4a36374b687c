/** Makes observations of a Terraform resource as its row of the tables says. */

import { readTags } from '../../../kit/cloud/read-tags.ts';
import type {
  AssetObservation,
  AssetReference,
  CompletenessClaim,
  SaidIdentifier,
  Term,
} from '../../../kit/define-extractor.ts';
import { type DeclaredResource, readFacts } from '../../../kit/read-facts.ts';
import type { AttachmentRow, LinkRule, ResourceRow } from '../../../kit/resource-row.ts';
import { foundationModel } from '../../../kit/template-arn.ts';
import { eachOf } from '../../../read/aws-policy.ts';
import { attributeAt, isAt, type TerraformBlock } from '../../../read/terraform.ts';
import { addressOf, fill, nameOr, prefixed, type StackFile } from './stack-file.ts';
import { kindOfType } from './tables.ts';

/** A block as the reader of facts sees it. */
const declared = (block: TerraformBlock, stack: StackFile): DeclaredResource => ({
  address: addressOf(block),
  line: block.line,
  hasDefaults: true,
  at: (path) => attributeAt(block, path),
  all: () => [],
  has: (path) => isAt(block, path),
  follow: (term) => stack.follow(term),
  isResource: (term) => stack.targetOf(term) !== undefined,
  through: (path) => {
    const named = attributeAt(block, path);
    const target = named && stack.targetOf(named.term);
    const other = target && stack.blockAt(target.address);
    return other && declared(other, stack);
  },
});

/** The asset that a term names, seen from this file: a resource of the same folder, else by its text or what it resolves to. */
export const referenceTo = (
  term: Term,
  rule: Pick<LinkRule, 'kind' | 'scheme' | 'prefix' | 'through'>,
  stack: StackFile,
): readonly AssetReference[] =>
  eachOf(stack.follow(term)).flatMap((each): readonly AssetReference[] => {
    const target = stack.targetOf(each);
    const model = rule.kind === 'model' ? foundationModel(each) : undefined;
    if (model?.t === 'literal')
      return [
        {
          kind: 'model',
          identifier: { scheme: 'model-name', value: `bedrock:${model.value}` },
          name: String(model.value),
        },
      ];
    if (model !== undefined)
      return [{ kind: 'model', identifier: { scheme: 'model-name', value: prefixed('bedrock:', model) }, name: model }];
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
    facts: { ...readTags(row.kind, declared(block, stack)), ...readFacts(row.facts, declared(block, stack)) },
    complete,
    line: block.line,
    ...(block.repeated ? { how: 'inferred' as const, confidence: 0.9 } : {}),
  };
  stack.assets.push(asset);
  for (const rule of row.links ?? []) {
    const isThere = link(rule, block, { local: key }, stack);
    if (isThere && rule.only)
      complete.push({ relation: rule.relation, scope: 'file', line: block.line, grade: 'declared' });
    // Where a whole part is given by an expression, what stands in it is not known.
    if (!isThere && rule.absent && !isAt(block, rule.at.split(/[.|]/)[0] ?? ''))
      complete.push({ relation: rule.relation, scope: 'folder', line: block.line, ...rule.absent });
  }
};

/** States what a resource says of another one. */
export const stateAttachment = (block: TerraformBlock, row: AttachmentRow, stack: StackFile): void => {
  const facts = readFacts(row.facts, declared(block, stack));
  const attribute = attributeAt(block, row.of);
  if (attribute === undefined || Object.keys(facts).length === 0) return;
  const target = stack.targetOf(attribute.term);
  // A setting for any kind of resource says nothing here of one of another kind.
  if (target && (kindOfType(target.type) ?? row.kind) !== row.kind) return;
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
