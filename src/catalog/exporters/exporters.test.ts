/** Every exporter on the bench against its golden files, and the formats against schemas that are not ours alone. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sarifStandard from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Exporter } from '../../kit/define-exporter.ts';
import { emptyReport, renderWhole, reportSchema, sampleReport, standingReport } from '../../kit/exporter-bench.ts';
import csv from './csv/exporter.ts';
import cyclonedx from './cyclonedx/exporter.ts';
import html from './html/exporter.ts';
import json from './json/exporter.ts';
import junit from './junit/exporter.ts';
import markdown from './markdown/exporter.ts';
import sarif from './sarif/exporter.ts';
import terminal from './terminal/exporter.ts';

const shelf = import.meta.dirname;
const folders = readdirSync(shelf, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe.each(folders.map(({ name }) => name))('exporter %s', async (id) => {
  const { default: exporter } = (await import(join(shelf, id, 'exporter.ts'))) as { default: Exporter };
  it.each([
    ['sample', sampleReport],
    ['empty', emptyReport],
    ['standing', standingReport],
  ])('renders the %s report as its golden file says', (name, report) => {
    const path = join(shelf, id, 'golden', `${name}.txt`);
    // A missing golden file is a failure, never silently written.
    expect(existsSync(path), `${path} is missing`).toBe(true);
    expect(renderWhole(exporter, report)).toBe(readFileSync(path, 'utf8'));
  });
});

const allErrors = { allErrors: true, strict: false } as const;

describe('json', () => {
  it('is what went in, by our schema and by the published one', () => {
    for (const report of [sampleReport, emptyReport, standingReport]) {
      const parsed: unknown = JSON.parse(renderWhole(json, report));
      expect(parsed).toEqual(report);
      expect(reportSchema.parse(parsed)).toEqual(report);
    }
    const published = JSON.parse(readFileSync('docs/schema/report-1.0.json', 'utf8')) as object;
    const ajv = new Ajv({ ...allErrors, validateSchema: false });
    addFormats.default(ajv);
    const { $schema, ...schema } = published as { $schema: string };
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
    const validate = ajv.compile(schema);
    for (const report of [sampleReport, emptyReport, standingReport]) {
      validate(JSON.parse(renderWhole(json, report)));
      expect(validate.errors).toBeNull();
    }
    validate({ ...sampleReport, findings: [{ id: 'x' }] });
    expect(validate.errors).not.toBeNull();
  });

  it('keeps what a hostile file may be called', () => {
    const name = 'a"\\\n\u0000\u2028\ud800';
    const report = { ...emptyReport, notSeen: [{ what: name, scope: 'file', why: 'x' }] };
    expect(JSON.parse(renderWhole(json, report)).notSeen[0].what).toBe(name);
  });
});

interface Sarif {
  runs: { tool: { driver: { rules: { id: string; help: { text: string } }[] } }; results: Record<string, unknown>[] }[];
}

describe('sarif', () => {
  const { $schema: _, id: __, ...standard } = sarifStandard as Record<string, unknown>;
  const ajv = new Ajv({ ...allErrors, unicodeRegExp: false });
  addFormats.default(ajv);
  const validate = ajv.compile(standard);

  it('holds against the standard’s schema, which refuses what is wrong', () => {
    for (const report of [sampleReport, emptyReport, standingReport]) {
      validate(JSON.parse(renderWhole(sarif, report)));
      expect(validate.errors).toBeNull();
    }
    validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: [{ level: 'error' }] }] });
    expect(validate.errors).not.toBeNull();
  });

  it('has a rule with help for every result, and only relative references', () => {
    const { runs } = JSON.parse(renderWhole(sarif, sampleReport)) as Sarif;
    const [run] = runs as [Sarif['runs'][number]];
    const { rules } = run.tool.driver;
    expect(run.results.map(({ ruleId, level }) => [ruleId, level])).toEqual([
      ['stranger-steers-mail', 'error'],
      ['moved-model-runs-code', 'note'],
      ['tool-without-approval', 'error'],
      ['model-unpinned', 'warning'],
    ]);
    for (const { ruleId, ruleIndex } of run.results) expect(rules[ruleIndex as number]?.id).toBe(ruleId);
    for (const { help } of rules) expect(help.text).not.toBe('');
    const uris = [...JSON.stringify(run.results).matchAll(/"uri":"([^"]*)"/g)].map(([, uri]) => uri);
    expect(uris).toContain('src/my%20model.py');
    for (const uri of uris) expect(uri).not.toMatch(/^\/|^[a-z]+:/);
  });
});

describe('terminal', () => {
  it.each([60, 80, 100, 120, 300])('fits %i columns', (columns) => {
    const lines = renderWhole(terminal, sampleReport, { columns, verbose: true }).split('\n');
    for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(Math.min(columns, 120));
  });

  it('paints only where it may, and never what a file’s name asks for', () => {
    const report = {
      ...sampleReport,
      notSeen: [{ what: 'x\u001b[2J\u202egpj.exe\r', scope: 'file', why: 'permission denied' }],
    };
    const plain = renderWhole(terminal, report);
    for (const character of ['\u001b', '\r', '\u202e']) expect(plain).not.toContain(character);
    expect(plain).toContain('x\\u001b[2J\\u202egpj.exe\\u000d');
    expect(renderWhole(terminal, report, { color: true })).toContain('\u001b[');
    expect(renderWhole(terminal, report, { color: true })).not.toContain('\u001b[2J');
  });

  it('shows five warnings with their paths, ten more in a sentence, and counts the rest', () => {
    const [warning] = sampleReport.forecasts as [(typeof sampleReport.forecasts)[number]];
    const forecasts = Array.from({ length: 17 }, (_, at) => ({ ...warning, id: `forecast-${at}`, score: 90 - at }));
    const plain = renderWhole(terminal, { ...sampleReport, forecasts });
    expect(plain.match(/▲ WARNING/g)).toHaveLength(15);
    expect(plain.match(/Fix first/g)).toHaveLength(5);
    expect(plain).toContain('and 2 other warnings, with --verbose');
    const verbose = renderWhole(terminal, { ...sampleReport, forecasts }, { verbose: true });
    expect(verbose.match(/Fix first/g)).toHaveLength(17);
  });

  it('counts assets in its shares, not findings, and folds what says the same', () => {
    const [finding] = sampleReport.findings as [(typeof sampleReport.findings)[number]];
    const findings = [finding, { ...finding, id: 'finding-9', severity: 'critical' as const }];
    const plain = renderWhole(terminal, { ...sampleReport, findings });
    expect(plain).toContain('Tool acts without approval: 1 of 2 assets; 1 critical, 1 high [tool-without-approval]');
    const [, watch] = sampleReport.forecasts as [never, (typeof sampleReport.forecasts)[number]];
    const watches = [watch, { ...watch, id: 'forecast-8' }, { ...watch, id: 'forecast-9', missing: 'something else' }];
    const folded = renderWhole(terminal, { ...sampleReport, forecasts: watches });
    expect(folded.match(/○ watch/g)).toHaveLength(2);
    expect(folded).toContain('and 1 other path that lacks the same');
  });
});

describe('what somebody accepted', () => {
  it('is an accepted suppression in SARIF, and what is new is told from what was there', () => {
    const { runs } = JSON.parse(renderWhole(sarif, standingReport)) as Sarif;
    expect(
      runs[0]!.results.map(({ ruleId, baselineState, suppressions }) => [ruleId, baselineState, suppressions]),
    ).toEqual([
      ['stranger-steers-mail', 'new', undefined],
      ['moved-model-runs-code', 'unchanged', [expect.objectContaining({ kind: 'external', status: 'accepted' })]],
      ['tool-without-approval', 'new', undefined],
      ['model-unpinned', 'new', [expect.objectContaining({ status: 'accepted' })]],
    ]);
    expect(JSON.stringify(JSON.parse(renderWhole(sarif, sampleReport)))).not.toMatch(/baselineState|suppressions/);
  });

  it('stands in every format for people, with who, why and until when, and never among what is open', () => {
    for (const exporter of [terminal, markdown, html]) {
      const text = renderWhole(exporter, standingReport).replaceAll(/<!-- -->|\s+/g, ' ');
      expect(text, exporter.id).toContain('2 waived');
      expect(text, exporter.id).toMatch(/until 2026-06-30: the hub account is ours/);
      expect(text, exporter.id).toContain('the platform team scans the network');
      expect(text, exporter.id).not.toContain('1 watch,');
    }
    const quiet = renderWhole(terminal, standingReport, { quiet: true });
    expect(quiet).toContain('1 warning, 0 watches, 1 finding (1 high), 2 waived');
    expect(quiet.split('\n').length).toBeLessThan(6);
  });

  it('is no failure in JUnit', () => {
    const text = renderWhole(junit, standingReport);
    expect(text.match(/<failure/g)).toHaveLength(2);
    expect(text).toContain('<skipped message="waived by mira@acme.example until 2026-06-30');
  });
});

describe('a hostile configuration', () => {
  it('repaints no screen and makes no markup', () => {
    const name = 'x\u001b[2J\u202e<img src=x>](http://evil.example) @all\r';
    const accepted = { owner: name, reason: name, expires: '2026-06-30' };
    const report = {
      ...standingReport,
      systems: standingReport.systems.map((one) => ({ ...one, name, owner: name, purpose: name, riskTier: name })),
      forecasts: standingReport.forecasts.map((one) => ({ ...one, waived: accepted })),
      findings: standingReport.findings.map((one) => ({
        ...one,
        waiverEnded: { ...accepted, why: 'expired' as const },
      })),
      configuration: {
        ...standingReport.configuration!,
        ...{ file: name, exclude: [name], detectorsOff: [{ detector: name, reason: name }] },
        notApplied: [{ what: name, why: name }],
      },
    };
    for (const exporter of [terminal, markdown, html, junit, csv]) {
      const text = renderWhole(exporter, report, { verbose: true });
      const isMarkup = exporter !== terminal && exporter !== csv;
      for (const character of ['\u001b', '\u202e', ...(isMarkup ? ['<img'] : [])])
        expect(text, exporter.id).not.toContain(character);
    }
    expect(renderWhole(markdown, report)).not.toMatch(/[^\\]\]\(http|(?<!<!-- -->)@all/);
  });
});

describe('frameworks', () => {
  it('are told in four words, of what was seen, in every format', () => {
    for (const exporter of [terminal, markdown, junit, sarif, cyclonedx])
      expect(renderWhole(exporter, sampleReport), exporter.id).toContain('1 not met, 0 met, 1 not assessed, 0 manual');
    for (const word of ['1 not met', '1 not assessed', 'Of what was seen'])
      expect(renderWhole(html, sampleReport)).toContain(word);
    expect(renderWhole(csv, sampleReport)).toContain('"owasp-llm-2025 LLM01"');
  });
});
