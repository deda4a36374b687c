/** Assesses frameworks: each control in four words, from what the detectors answered about its objectives. */
import type { Finding, Tally } from '../domain/finding.ts';
import { type ObjectiveId, objectiveOf } from '../domain/objectives.ts';
import type { Report } from '../domain/report.ts';
import type { Control, Framework } from '../kit/define-framework.ts';

type AssessedFramework = Report['coverage']['frameworks'][number];
type AssessedControl = AssessedFramework['controls'][number];

/** What all detectors of one objective answered, and the ids of its failing findings. */
interface Standing {
  pass: number;
  fail: number;
  unknown: number;
  notApplicable: number;
  readonly findings: string[];
}

function standings(tallies: readonly Tally[], findings: readonly Finding[]): Map<ObjectiveId, Standing> {
  const result = new Map<ObjectiveId, Standing>();
  for (const tally of tallies) {
    const standing = result.get(tally.objective) ?? { pass: 0, fail: 0, unknown: 0, notApplicable: 0, findings: [] };
    standing.pass += tally.pass;
    standing.fail += tally.fail;
    standing.unknown += tally.unknown;
    standing.notApplicable += tally.notApplicable;
    result.set(tally.objective, standing);
  }
  for (const { objective, outcome, id } of findings) if (outcome === 'fail') result.get(objective)?.findings.push(id);
  return result;
}

function assessControl(control: Control, standing: ReadonlyMap<ObjectiveId, Standing>): AssessedControl {
  const { id, name } = control;
  if ('manual' in control) return { id, name, state: 'manual', why: control.manual, findings: [] };
  const { objectives } = control;
  const failing = objectives.filter((objective) => (standing.get(objective)?.fail ?? 0) > 0);
  if (failing.length > 0) {
    const findings = failing.flatMap((objective) => standing.get(objective)?.findings ?? []).sort();
    return { id, name, state: 'not-met', why: `fails: ${failing.join(', ')}`, findings };
  }
  const untested = objectives.filter((objective) => !standing.has(objective));
  const undecided = objectives.filter((objective) => (standing.get(objective)?.unknown ?? 0) > 0);
  const gaps = [
    ...(untested.length > 0
      ? [
          `not tested: ${untested.map((one) => (objectiveOf(one).notYet ? `${one} (no detector yet)` : one)).join(', ')}`,
        ]
      : []),
    ...(undecided.length > 0 ? [`not known: ${undecided.join(', ')}`] : []),
  ];
  if (gaps.length > 0) return { id, name, state: 'not-assessed', why: gaps.join('; '), findings: [] };
  const passes = objectives.reduce((sum, objective) => sum + (standing.get(objective)?.pass ?? 0), 0);
  if (passes === 0) return { id, name, state: 'not-assessed', why: 'nothing here that it applies to', findings: [] };
  return { id, name, state: 'met', why: `${passes} answers, all pass`, findings: [] };
}

/**
 * `not-met` when an objective of the control fails anywhere; `met` only when every objective was tested, none is unknown and
 * something passed; `manual` when only people can answer; `not-assessed` for the rest, with what is lacking.
 */
export function assess(
  frameworks: readonly Framework[],
  tallies: readonly Tally[],
  findings: readonly Finding[],
): AssessedFramework[] {
  const standing = standings(tallies, findings);
  return frameworks.map(({ id, edition, controls }) => ({
    framework: id,
    edition,
    controls: controls.map((control) => assessControl(control, standing)),
  }));
}
