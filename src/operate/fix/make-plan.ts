/** Makes the plan: for every failing finding the patch that mends it, or what a person does, and what ends by it as proven on an overlay. */
import { createHash } from 'node:crypto';
import type { Evidence } from '../../domain/evidence.ts';
import type { Candidate } from '../../engine/overlay.ts';
import { viewAsset } from '../../kit/asset-view.ts';
import { breaksSyntax } from '../../kit/breaks-syntax.ts';
import type { Edit, PlanFile } from '../../kit/define-remediation.ts';
import { AccessError, ConfigError } from '../../kit/errors.ts';
import { collectSteps, type RawStep } from './collect-steps.ts';
import { addEdits, makeEdits } from './compose-edits.ts';
import { type FileText, fitLineEnds, readFileText } from './file-text.ts';
import type { FileWriter, SeenFile } from './file-writer.ts';
import type { FixPlan, FixStep } from './fix-plan.ts';
import type { Look } from './look.ts';
import { endedBetween, predict, type Standing, standingOf } from './predict.ts';
import { diffEdits } from './unified-diff.ts';
import { createShow } from './withhold-lines.ts';

/** A file that the patches change together. */
export interface Replacement {
  readonly path: string;
  readonly before: Uint8Array;
  readonly after: Uint8Array;
}

export interface MadePlan {
  readonly plan: FixPlan;
  readonly replacements: readonly Replacement[];
  /** Everything that the patches do, for the prediction. */
  readonly candidates: readonly Candidate[];
}

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A patch is made of files that a person could edit; larger ones are named and left alone. */
const largest = 32 * 1024 * 1024;
/** Every simulation passes over the whole estate once. */
const passedOver = 1_000_000;
const mostSimulations = 200;
const fewestSimulations = 8;

interface Source extends FileText {
  readonly seen: SeenFile;
}

class Planner {
  readonly #look: Look;
  readonly #writer: FileWriter;
  readonly #sources = new Map<string, Source | string>();
  readonly #taken = new Map<string, readonly Edit[]>();
  readonly #owners: { readonly path: string; readonly edit: Edit; readonly step: string }[] = [];
  readonly #secretLines: ReadonlyMap<string, ReadonlySet<number>>;
  readonly candidates: Candidate[] = [];

  constructor(look: Look, writer: FileWriter) {
    this.#look = look;
    this.#writer = writer;
    const lines = new Map<string, Set<number>>();
    const base = this.#base;
    for (const asset of base.ofKind('secret'))
      for (const { path, line } of base.evidence(asset)) lines.set(path, (lines.get(path) ?? new Set()).add(line));
    this.#secretLines = lines;
  }

