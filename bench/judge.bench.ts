// Measures what *judge* costs from a merged estate to every part of the report, with what to do first: 100,000 assets in one thread.
import { correlations } from '../src/catalog/correlations.gen.ts';
import { derivations } from '../src/catalog/derivations.gen.ts';
import { detectors } from '../src/catalog/detectors.gen.ts';
import { frameworks } from '../src/catalog/frameworks.gen.ts';
import { remediations } from '../src/catalog/remediations.gen.ts';
import type { Evidence } from '../src/domain/evidence.ts';
import type { FactName, FactValue } from '../src/domain/facts.ts';
import { judge } from '../src/engine/judge.ts';
import { SnapshotBuilder } from '../src/graph/snapshot-builder.ts';
import { reportFigure } from './report-figure.ts';

const assets = 100_000;
/** As large as one repository with its lock files: most of it packages. */
const perProject = 1000;

const at = (project: number, line: number): readonly [Evidence] => [
  { source: 's', path: `project-${project}/app.py`, line, how: 'declared', confidence: 1 },
];

function addProject(builder: SnapshotBuilder, project: number): void {
  let line = 0;
  const add = (
    kind: Parameters<SnapshotBuilder['addAsset']>[0]['kind'],
    facts: Partial<Record<FactName, FactValue>>,
  ) => {
    const evidence = at(project, ++line);
    const name = `${kind}-${line}`;
    const asset = builder.addAsset({ kind, name, id: `${project}/${name}`, evidence });
    for (const [fact, value] of Object.entries(facts)) builder.setFact(asset, fact as FactName, value, evidence);
    return asset;
  };
  const relate = (kind: Parameters<SnapshotBuilder['addRelation']>[0], from: number, to: number) =>
    builder.addRelation(kind, from, to, at(project, ++line));
  const code = add('code-project', { environment: 'production' });
  for (let turn = 0; turn < 20; turn += 1) {
    // One project in ten has something to foretell; the others hold all parts of it but one.
    const isRisky = project % 10 === 0 && turn < 2;
    const agent = add('agent', { framework: 'crewai', autonomous: true });
    const model = add('model', { source: 'hub', hosting: 'local', revision: isRisky ? 'main' : '0'.repeat(40) });
    const tool = add('tool', {
      changesState: isRisky,
      executesCode: false,
      takesUntrustedContent: isRisky,
      effectsKnown: true,
    });
    const search = add('tool', {
      takesUntrustedContent: isRisky,
      sendsOut: isRisky,
      readsPrivateData: isRisky,
      effectsKnown: true,
    });
    const bucket = add('bucket', { sensitivity: isRisky ? 'restricted' : 'public', public: false });
    const role = add('identity', { wildcardActions: false, administrator: isRisky });
    const host = add('compute', { environment: 'production' });
    const server = add('inference-endpoint', { bindAddress: '127.0.0.1', authentication: 'none' });
    const key = add('secret', { secretKind: 'openai-project', hardCoded: isRisky });
    relate('contains', code, agent);
    relate('invokes', agent, model);
    relate('uses-tool', agent, tool);
    relate('uses-tool', agent, search);
    relate('uses-secret', agent, key);
    relate('reads', agent, bucket);
    relate('runs', host, agent);
    relate('runs-as', host, role);
    relate('writes', role, bucket);
    relate('invokes', agent, server);
    builder.setClosed(agent, 'uses-tool', 'out', 'declared', at(project, line));
  }
  while (line < perProject * 1.2 && builder.assetCount % perProject !== 0) {
    const version = `1.${line % 7}.0`;
    const name = line % 50 === 0 ? 'langflow' : `package-${line}`;
    const one = add('package-occurrence', { ecosystem: 'pypi', packageName: name, version });
    relate('depends-on', code, one);
  }
}

const catalog = { derivations, detectors, correlations, frameworks, remediations };
const clock = () => new Date('2026-01-02T03:04:05Z');

let seconds = Number.POSITIVE_INFINITY;
let told = '';
for (let run = 0; run < 3; run += 1) {
  const builder = new SnapshotBuilder();
  for (let project = 0; builder.assetCount < assets; project += 1) addProject(builder, project);
  const began = performance.now();
  const { parts } = judge(builder, catalog, { clock });
  seconds = Math.min(seconds, (performance.now() - began) / 1000);
  const { forecasts, fixes = [] } = parts;
  told = `${forecasts.length} forecasts, ${fixes.length} fixes`;
  if (fixes.length === 0) throw new Error('nothing to do first: the estate does not ask enough');
}
reportFigure({ name: `judge: 100,000 assets, ${told}`, figure: seconds, unit: 's', target: 4 });
