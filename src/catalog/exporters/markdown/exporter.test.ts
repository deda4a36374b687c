/** The comment on a pull request: short, with balanced folds, and deaf to what names ask for. */
import { describe, expect, it } from 'vitest';
import { emptyReport, renderWhole, sampleReport } from '../../../kit/exporter-bench.ts';
import markdown from './exporter.ts';

type Forecast = (typeof sampleReport.forecasts)[number];
type Finding = (typeof sampleReport.findings)[number];
const [warning, watch] = sampleReport.forecasts as [Forecast, Forecast];
const [finding] = sampleReport.findings as [Finding];

const tagsOf = (text: string): string[] =>
  [...text.replaceAll('<!-- -->', '').matchAll(/<[^>]*>/g)].map(([tag]) => tag);
const ours = /^<\/?(?:details|summary|code|sub)>$/;

describe('markdown', () => {
  it('begins with the forecast, and says it when there is none', () => {
    expect(renderWhole(markdown, sampleReport)).toMatch(/^## Isobar: 1 warning, 1 watch\n\n### ▲ Warning 72\n/);
    expect(renderWhole(markdown, emptyReport)).toMatch(/^## Isobar: nothing that was seen combines/);
  });

  it('takes no tag, mention, link or fold from a name', () => {
    const name = '</details><img src=x onerror=alert(1)> @octocat #1 [x](http://e.example) `</code>` | a\n\n# b';
    const report = {
      ...sampleReport,
      target: { ...sampleReport.target, source: name },
      assets: sampleReport.assets.map((one) => ({ ...one, name })),
      findings: sampleReport.findings.map((one) => ({
        ...one,
        message: name,
        evidence: [{ path: name, line: 1 }],
      })),
      forecasts: [
        { ...warning, sentence: name },
        { ...watch, sentence: name, missing: name },
      ],
      notSeen: [{ what: name, scope: 'file', why: name }],
    };
    const text = renderWhole(markdown, report);
    for (const tag of tagsOf(text)) expect(tag).toMatch(ours);
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
    expect(text).not.toMatch(/@\w|#\d|http:\/\/|\n# b/);
    expect(text).not.toMatch(/(?<!\\)[`|]/);
  });

  it('stays below what code hosts accept, and says what it left out', () => {
    const sentence = 'x'.repeat(5000);
    const forecasts = Array.from({ length: 300 }, (_, at) => ({
      ...warning,
      id: `forecast-${at}`,
      sentence,
      hops: Array.from({ length: 200 }, () => warning.hops[0]!),
      conditions: Array.from({ length: 200 }, () => ({ ...warning.conditions[0]!, says: sentence })),
    }));
    const findings = Array.from({ length: 3000 }, (_, at) => ({
      ...finding,
      id: `finding-${at}`,
      detector: `detector-${at % 300}`,
      message: sentence,
    }));
    const text = renderWhole(markdown, { ...sampleReport, forecasts, findings });
    expect(text.length).toBeLessThan(65_536);
    expect(text).toContain('left out, too long for a comment');
    expect(text).toContain('and 285 other warnings');
    expect(text.match(/<details>/g)?.length).toBe(text.match(/<\/details>/g)?.length);
  });
});
