/** Links: which assets a meaning joins, and which of its ends stay open with a reason. */
import type { Evidence } from '../../domain/evidence.ts';
import { belongsTo, type FactName } from '../../domain/facts.ts';
import type { AssetKind } from '../../domain/kinds.ts';
import type { End, Link } from '../../kit/define-library.ts';
import { moduleOf } from './call-graph.ts';
import { evidenceOf, reasonOf } from './drafts.ts';
import { type CodeContext, isAi, type MadeAssets, openedPath } from './made-assets.ts';
import { assetsNamed, type Named } from './observed.ts';
import type { Occurrence } from './occurrences.ts';
import type { Value } from './value.ts';
import { textOf } from './value.ts';

/** States one link of an occurrence. */
export const stateLink = (context: CodeContext, made: MadeAssets, each: Occurrence, link: Link): void => {
  const { drafts } = context;
  const at = made.place(each);
  const from = findEnd(context, made, each, link, link.from, at);
  const to = findEnd(context, made, each, link, link.to, at);
  if (from === undefined || to === undefined) return;
  if ('why' in from) {
    if ('assets' in to)
      for (const asset of to.assets)
        drafts.open.push({ asset, relation: link.relation, direction: 'in', why: from.why, evidence: at });
    return;
  }
  if ('why' in to) {
    for (const asset of from.assets)
      drafts.open.push({ asset, relation: link.relation, direction: 'out', why: to.why, evidence: at });
    return;
  }
  const evidence = evidenceOf([...from.evidence, ...to.evidence], at);
  for (const start of from.assets) {
    for (const end of to.assets) {
      const isStated = drafts.relate(link.relation, start, end, evidence);
      // What the innermost owner cannot be joined by is said of the project that contains it.
      if (!isStated && link.from === 'enclosing')
        drafts.relate(link.relation, made.holder(each.site.file.path), end, evidence);
    }
  }
};

/** The assets at an end that is not the end of a link; none where they are not known. */
export const assetsAt = (context: CodeContext, made: MadeAssets, each: Occurrence, end: End): readonly number[] => {
  if (end === 'self') return made.self(each);
  if (end === 'enclosing') return made.enclosing(each);
  if (end === 'application') return [context.projectAsset(context.projects.of(each.site.file.path).folder)];
  if (end === 'receiver') return each.receiver ? made.of(each.receiver, undefined) : [];
  if ('made' in end) return madeBeside(context, made, each, end.made);
  const value = context.evaluator.pick('pick' in end ? end.pick : end.value, each.site, each.receiver);
  if (!value) return [];
  if ('pick' in end) return made.of(value, end.otherwise);
  const named = assetsNamed(context.drafts, end.kind, end.scheme, value, made.place(each));
  return 'assets' in named ? named.assets : [];
};

/** States the facts that a meaning tells of another asset than its own. */
export const stateTold = (context: CodeContext, made: MadeAssets, each: Occurrence): void => {
  const { tells } = each.meaning;
  if (!tells) return;
  const at = made.place(each);
  const assets = assetsAt(context, made, each, tells.of);
  // One call may make several things; it is told of what it makes first.
  const kind = assets[0] === undefined ? undefined : context.drafts.kind(assets[0]);
  for (const asset of assets.filter((own) => context.drafts.kind(own) === kind)) {
    for (const [fact, pick] of Object.entries(tells.facts)) {
      const value = context.evaluator.pick(pick, each.site, each.receiver);
      if (value && belongsTo(fact as FactName, context.drafts.kind(asset)))
        context.drafts.factFrom(asset, fact as FactName, value, at);
    }
  }
};

/** What another meaning of the same call makes. */
const madeBeside = ({ drafts }: CodeContext, made: MadeAssets, { site }: Occurrence, kind: AssetKind) =>
  made.at(site.file, site.call).filter((asset) => drafts.kind(asset) === kind);

