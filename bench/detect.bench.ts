// Measures all detectors over 200,000 assets in one thread.
import { detectors } from '../src/catalog/detectors.gen.ts';
import { detect } from '../src/engine/detect.ts';
import { SnapshotBuilder } from '../src/graph/snapshot-builder.ts';
import { reportFigure } from './report-figure.ts';

const assets = 200_000;
const builder = new SnapshotBuilder();
const at = (line: number) => [
  { source: 's', path: `src/${line % 5000}.py`, line, how: 'declared', confidence: 1 } as const,
];

// As in a real estate most assets are packages; one in ten of each kind fails, one in ten was not seen whole.
for (let index = 0; index < assets; index += 1) {
  const turn = index % 10;
  const id = `asset-${index}`;
  const evidence = at(index);
  const part = index % 20;
  if (part < 10) {
    const asset = builder.addAsset({ kind: 'package-occurrence', name: 'langflow', id, evidence });
    builder.setFact(asset, 'ecosystem', 'pypi', evidence);
    builder.setFact(asset, 'packageName', 'langflow', evidence);
    builder.setFact(asset, 'version', '1.2.0', evidence);
    if (turn !== 1) builder.setFact(asset, 'advisories', turn === 0 ? ['CVE-2025-3248'] : [], evidence);
  } else if (part < 14) {
    const asset = builder.addAsset({ kind: 'model', name: 'acme/model', id, evidence });
    builder.setFact(asset, 'source', 'hub', evidence);
    builder.setFact(asset, 'hosting', 'local', evidence);
    if (turn !== 1) builder.setFact(asset, 'revision', turn === 0 ? 'main' : '0'.repeat(40), evidence);
    builder.setFact(asset, 'remoteCode', turn === 2, evidence);
    builder.setFact(asset, 'unsafeLoad', turn === 3, evidence);
  } else if (part < 16) {
    const asset = builder.addAsset({ kind: 'secret', name: 'key', id, evidence });
    builder.setFact(asset, 'secretKind', 'openai-project', evidence);
    if (turn !== 5) builder.setFact(asset, 'hardCoded', index % 40 === 14, evidence);
  } else if (part < 18) {
    const asset = builder.addAsset({ kind: 'inference-endpoint', name: 'server', id, evidence });
    builder.setFact(asset, 'bindAddress', turn === 6 ? '0.0.0.0' : '127.0.0.1', evidence);
    builder.setFact(asset, 'authentication', 'none', evidence);
  } else builder.addAsset({ kind: 'model-artifact', name: 'weights.pt', id, evidence });
}
const snapshot = builder.freeze();
// The least of three is what detecting itself costs; the rest is the machine's other work.
let seconds = Number.POSITIVE_INFINITY;
let findings = 0;
for (let run = 0; run < 3; run += 1) {
  const began = performance.now();
  findings = detect(detectors, snapshot).findings.length;
  seconds = Math.min(seconds, (performance.now() - began) / 1000);
}
if (findings < assets / 20) throw new Error(`only ${findings} findings: the estate does not ask enough`);
reportFigure({ name: `detect: ${detectors.length} detectors, 200,000 assets`, figure: seconds, unit: 's', target: 5 });
