/** Graph cases: little estates written in YAML, with which items of the catalog show what they do. */
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type How, hows } from '../domain/evidence.ts';
import { belongsTo, type FactName, type FactValue, factNames, facts } from '../domain/facts.ts';
import { type Identifier, type Scheme, schemes } from '../domain/identifier.ts';
import { type AssetKind, kindIds } from '../domain/kinds.ts';
import { type ObjectiveId, objectives } from '../domain/objectives.ts';
import { mayJoin, type RelationKind, relationIds } from '../domain/relations.ts';
import type { Truth } from '../domain/truth.ts';
import type { AssetStatement, RelationStatement, Statements } from '../graph/statement.ts';
import { inheritCases } from './graph-case-like.ts';

/** An answer that a case states, so that it needs no detector. */
export interface StatedAnswer {
  readonly asset: string;
  readonly objective: ObjectiveId;
  readonly truth: Truth;
  readonly payload?: unknown;
}

/** One case. `own` holds what the bench of the shelf asked for beside the graph. */
export interface GraphCase<Own = unknown> {
  readonly name: string;
  /** File and line, for messages. */
  readonly place: string;
  readonly about?: string;
  readonly own: Own;
  readonly statements: Statements;
  /** Index among the asset statements by the name the case gives. */
  readonly keys: ReadonlyMap<string, number>;
  readonly answers: readonly StatedAnswer[];
}

const oneOf = <T extends string>(words: readonly T[]) => z.enum(words as unknown as [T, ...T[]]);
const value = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
const known = z.strictObject({ value, how: z.enum(hows).optional(), confidence: z.number().min(0).max(1).optional() });
const assetShape = z.strictObject({
  kind: oneOf(kindIds),
  name: z.string().optional(),
  facts: z.partialRecord(oneOf(factNames), z.union([value, known])).optional(),
  unseen: z.partialRecord(oneOf(factNames), z.string()).optional(),
  identifiers: z.partialRecord(oneOf(Object.keys(schemes) as Scheme[]), z.string()).optional(),
});
const manner = z.strictObject({ how: z.enum(hows).optional(), confidence: z.number().min(0).max(1).optional() });
const relationShape = z.tuple([z.string(), oneOf(relationIds), z.string()]).rest(manner);
const closedShape = z.tuple([z.string(), oneOf(relationIds)]).rest(
  z.strictObject({
    grade: z.enum(['observed', 'declared', 'default', 'inferred-absent']).optional(),
    direction: z.enum(['out', 'in']).optional(),
    confidence: z.number().min(0).max(1).optional(),
  }),
);
const answerShape = z
  .tuple([z.string(), oneOf(Object.keys(objectives) as ObjectiveId[])])
  .rest(z.record(z.string(), z.unknown()));
const graphShape = {
  name: z.string().min(1),
  about: z.string().optional(),
  assets: z.record(z.string(), assetShape),
  relations: z.array(relationShape).default([]),
  closed: z.array(closedShape).default([]),
  failing: z.array(answerShape).default([]),
  passing: z.array(answerShape).default([]),
  undecided: z.array(answerShape).default([]),
};
type Graph = z.infer<z.ZodObject<typeof graphShape>>;

const evidenceAt = (file: string, line: number, how: How = 'declared', confidence = 1) => ({
  source: 'case',
  path: file,
  line,
  how,
  confidence,
});

function hasType(fact: FactName, given: FactValue): boolean {
  const { type } = facts[fact];
  return type === 'strings' ? Array.isArray(given) : typeof given === type;
}

function stateAsset(key: string, asset: Graph['assets'][string], file: string, line: number): AssetStatement {
  const stated = Object.entries(asset.facts ?? {}) as [FactName, z.infer<typeof value> | z.infer<typeof known>][];
  return {
    kind: asset.kind,
    name: asset.name ?? key,
    identifiers: [
      ...(Object.entries(asset.identifiers ?? {}) as [Scheme, string][]).map(
        ([scheme, text]): Identifier => ({ scheme, value: text }),
      ),
      // Without one of their own, two assets of a case could not be told apart.
      ...(asset.identifiers?.symbol === undefined ? [{ scheme: 'symbol', value: `case#${key}` } as const] : []),
    ],
    facts: stated.map(([fact, given]) => {
      const { value, how, confidence } =
        typeof given === 'object' && !Array.isArray(given) ? (given as z.infer<typeof known>) : { value: given };
      return { fact, value: value as FactValue, evidence: [evidenceAt(file, line, how, confidence)] };
    }),
    unseen: (Object.entries(asset.unseen ?? {}) as [FactName, string][]).map(([fact, why]) => ({ fact, why })),
    closures: [],
    evidence: [evidenceAt(file, line)],
  };
}

