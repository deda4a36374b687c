// The vulnerabilities of the bill of materials: every advisory that a failing patch question named, with all components that have it.
import type { Report } from '../../../kit/define-exporter.ts';
import { acceptedWords } from '../../../kit/report-standing.ts';
import { advisoryDetails } from '../../../read/advisories.ts';
import { type Inventory, textOf, versionOf } from './inventory.ts';

const patchObjectives = new Set(['dependency-patched', 'service-patched']);

const sourceOf = (id: string): { readonly name: string; readonly url?: string } => {
  if (id.startsWith('CVE-')) return { name: 'NVD', url: `https://nvd.nist.gov/vuln/detail/${encodeURIComponent(id)}` };
  if (id.startsWith('GHSA-'))
    return { name: 'GitHub Advisories', url: `https://github.com/advisories/${encodeURIComponent(id)}` };
  return { name: 'OSV', url: `https://osv.dev/vulnerability/${encodeURIComponent(id)}` };
};

const numbersOf = (cwe: readonly string[]): number[] =>
  cwe.map((one) => Number(/\d+$/.exec(one)?.[0])).filter((number) => Number.isInteger(number) && number > 0);

/** Findings without an advisory’s id name a fault that nobody could look up, and are left to the other formats. */
export function* describeVulnerabilities(report: Report, inventory: Inventory): Generator<object> {
  const assets = new Map(report.assets.map((asset) => [asset.id, asset]));
  const failing = report.findings.filter(
    ({ outcome, objective, discriminator }) =>
      outcome === 'fail' && patchObjectives.has(objective) && discriminator !== undefined,
  );
  for (const [id, own] of Map.groupBy(failing, ({ discriminator }) => discriminator!)) {
    const affected = new Map<string, Set<string>>();
    for (const { asset } of own) {
      const ref = inventory.refOf(asset);
      if (ref === undefined) continue;
      const versions = affected.get(ref) ?? new Set();
      const found = assets.get(asset);
      const version = found && versionOf(found);
      if (version !== undefined) versions.add(version);
      affected.set(ref, versions);
    }
    if (affected.size === 0) continue;
    const [first] = own as [(typeof own)[number]];
    const asset = assets.get(first.asset);
    const details =
      asset && advisoryDetails(id, textOf(asset, 'ecosystem') ?? '', textOf(asset, 'packageName') ?? asset.name);
    const cwes = numbersOf(details?.cwe ?? []);
    yield {
      'bom-ref': `vulnerability:${id}`,
      id,
      source: sourceOf(id),
      ...(details && details.aliases.length > 0
        ? { references: details.aliases.map((alias) => ({ id: alias, source: sourceOf(alias) })) }
        : {}),
      ratings: [
        details?.score === undefined
          ? { severity: first.severity }
          : { score: details.score, severity: details.severity ?? first.severity, method: 'CVSSv3' },
      ],
      ...(cwes.length > 0 ? { cwes } : {}),
      detail: first.message,
      recommendation: first.remedy,
      affects: [...affected].map(([ref, versions]) => ({
        ref,
        ...(versions.size > 0
          ? { versions: [...versions].sort().map((version) => ({ version, status: 'affected' })) }
          : {}),
      })),
      // Accepted only where every place that has it is: one that nobody accepted is still open.
      ...(own.every(({ waived }) => waived !== undefined)
        ? { analysis: { response: ['will_not_fix'], detail: `Waived ${acceptedWords(first.waived!)}` } }
        : {}),
      ...(details?.exploitedSince === undefined
        ? {}
        : { properties: [{ name: 'isobar:exploited-since', value: details.exploitedSince }] }),
    };
  }
}
