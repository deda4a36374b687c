/** The bench for detectors: runs the cases of one, and tells what is wrong with them or lacking among them. */
import { z } from 'zod';
import { outcomes, severities } from '../domain/outcome.ts';
import { checkPattern } from '../graph/check-pattern.ts';
import { askDetector, findingsOf, kindsAbout } from './ask-detector.ts';
import { buildCase } from './build-case.ts';
import type { Detector } from './define-detector.ts';
import { type GraphCase, readGraphCases } from './graph-case.ts';

const own = {
  expect: z.enum(outcomes),
  /** A case that looks like a failure and must stay quiet. */
  nearMiss: z.boolean().optional(),
  /** Part of the message. */
  says: z.string().optional(),
  /** Part of what an unknown says is missing. */
  missing: z.string().optional(),
  severity: z.enum(severities).optional(),
  /** How many findings it makes. */
  findings: z.int().optional(),
};
export type DetectorCase = GraphCase<z.infer<z.ZodObject<typeof own>>>;

/** Reads a detector’s `cases.yaml`; throws at the first mistake. */
export const readDetectorCases = (text: string, file: string): DetectorCase[] => readGraphCases(text, file, own);

/** What one case shows to be wrong; empty when the detector answers as expected. */
export function runDetectorCase(detector: Detector, one: DetectorCase): string[] {
  const { snapshot, numberOf } = buildCase(one);
  const { expect, says, missing, severity, findings: count } = one.own;
  if (one.about === undefined) return [`${one.place} “${one.name}”: it does not say what it is about; add “about”`];
  const asset = numberOf(one.about);
  if (!kindsAbout(detector).includes(snapshot.kind(asset)))
    return [`${one.place} “${one.name}”: ${detector.id} does not ask about a ${snapshot.kind(asset)}`];
  const answer = askDetector(detector, snapshot, asset);
  const findings = findingsOf(detector, snapshot, asset, answer);
  const wrong: string[] = [];
  const complain = (expected: string, got: string): void => {
    wrong.push(`${one.place} “${one.name}”: expected ${expected}, got ${got}`);
  };
  if (answer.outcome !== expect)
    complain(expect, `${answer.outcome} ${findings.map(({ message }) => message).join(' ')}`);
  const messages = findings.map(({ message }) => message);
  if (says !== undefined && !messages.some((message) => message.includes(says)))
    complain(`a message with “${says}”`, JSON.stringify(messages));
  if (missing !== undefined && !findings.some((finding) => finding.missing?.includes(missing)))
    complain(`missing “${missing}”`, JSON.stringify(findings.map((finding) => finding.missing)));
  const given = findings.map((finding) => finding.severity);
  if (severity !== undefined && !given.includes(severity)) complain(`severity ${severity}`, given.join(', '));
  if (count !== undefined && findings.length !== count) complain(`${count} findings`, String(findings.length));
  if (findings.some(({ message, remedy }) => /undefined|\[object|NaN/.test(message + remedy)))
    complain('words for people', JSON.stringify(messages));
  return wrong;
}

/** What a set of cases lacks: at least one fail, one pass, one unknown and one near miss that stays quiet. */
export function missingDetectorCases(detector: Detector, cases: readonly DetectorCase[]): string[] {
  const has = (expected: string): boolean => cases.some((one) => one.own.expect === expected);
  const quiet = cases.some(
    ({ own: { nearMiss, expect } }) => nearMiss && (expect === 'pass' || expect === 'not-applicable'),
  );
  return [
    ...(['fail', 'pass', 'unknown'] as const)
      // What is asked only where it was declared is always known.
      .filter((expected) => !has(expected) && !(expected === 'unknown' && detector.declared !== undefined))
      .map((expected) => `no case expects ${expected}`),
    ...(quiet ? [] : ['no case is a near miss (nearMiss: true) that passes or does not apply']),
    ...kindsAbout(detector)
      .filter((kind) => !cases.some((one) => one.statements.assets.some((asset) => asset.kind === kind)))
      .map((kind) => `no case is about a ${kind}`),
  ].map((lack) => `${detector.id}: ${lack}`);
}

/** What is wrong with the tests of a detector: facts that the kind cannot have, relations that cannot join. */
export function checkDetector(detector: Detector): string[] {
  const tests = detector.applies ? [detector.applies, detector.passes] : [detector.passes];
  return tests.flatMap((where) => checkPattern({ variables: { it: detector.about }, edges: [], where }));
}