/** The assets at one end; undefined when the call gives nothing there at all. */
const findEnd = (
  context: CodeContext,
  made: MadeAssets,
  each: Occurrence,
  link: Link,
  end: End,
  at: Evidence,
): Named | undefined => {
  const { evaluator, drafts, projects } = context;
  const found = (assets: readonly number[]): Named | undefined =>
    assets.length > 0 ? { assets, evidence: [] } : undefined;
  if (end === 'self') return found(made.self(each));
  if (end === 'enclosing') return found(made.enclosing(each));
  if (end === 'application') return found([context.projectAsset(projects.of(at.path).folder)]);
  if (end === 'receiver') return each.receiver && found(made.of(each.receiver, undefined));
  if ('made' in end) return found(madeBeside(context, made, each, end.made));
  if ('pick' in end) {
    const value = evaluator.pick(end.pick, each.site, each.receiver);
    if (!value) return undefined;
    const why = openPart(value) ?? (carrying.has(link.relation) ? undescribedPart(made, value, end) : undefined);
    const texts = end.texts && assetsNamed(drafts, end.texts.kind, end.texts.scheme, textsIn(value), at);
    const named = texts && 'assets' in texts ? texts : { assets: [], evidence: [] };
    if (end.texts && named.assets.length > 0 && isAi(end.texts.kind)) context.markAi(projects.of(at.path).folder);
    const assets = [...made.of(value, end.otherwise), ...named.assets];
    if (assets.length === 0) return why === undefined ? undefined : { why };
    // Part of the list is known, part is not: what is known is joined, and the rest stays open.
    if (why !== undefined)
      for (const asset of made.self(each))
        drafts.open.push({
          asset,
          relation: link.relation,
          direction: end === link.to ? 'out' : 'in',
          why,
          evidence: at,
        });
    return { assets, evidence: named.evidence };
  }
  const value = evaluator.pick(end.value, each.site, each.receiver);
  // An empty list names nothing, and that is known.
  if (!value || (value.v === 'list' && value.items.length === 0)) return undefined;
  const name = end.name && evaluator.pick(end.name, each.site, each.receiver);
  if (isAi(end.kind)) context.markAi(projects.of(at.path).folder);
  const own = end.scheme === 'place' ? openedPath(context, value, at.path) : value;
  return assetsNamed(drafts, end.kind, end.scheme, own, at, name && textOf(name));
};

/** The plain texts among the parts of a value. */
const textsIn = (value: Value): Value => {
  const items = (each: Value): readonly Value[] =>
    each.v === 'list'
      ? each.items.flatMap(items)
      : each.v === 'several'
        ? each.of.flatMap(items)
        : each.v === 'literal'
          ? [each]
          : [];
  return { v: 'list', items: items(value), trail: [] };
};

/** Relations to things with code of their own: one that nothing describes may be or hold one. */
const carrying: ReadonlySet<string> = new Set(['uses-tool', 'delegates-to']);

/** Which part of a list is an object that nothing describes, so that it could not be joined. */
const undescribedPart = (made: MadeAssets, value: Value, end: Extract<End, { pick: unknown }>): string | undefined => {
  const parts = value.v === 'list' ? value.items : value.v === 'several' ? value.of : undefined;
  if (parts) return parts.map((part) => undescribedPart(made, part, end)).find((why) => why !== undefined);
  if (value.v === 'instance' && made.of(value, end.otherwise).length === 0)
    return `what ${value.file.program.classes[value.index]?.name ?? 'a class'} of ${value.file.path} is, is not described`;
  // A described package says by its own meanings what goes into its containers of tools.
  if (value.v !== 'object' || value.libraries.hasModule(moduleOf(value.path))) return undefined;
  if (made.of(value, end.otherwise).length > 0) return undefined;
  return `${value.path} is not described`;
};

/** Why a part of a value is not known, when one is not. */
const openPart = (value: Value): string | undefined => {
  if (value.v === 'unknown' || value.v === 'parameter') return reasonOf(value);
  const parts = value.v === 'list' ? value.items : value.v === 'mix' || value.v === 'several' ? value.of : [];
  for (const part of parts) {
    const why = openPart(part);
    if (why !== undefined) return why;
  }
  return undefined;
};
