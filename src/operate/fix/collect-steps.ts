/** Collects what could be done about every failing finding, in the order of the report’s fixes and then by gravity. */
import type { Finding } from '../../domain/finding.ts';
import { severities } from '../../domain/outcome.ts';
import type { Report } from '../../domain/report.ts';
import type { Candidate } from '../../engine/overlay.ts';
import { viewAsset } from '../../kit/asset-view.ts';
import { changesAt, type Remediation } from '../../kit/define-remediation.ts';
import { stableId } from '../../kit/stable-id.ts';
import type { Look } from './look.ts';

/** Something to do, before it is known whether a patch does it. */
export interface RawStep {
  readonly id: string;
  /** Absent for a relation to take away, and for a finding that no remediation is for. */
  readonly remediation?: Remediation;
  readonly candidate?: Candidate;
  readonly name: string;
  readonly title: string;
  readonly does: string;
  readonly assetId: string;
  readonly place?: { readonly path: string; readonly line: number };
  /** Failing findings that it is about. */
  readonly findings: readonly Finding[];
  /** Forecasts that the report says end by it. */
  readonly promised: readonly string[];
  readonly instructions: readonly string[];
}

const gravity = (finding: Finding): number => severities.indexOf(finding.severity);

const placeOf = (findings: readonly Finding[]) => {
  const first = findings.flatMap(({ evidence }) => evidence).find(({ path }) => path !== '');
  return first ? { place: { path: first.path, line: first.line } } : {};
};

/** One step for a remediation at an asset, or for a detector at an asset that no remediation is for. */
function stepFor(look: Look, key: string, findings: readonly Finding[], promised: readonly string[]): RawStep {
  const { derived } = look.judgement;
  const base = derived.history[0]!.snapshot;
  const [first] = findings as readonly [Finding];
  const [name] = key.split(' ') as [string];
  const asset = base.find(first.asset);
  const remediation = look.catalog.remediations.find(({ id }) => id === name);
  const common = { id: stableId('fix', key), assetId: first.asset, findings, promised, ...placeOf(findings) };
  if (!remediation || asset === undefined) {
    const remedies = [...new Set(findings.map(({ remedy }) => remedy))];
    const detector = look.catalog.detectors.find(({ id }) => id === first.detector);
    const assetName = asset === undefined ? first.asset : base.name(asset);
    const exact = (detector?.steps ?? []).map((one) => one.replaceAll('{name}', assetName));
    return {
      ...common,
      name: 'none',
      title: detector?.title ?? first.detector,
      does: remedies[0]!,
      instructions: exact.length > 0 ? [...remedies, ...exact] : remedies,
    };
  }
  const view = viewAsset(look.judgement.snapshot, asset);
  const { effort } = remediation;
  const changes = changesAt(remediation, view);
  const does = remediation.does(view);
  return {
    ...common,
    remediation,
    candidate: { remediation: name, asset, does, effort, changes },
    name,
    title: remediation.title,
    does,
    instructions: remediation.instructions(view),
  };
}

/** A relation that the report asks to take away. */
const manualStep = (fix: NonNullable<Report['fixes']>[number]): RawStep => ({
  id: stableId('fix', 'manual', fix.asset, fix.does),
  name: 'manual',
  title: 'Take one step of the path away',
  does: fix.does,
  assetId: fix.asset,
  ...(fix.place ? { place: { path: fix.place.path, line: fix.place.line } } : {}),
  findings: [],
  promised: fix.ends,
  instructions: [fix.does],
});

/** The steps, and how many failing findings were left out because somebody accepted them. */
export function collectSteps(look: Look): { readonly steps: readonly RawStep[]; readonly waived: number } {
  const { report, judgement, catalog } = look;
  const accepted = new Set(report.findings.filter(({ waived }) => waived !== undefined).map(({ id }) => id));
  const base = judgement.derived.history[0]!.snapshot;
  const failing = judgement.findings.filter(({ id, outcome }) => outcome === 'fail' && !accepted.has(id));
  const groups = Map.groupBy(failing, (finding) => {
    const asset = base.find(finding.asset);
    const kind = asset === undefined ? undefined : base.kind(asset);
    const own = catalog.remediations.find(({ restores, on }) => restores === finding.objective && on === kind);
    return own ? `${own.id} ${finding.asset}` : `none ${finding.detector} ${finding.asset}`;
  });
  const steps: RawStep[] = [];
  for (const fix of report.fixes ?? []) {
    const key = `${fix.remediation} ${fix.asset}`;
    const findings = groups.get(key);
    if (findings) {
      steps.push(stepFor(look, key, findings, fix.ends));
      groups.delete(key);
    } else if (fix.remediation === 'manual') steps.push(manualStep(fix));
  }
  const rest = [...groups]
    .map(([key, findings]) => ({ key, findings, gravest: Math.min(...findings.map(gravity)) }))
    .sort((a, b) => a.gravest - b.gravest || (a.key < b.key ? -1 : 1));
  return {
    steps: [...steps, ...rest.map(({ key, findings }) => stepFor(look, key, findings, []))],
    waived: judgement.findings.filter(({ id, outcome }) => outcome === 'fail' && accepted.has(id)).length,
  };
}
