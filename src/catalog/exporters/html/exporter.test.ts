/** The page as text: one file, a policy that fits it, anchors that lead somewhere, and names that stay names. */
import { describe, expect, it } from 'vitest';
import { emptyReport, renderWhole, sampleReport, standingReport } from '../../../kit/exporter-bench.ts';
import { policyHash } from '../../../kit/policy-hash.ts';
import page from './exporter.ts';

const name = `</script></style><img src=x onerror="alert(1)"> ' onclick=alert(2) " style="x"`;
const hostile = {
  ...sampleReport,
  target: { path: name, source: name, remote: name, commit: name },
  systems: sampleReport.systems.map((one) => ({ ...one, name, environment: name })),
  assets: sampleReport.assets.map((one) => ({
    ...one,
    name,
    facts: { description: { value: name, how: 'declared' as const, confidence: 1, seen: [] } },
    unknown: [{ fact: name, why: name }],
    seen: [{ path: name, line: 1, how: 'declared' as const, confidence: 1 }],
  })),
  findings: sampleReport.findings.map((one) => ({
    ...one,
    ...{ message: name, remedy: name, missing: name, detector: name, evidence: [{ path: name, line: 2, note: name }] },
  })),
  forecasts: sampleReport.forecasts.map((one) => ({
    ...one,
    ...{ sentence: name, missing: name, correlation: name, references: [name] },
    factors: one.factors.map((factor) => ({ ...factor, name, why: name })),
    conditions: one.conditions.map((condition) => ({ ...condition, says: name, evidence: [{ path: name, line: 2 }] })),
    hops: one.hops.map((hop) => ({ ...hop, relation: name, evidence: [{ path: name, line: 3 }] })),
  })),
  notSeen: [{ what: name, scope: name, why: name }],
  configuration: {
    ...standingReport.configuration!,
    ...{ file: name, exclude: [name], detectorsOff: [{ detector: name, reason: name }] },
    notApplied: [{ what: name, why: name }],
  },
  history: {
    ...standingReport.history!,
    gone: standingReport.history!.gone.map((one) => ({ ...one, gravity: name, says: name })),
  },
};

const tagsOf = (text: string): string[] =>
  [...text.replace(/<(style|script)>[\s\S]*?<\/\1>/g, '<$1></$1>').matchAll(/<[a-z!/](?:"[^"]*"|[^"<>])*>/gi)].map(
    ([tag]) => tag,
  );

describe('html', () => {
  it.each([
    ['sample', sampleReport],
    ['empty', emptyReport],
    ['hostile', hostile],
  ])('has one style and one script, each known to the policy by its digest (%s)', (_, report) => {
    const text = renderWhole(page, report);
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/
      .exec(text)![1]!
      .replaceAll('&#39;', "'");
    expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-[^']+'; img-src data:;/);
    for (const element of ['style', 'script']) {
      const [whole, ...others] = [...text.matchAll(new RegExp(`<${element}>([\\s\\S]*?)</${element}>`, 'g'))];
      expect(others).toEqual([]);
      expect(policy).toContain(`${element}-src ${policyHash(whole![1]!)}`);
    }
  });

  it.each([
    ['sample', sampleReport],
    ['standing', standingReport],
    ['hostile', hostile],
  ])('asks for nothing, and lets no attribute run or style anything (%s)', (_, report) => {
    const tags = tagsOf(renderWhole(page, report));
    expect(tags.length).toBeGreaterThan(100);
    for (const tag of tags) {
      const attributes = tag.replace(/"[^"]*"/g, '""');
      expect(attributes).not.toMatch(/\s(?:on\w+|style|src|srcset|action|formaction|xlink:href)=/i);
      expect(attributes).not.toMatch(/^<(?:img|iframe|object|embed|base|form|image|use|link(?! rel="" href=""))/i);
      const address = /\shref="([^"]*)"/.exec(tag)?.[1];
      if (address !== undefined)
        expect(address).toMatch(/^(?:#[a-z-]+(?:-\d+)?|data:,|https:\/\/github\.com\/acme\/support-bot\/blob\/.*)$/);
    }
  });

  it.each([
    ['sample', sampleReport],
    ['standing', standingReport],
    ['hostile', hostile],
  ])('has every anchor once, and every link to one leads there (%s)', (_, report) => {
    const tags = tagsOf(renderWhole(page, report));
    const ids = tags.flatMap((tag) => /\sid="([^"]*)"/.exec(tag)?.[1] ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const links = tags.flatMap((tag) => /\shref="#([^"]*)"/.exec(tag)?.[1] ?? []);
    expect(links.length).toBeGreaterThan(5);
    for (const link of links) expect(ids).toContain(link);
  });

  it('tells a package once, and findings that say the same once, with all places', () => {
    const [asset] = sampleReport.assets as [(typeof sampleReport.assets)[number]];
    const [finding] = sampleReport.findings as [(typeof sampleReport.findings)[number]];
    const assets = ['a', 'b', 'c'].map((id) => ({
      ...asset,
      ...{ id, kind: 'package-occurrence', layer: 'foundation' as const, name: 'chromadb@1.0.15', facts: {} },
      seen: [{ path: `${id}/uv.lock`, line: 7, how: 'declared' as const, confidence: 1 }],
    }));
    const findings = assets.map(({ id }) => ({
      ...finding,
      id: `finding-${id}`,
      asset: id,
      evidence: [{ path: `${id}/uv.lock`, line: 7 }],
    }));
    const text = renderWhole(page, { ...emptyReport, assets, findings });
    expect(text).toContain('1 package<');
    expect(text.match(/chromadb@1\.0\.15<\/b>/g)).toHaveLength(1);
    expect(text.match(/nobody is asked first/g)).toHaveLength(1);
    expect(text).toContain('<b>3</b> findings');
  });

  it('is quick and small for a large estate', () => {
    const [asset] = sampleReport.assets as [(typeof sampleReport.assets)[number]];
    const assets = Array.from({ length: 20_000 }, (_, at) => ({ ...asset, id: `asset-${at}`, name: `agent ${at}` }));
    const text = renderWhole(page, { ...sampleReport, assets });
    expect(text.length / assets.length).toBeLessThan(800);
  });
});
