/** The bench for remediations: applies one to little graphs in which its objective fails, and asks again. */
import { z } from 'zod';
import { SnapshotBuilder } from '../graph/snapshot-builder.ts';
import { applyChanges } from './apply-changes.ts';
import { askDetector, findingsOf, kindsAbout } from './ask-detector.ts';
import { viewAsset } from './asset-view.ts';
import { buildCase } from './build-case.ts';
import type { Detector } from './define-detector.ts';
import { changesAt, type Edit, type Remediation } from './define-remediation.ts';
import { type GraphCase, readGraphCases } from './graph-case.ts';

const own = {
  /** `passes`: the objective fails before and no longer after. `no-plan`: only instructions can be given for these files. */
  expect: z.enum(['passes', 'no-plan']),
  /** Text of the files that the plan may look at, by path. */
  files: z.record(z.string(), z.string()).optional(),
  /** Lines that the evidence points at; default all. */
  lines: z.array(z.int().min(1)).optional(),
  /** Text of the files that the plan changes, afterwards. */
  after: z.record(z.string(), z.string()).optional(),
};
export type RemediationCase = GraphCase<z.infer<z.ZodObject<typeof own>>>;

/** Reads a remediation’s `cases.yaml`; throws at the first mistake. */
export const readRemediationCases = (text: string, file: string): RemediationCase[] => readGraphCases(text, file, own);

/** The text with the edits made. Throws where two of them overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = text;
  let before = Number.POSITIVE_INFINITY;
  for (const edit of edits.toSorted((a, b) => b.from - a.from)) {
    if (edit.to > before || edit.from > edit.to) throw new Error(`two edits overlap at ${edit.path}:${edit.from}`);
    result = result.slice(0, edit.from) + edit.text + result.slice(edit.to);
    before = edit.from;
  }
  return result;
}

/** What one case shows to be wrong; empty when the remediation restores its objective there. */
export function runRemediationCase(
  remediation: Remediation,
  detectors: readonly Detector[],
  one: RemediationCase,
): string[] {
  const { snapshot, numberOf } = buildCase(one);
  const say = (wrong: string): string => `${one.place} “${one.name}”: ${wrong}`;
  if (one.about === undefined) return [say('it does not say what it is about; add “about”')];
  const asset = numberOf(one.about);
  if (snapshot.kind(asset) !== remediation.on) return [say(`${remediation.id} is not for a ${snapshot.kind(asset)}`)];
  const asking = detectors.filter(
    (detector) => detector.tests === remediation.restores && kindsAbout(detector).includes(remediation.on),
  );
  const ask = (detector: Detector, at: typeof snapshot) => {
    const answer = askDetector(detector, at, asset);
    return { outcome: answer.outcome, says: findingsOf(detector, at, asset, answer).map(({ message }) => message) };
  };
  const before = asking.map((detector) => ({ detector, outcome: ask(detector, snapshot).outcome }));
  const wrong: string[] = [];
  if (asking.length === 0) wrong.push(say(`no detector asks a ${remediation.on} for ${remediation.restores}`));
  else if (!before.some(({ outcome }) => outcome === 'fail'))
    wrong.push(say(`nothing fails ${remediation.restores} before it`));
  const builder = SnapshotBuilder.from(snapshot);
  const cut = new Set<number>();
  applyChanges(builder, snapshot, asset, changesAt(remediation, viewAsset(snapshot, asset)), remediation.id, cut);
  for (const relation of cut) builder.removeRelation(relation);
  const changed = builder.freeze();
  // Several detectors may test one objective: one that did not know before may go on not knowing, but none may fail.
  const left = before.flatMap(({ detector, outcome }) => {
    const after = ask(detector, changed);
    return after.outcome === 'fail' || outcome === 'fail' ? after.says : [];
  });
  if (left.length > 0) wrong.push(say(`after it: ${left.join(' ')}`));

  const view = viewAsset(snapshot, asset);
  const words = [remediation.does(view), ...remediation.instructions(view)];
  if (words.length < 2) wrong.push(say('it gives no instructions'));
  if (/undefined|\[object|NaN/.test(words.join(' ')))
    wrong.push(say(`these are no words for people: ${words.join(' ')}`));

  const { files, lines, after, expect } = one.own;
  if (files === undefined) return wrong;
  const offered = Object.entries(files).map(([path, text]) => ({
    path,
    text,
    lines: lines ?? text.split('\n').map((_, index) => index + 1),
  }));
  const edits = remediation.plan?.(view, offered);
  if (expect === 'no-plan')
    return edits === undefined ? wrong : [...wrong, say('it plans edits where none can be right')];
  if (edits === undefined) return [...wrong, say('it plans no edits')];
  for (const [path, text] of Object.entries(files)) {
    const got = applyEdits(
      text,
      edits.filter((edit) => edit.path === path),
    );
    const wanted = after?.[path] ?? text;
    if (got !== wanted) wrong.push(say(`${path} becomes\n${got}\ninstead of\n${wanted}`));
  }
  return wrong;
}
