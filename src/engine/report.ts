/** Report: everything that was judged as parts of the JSON contract, in an order that is the same in every scan. */
import type { Evidence } from '../domain/evidence.ts';
import type { Finding, Tally } from '../domain/finding.ts';
import type { Forecast } from '../domain/forecast.ts';
import { layerOf } from '../domain/kinds.ts';
import type { Report } from '../domain/report.ts';
import type { Snapshot } from '../graph/snapshot.ts';
import { kindsAbout } from '../kit/ask-detector.ts';
import type { Correlation } from '../kit/define-correlation.ts';
import type { Detector } from '../kit/define-detector.ts';
import type { Systems } from './systems.ts';

type Place = Report['relations'][number]['seen'][number];

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Places for the report; what was only supposed has none. A report is of one source, which it names once, as its target. */
export function placesOf(evidence: readonly Evidence[]): Place[] {
  return evidence
    .filter(({ path }) => path !== '')
    .map(({ path, line, note }) => ({ path, line, ...(note === undefined ? {} : { note }) }));
}

const confidenceOf = (value: number): number => Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;

function reportAsset(snapshot: Snapshot, asset: number, systems: Systems): Report['assets'][number] {
  const facts: Report['assets'][number]['facts'] = {};
  for (const name of [...snapshot.factsOf(asset)].sort()) {
    const seen = snapshot.fact(asset, name);
    if (!seen) continue;
    const value = Array.isArray(seen.value) ? [...seen.value] : (seen.value as string | number | boolean);
    facts[name] = { value, how: seen.how, confidence: confidenceOf(seen.confidence), seen: placesOf(seen.evidence) };
  }
  const unknown = snapshot.unseen(asset).filter(({ fact }) => facts[fact] === undefined);
  const kind = snapshot.kind(asset);
  return {
    id: snapshot.id(asset),
    kind,
    layer: layerOf(kind),
    name: snapshot.name(asset),
    systems: [...systems.of(asset)],
    identifiers: snapshot.identifiers(asset).map(({ scheme, value }) => ({ scheme, value })),
    facts,
    ...(unknown.length > 0 ? { unknown: unknown.map(({ fact, why }) => ({ fact, why })) } : {}),
    seen: snapshot
      .evidence(asset)
      .filter(({ path }) => path !== '')
      .map(({ how, confidence, ...place }) => ({ ...placesOf([{ how, confidence, ...place }])[0]!, how, confidence })),
  };
}

/** Assets by kind in the vocabulary’s order, then by name and id. */
export function reportAssets(snapshot: Snapshot, systems: Systems): Report['assets'] {
  return Array.from({ length: snapshot.assetCount }, (_, asset) => reportAsset(snapshot, asset, systems)).sort(
    (a, b) => byText(a.kind, b.kind) || byText(a.name, b.name) || byText(a.id, b.id),
  );
}

/** Relations by their ends and kind. */
export function reportRelations(snapshot: Snapshot): Report['relations'] {
  return Array.from({ length: snapshot.relationCount }, (_, relation) => ({
    from: snapshot.id(snapshot.from(relation)),
    to: snapshot.id(snapshot.to(relation)),
    kind: snapshot.relationKind(relation),
    how: snapshot.relationHow(relation),
    confidence: confidenceOf(snapshot.relationConfidence(relation)),
    seen: placesOf(snapshot.relationEvidence(relation)),
  })).sort((a, b) => byText(a.from, b.from) || byText(a.kind, b.kind) || byText(a.to, b.to));
}

const severityOrder = ['critical', 'high', 'medium', 'low', 'info'];

/** Failing findings before unknown ones, gravest first. */
export function reportFindings(findings: readonly Finding[], snapshot: Snapshot, systems: Systems): Report['findings'] {
  return findings
    .map((finding) => ({
      id: finding.id,
      detector: finding.detector,
      objective: finding.objective,
      category: finding.category,
      severity: finding.severity,
      outcome: finding.outcome,
      asset: finding.asset,
      ...(finding.discriminator === undefined ? {} : { discriminator: finding.discriminator }),
      systems: [...systems.of(snapshot.find(finding.asset) ?? -1)],
      message: finding.message,
      evidence: placesOf(finding.evidence),
      confidence: confidenceOf(finding.confidence),
      ...(finding.missing === undefined ? {} : { missing: finding.missing }),
      remedy: finding.remedy,
      references: [...finding.references],
    }))
    .sort(
      (a, b) =>
        byText(a.outcome, b.outcome) ||
        severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity) ||
        byText(a.detector, b.detector) ||
        byText(a.id, b.id),
    );
}

/** Forecasts in the order given. */
export function reportForecasts(forecasts: readonly Forecast[]): Report['forecasts'] {
  return forecasts.map((forecast) => ({
    ...forecast,
    references: [...forecast.references],
    systems: [...forecast.systems],
    factors: forecast.factors.map((factor) => ({ ...factor })),
    conditions: forecast.conditions.map(({ id, state, says, evidence, missing, flip }) => ({
      id,
      state,
      says,
      evidence: placesOf(evidence),
      ...(missing === undefined ? {} : { missing }),
      ...(flip === undefined ? {} : { flip }),
    })),
    hops: forecast.hops.map(({ from, relation, to, evidence }) => ({
      from,
      relation,
      to,
      evidence: placesOf(evidence),
    })),
    findings: [...forecast.findings],
    ...(forecast.fixFirst ? { fixFirst: { ...forecast.fixFirst, ends: [...forecast.fixFirst.ends] } } : {}),
  })) as Report['forecasts'];
}

/** Every detector with what it answered, in the catalog’s order: the denominators. */
export function reportDetectors(
  detectors: readonly Detector[],
  tallies: readonly Tally[],
): Report['coverage']['detectors'] {
  return tallies.map((tally, index) => {
    const detector = detectors[index]!;
    return { ...tally, title: detector.title, why: detector.why, about: [...kindsAbout(detector)] };
  });
}

/** Every correlation that was asked with what it foretold, in the catalog’s order. */
export function reportCorrelations(
  correlations: readonly Correlation[],
  forecasts: readonly Forecast[],
): NonNullable<Report['coverage']['correlations']> {
  return correlations.map(({ id, title }) => {
    const own = forecasts.filter(({ correlation }) => correlation === id);
    const warnings = own.filter(({ level }) => level === 'warning').length;
    return { correlation: id, title, warnings, watches: own.length - warnings };
  });
}