function stateGraph(graph: Graph, file: string, lineOf: (key: string) => number, complain: (wrong: string) => never) {
  const keys = new Map(Object.keys(graph.assets).map((key, index) => [key, index]));
  const kindOf = (key: string): AssetKind =>
    graph.assets[key]?.kind ??
    complain(`it speaks of “${key}”, which is not among its assets; add it, or mend the name`);
  const assets = Object.entries(graph.assets).map(([key, asset]) => {
    for (const [fact, given] of Object.entries(asset.facts ?? {}) as [FactName, unknown][]) {
      if (!belongsTo(fact, asset.kind))
        complain(`“${key}” has the fact ${fact}, which a ${asset.kind} cannot have; see src/domain/facts.ts`);
      const plain = typeof given === 'object' && !Array.isArray(given) ? (given as z.infer<typeof known>).value : given;
      if (!hasType(fact, plain as FactValue))
        complain(`the fact ${fact} of “${key}” is not of type ${facts[fact].type}`);
    }
    return stateAsset(key, asset, file, lineOf(key));
  });
  for (const [key, relation, claim] of graph.closed as [string, RelationKind, z.infer<typeof closedShape>[2]?][]) {
    kindOf(key);
    const asset = assets[keys.get(key)!]!;
    const {
      grade = 'declared',
      direction = 'out',
      confidence = 1,
    } = (claim ?? {}) as {
      grade?: 'declared';
      direction?: 'out' | 'in';
      confidence?: number;
    };
    const closure = {
      relation,
      direction,
      grade,
      source: 'case',
      prefix: file,
      evidence: evidenceAt(file, lineOf(key), grade === 'declared' ? 'declared' : 'inferred', confidence),
    };
    assets[keys.get(key)!] = { ...asset, closures: [...asset.closures, closure] };
  }
  const relations = graph.relations.map(([from, relation, to, given]): RelationStatement => {
    if (!mayJoin(relation, kindOf(from), kindOf(to)))
      complain(`a ${kindOf(from)} cannot stand in “${relation}” to a ${kindOf(to)}; see src/domain/relations.ts`);
    const { how, confidence } = given ?? {};
    return {
      relation,
      from: keys.get(from)!,
      to: keys.get(to)!,
      evidence: [evidenceAt(file, lineOf(from), how, confidence)],
    };
  });
  const answersOf = (list: Graph['failing'], truth: Truth): StatedAnswer[] =>
    list.map(([asset, objective, payload]) => {
      kindOf(asset as string);
      return { asset, objective, truth, ...(payload === undefined ? {} : { payload }) } as StatedAnswer;
    });
  return {
    keys,
    statements: { assets, relations, open: [], gaps: [] } satisfies Statements,
    answers: [
      ...answersOf(graph.failing, 'true'),
      ...answersOf(graph.passing, 'false'),
      ...answersOf(graph.undecided, 'unknown'),
    ],
  };
}

/** Line from 1 of every asset of a case, by key, and of the case itself under the empty key. */
function linesOf(node: unknown, counter: LineCounter): Map<string, number> {
  const lines = new Map<string, number>();
  const lineAt = (item: unknown): number =>
    counter.linePos((item as { range?: readonly [number, number, number] | null } | null)?.range?.[0] ?? 0).line;
  lines.set('', lineAt(node));
  const assets = isMap(node) ? node.get('assets') : undefined;
  if (isMap(assets)) for (const { key } of assets.items) lines.set(String(key), lineAt(key));
  return lines;
}

/**
 * Reads the cases of one file. `own` are the fields that the shelf’s bench adds to each case.
 * Throws an Error that names file, line and case, what is wrong and what to do, at the first mistake.
 */
export function readGraphCases<Shape extends z.ZodRawShape>(
  text: string,
  file: string,
  own: Shape,
): GraphCase<z.infer<z.ZodObject<Shape>>>[] {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter, merge: true });
  const [broken] = document.errors;
  if (broken) throw new Error(`${file}:${broken.linePos?.[0].line ?? 1} is not valid YAML: ${broken.message}`);
  const nodes = isSeq(document.contents) ? document.contents.items : [];
  const raw = document.toJS() as unknown;
  if (!Array.isArray(raw) || raw.length === 0)
    throw new Error(`${file}:1 holds no cases; nothing shows what the item does; write a list of cases`);
  const shape = z.strictObject({ ...graphShape, ...own });
  const lines = nodes.map((node) => linesOf(node, counter));
  return inheritCases(raw, file).map((one, index) => {
    const line = lines[index]?.get('') ?? 1;
    const title = String((one as { name?: unknown }).name ?? `number ${index + 1}`);
    const complain = (wrong: string): never => {
      throw new Error(`${file}:${line} case “${title}”: ${wrong}`);
    };
    const parsed = shape.safeParse(one);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return complain(`${issue?.path.join('.') || 'the case'}: ${issue?.message}`);
    }
    const graph = parsed.data as unknown as Graph;
    const stated = stateGraph(graph, file, (key) => lines[index]?.get(key) ?? line, complain);
    if (graph.about !== undefined && !stated.keys.has(graph.about))
      complain(`it is about “${graph.about}”, which is not among its assets; add it, or mend the name`);
    const ownFields = Object.fromEntries(
      Object.keys(own).map((key) => [key, (parsed.data as Record<string, unknown>)[key]]),
    );
    return {
      name: graph.name,
      place: `${file}:${line}`,
      ...(graph.about === undefined ? {} : { about: graph.about }),
      own: ownFields as z.infer<z.ZodObject<Shape>>,
      ...stated,
    };
  });
}