  get #base() {
    return this.#look.judgement.derived.history[0]!.snapshot;
  }

  /** The text of a file, or why there is none. */
  #source(path: string): Source | string {
    const known = this.#sources.get(path);
    if (known !== undefined) return known;
    let found: Source | string;
    try {
      const seen = this.#writer.look(path);
      const text = seen.bytes.length > largest ? undefined : readFileText(seen.bytes);
      if (seen.changedAt >= Date.parse(this.#look.report.startedAt)) found = 'it was changed since the scan began';
      else if (seen.bytes.length > largest) found = 'it is larger than 32 MB';
      else found = text ? { ...text, seen } : 'it is no text';
    } catch (error) {
      if (!(error instanceof AccessError)) throw error;
      found = error.message;
    }
    this.#sources.set(path, found);
    return found;
  }

  /** Files that the evidence points at, and that of the facts and relations which the remediation changes. */
  #filesFor({ candidate, findings }: RawStep): { files: PlanFile[]; refused: string[] } {
    const base = this.#base;
    const places: Evidence[] = findings.flatMap(({ evidence }) => evidence);
    for (const change of candidate!.changes) {
      const at = change.of ?? candidate!.asset;
      if ('set' in change) places.push(...(base.fact(at, change.set)?.evidence ?? []));
      else if ('cut' in change) {
        const add = (_: number, relation: number): undefined => void places.push(...base.relationEvidence(relation));
        if (change.direction === 'out') base.out(at, change.cut, add);
        else base.in(at, change.cut, add);
      }
    }
    const refused: string[] = [];
    const files = [...Map.groupBy(places, ({ path }) => path)].flatMap(([path, own]): PlanFile[] => {
      if (path === '') return [];
      const source = this.#source(path);
      if (typeof source === 'string') {
        refused.push(`${path}: ${source}`);
        return [];
      }
      const lines = [...new Set(own.map(({ line }) => line))].filter((line) => line > 0).sort((a, b) => a - b);
      return [{ path, text: source.text, lines }];
    });
    return { files, refused };
  }

  /** The step with its patch, where one can be made. */
  patch(raw: RawStep): Pick<FixStep, 'kind' | 'files' | 'diff' | 'why' | 'waitsFor'> {
    const byHand = (why?: string) => ({ kind: 'instructions' as const, files: [], ...(why ? { why } : {}) });
    const { remediation, candidate } = raw;
    if (!remediation || !candidate) return byHand();
    if (!remediation.plan) return byHand('what is right there is for a person to choose');
    const { files, refused } = this.#filesFor(raw);
    const planned = remediation.plan(viewAsset(this.#look.judgement.snapshot, candidate.asset), files);
    if (!planned || planned.length === 0)
      return byHand(refused.length > 0 ? refused.join('; ') : 'no line was found that a patch could change safely');
    const texts = new Map(files.map(({ path, text }) => [path, text]));
    const byPath = Map.groupBy(
      planned.map((edit) => fitLineEnds(edit, texts.get(edit.path)!)),
      ({ path }) => path,
    );
    const composed = new Map<string, readonly Edit[]>();
    for (const [path, edits] of byPath) {
      const text = texts.get(path)!;
      const before = this.#taken.get(path) ?? [];
      const all = addEdits(before, edits);
      if (!all) {
        const other = this.#owners.find((one) => one.path === path && !addEdits([one.edit], edits));
        return {
          ...byHand(`another fix changes the same place of ${path}: plan again when it is done`),
          ...(other ? { waitsFor: other.step } : {}),
        };
      }
      const after = makeEdits(text, all);
      const broken = breaksSyntax(path, text, after);
      if (broken) return byHand(`a patch of ${path} would break it: ${broken}`);
      const source = this.#source(path) as Source;
      if (!source.encode(after)) return byHand(`${path} is written in an encoding that has no sign for what it needs`);
      composed.set(path, all);
    }
    for (const [path, all] of composed) {
      this.#taken.set(path, all);
      for (const edit of byPath.get(path)!) this.#owners.push({ path, edit, step: raw.id });
    }
    this.candidates.push(candidate);
    const diff = [...byPath].map(([path, edits]) => {
      const text = texts.get(path)!;
      const own = addEdits([], edits) ?? edits;
      const show = createShow(text, this.#secretLines.get(path) ?? new Set(), remediation.takesPrivate ? own : []);
      return diffEdits(path, text, own, show);
    });
    return { kind: 'patch', files: [...byPath.keys()].sort(), diff: diff.join('') };
  }

  replacements(): { readonly replacements: Replacement[]; readonly blocked: FixPlan['blocked'] } {
    const replacements: Replacement[] = [];
    const blocked: FixPlan['blocked'] = [];
    for (const [path, edits] of [...this.#taken].sort(([a], [b]) => (a < b ? -1 : 1))) {
      const source = this.#source(path) as Source;
      replacements.push({ path, before: source.seen.bytes, after: source.encode(makeEdits(source.text, edits))! });
      if (source.seen.refusal !== undefined) blocked.push({ path, why: source.seen.refusal });
    }
    return { replacements, blocked };
  }
}

/** Whether an id was meant: of a step, a remediation, a detector, a finding, or a forecast that ends by it. */
const isMeant = (raw: RawStep, look: Look, ends: ReadonlySet<string>, id: string): boolean =>
  raw.id === id ||
  raw.name === id ||
  raw.findings.some((finding) => finding.id === id || finding.detector === id) ||
  ends.has(id) ||
  look.judgement.forecasts.some((one) => one.id === id && raw.findings.some((own) => one.findings.includes(own.id)));

/**
 * Makes the plan. `only` are ids of detectors, findings, forecasts, remediations or steps; empty for everything. Throws a ConfigError for one that
 * names nothing here.
 */
export function makePlan(look: Look, writer: FileWriter, only: readonly string[] = []): MadePlan {
  const { report, judgement, catalog } = look;
  const { steps: raw, waived } = collectSteps(look);
  const base = judgement.derived.history[0]!.snapshot;
  const now = standingOf(judgement);
  const findings = new Map(judgement.findings.map((finding) => [finding.id, finding]));
  const budget = Math.max(
    fewestSimulations,
    Math.min(mostSimulations, Math.floor(passedOver / Math.max(1, base.assetCount))),
  );
  let simulations = 0;
  const endsOf = (step: RawStep): { after?: Standing; findings: readonly string[]; forecasts: readonly string[] } => {
    if (!step.candidate || simulations >= budget)
      return { findings: step.findings.map(({ id }) => id), forecasts: step.promised };
    simulations += 1;
    const after = predict([step.candidate], judgement.derived, catalog);
    const ended = endedBetween(now, after);
    return { after, findings: ended.findings, forecasts: [...new Set([...ended.forecasts, ...step.promised])] };
  };
  for (const id of only)
    if (!raw.some((step) => isMeant(step, look, new Set(step.promised), id)))
      throw new ConfigError(
        `${id} is no detector, finding, warning or fix of this tree\n  why it matters: nothing would be planned for it\n  what to do: take an id from isobar fix PATH --plan --format json, or leave --only out`,
      );
  const planner = new Planner(look, writer);
  const steps: FixStep[] = [];
  for (const step of raw) {
    if (only.length > 0 && !only.some((id) => isMeant(step, look, new Set(step.promised), id))) continue;
    const ends = endsOf(step);
    const asset = judgement.snapshot.find(step.assetId);
    steps.push({
      id: step.id,
      remediation: step.name,
      title: step.title,
      does: step.does,
      ...(step.remediation ? { effort: step.remediation.effort } : {}),
      asset: {
        id: step.assetId,
        kind: asset === undefined ? '' : judgement.snapshot.kind(asset),
        name: asset === undefined ? step.assetId : judgement.snapshot.name(asset),
      },
      ...(step.place ? { place: step.place } : {}),
      ends: {
        findings: ends.findings.flatMap((id) => {
          const one = findings.get(id);
          return one ? [{ id, detector: one.detector, severity: one.severity, message: one.message }] : [];
        }),
        forecasts: ends.forecasts.flatMap((id) => {
          const one = now.forecasts.get(id);
          return one ? [{ id, ...one }] : [];
        }),
      },
      isSimulated: ends.after !== undefined,
      ...planner.patch(step),
      instructions: [...step.instructions],
    });
  }
  const { replacements, blocked } = planner.replacements();
  const { path, source, commit } = report.target;
  return {
    plan: {
      planVersion: '1.0',
      target: { path, source, ...(commit ? { commit } : {}) },
      scannedAt: report.startedAt,
      only: [...only],
      steps,
      files: replacements.map((one) => ({
        path: one.path,
        before: digestOf(one.before),
        after: digestOf(one.after),
      })),
      blocked,
      waived,
    },
    replacements,
    candidates: planner.candidates,
  };
}
