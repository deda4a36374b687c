/** JUnit’s XML as a strict parser reads it. */
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { emptyReport, renderWhole, sampleReport } from '../../../kit/exporter-bench.ts';
import junit from './exporter.ts';

interface Suite {
  attributes: Record<string, string>;
  cases: { attributes: Record<string, string>; tags: string[] }[];
}

const read = (xml: string): Suite[] => {
  const suites: Suite[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const suite = suites.at(-1);
    if (name === 'testsuite') suites.push({ attributes: attributes as Record<string, string>, cases: [] });
    else if (name === 'testcase') suite!.cases.push({ attributes: attributes as Record<string, string>, tags: [] });
    else if (!['testsuites', 'properties', 'property'].includes(name)) suite!.cases.at(-1)!.tags.push(name);
  });
  parser.write(xml).close();
  return suites;
};

describe('junit', () => {
  it.each([
    ['sample', sampleReport],
    ['empty', emptyReport],
  ])('counts what it holds (%s)', (_, report) => {
    const suites = read(renderWhole(junit, report));
    expect(suites.length).toBeGreaterThan(0);
    for (const { attributes, cases } of suites) {
      const counted = (tag: string): string => String(cases.filter(({ tags }) => tags.includes(tag)).length);
      expect(attributes).toMatchObject({
        tests: String(cases.length),
        failures: counted('failure'),
        skipped: counted('skipped'),
        errors: '0',
      });
    }
  });

  it('has a suite for the forecast and one for every detector, even where nothing failed', () => {
    const names = read(renderWhole(junit, { ...sampleReport, findings: [], forecasts: [] })).map(
      ({ attributes, cases }) => [attributes.name, cases.length, cases.flatMap(({ tags }) => tags).length],
    );
    expect(names).toEqual([
      ['isobar.forecast', 1, 0],
      ['isobar.tool-without-approval', 1, 0],
      ['isobar.model-unpinned', 1, 0],
    ]);
  });

  it('gives every case of a suite a name of its own, without lines or scores', () => {
    const [first] = sampleReport.findings as [(typeof sampleReport.findings)[number]];
    const findings = [first, { ...first, id: 'finding-8' }, { ...first, id: 'finding-9', discriminator: 'CVE-1' }];
    const cases = read(renderWhole(junit, { ...sampleReport, findings }))[1]!.cases.map(
      ({ attributes }) => attributes.name,
    );
    expect(cases).toEqual([
      'tool send_mail in src/tools.py [finding-1]',
      'tool send_mail in src/tools.py [finding-8]',
      'tool send_mail CVE-1 in src/tools.py',
    ]);
  });

  it('stays XML whatever things are called', () => {
    const name = `]]></failure><testcase name="x"/>\u0000\u000b\ud800\uffff"'&lt;<!--`;
    const findings = sampleReport.findings.map((one) => ({ ...one, message: name, remedy: name, missing: name }));
    const forecasts = sampleReport.forecasts.map((one) => ({ ...one, sentence: name, missing: name }));
    const assets = sampleReport.assets.map((one) => ({ ...one, name }));
    const suites = read(renderWhole(junit, { ...sampleReport, assets, findings, forecasts }));
    expect(suites.map(({ cases }) => cases.length)).toEqual([2, 2, 1]);
    expect(suites[1]!.cases[0]!.attributes.name).toContain(']]></failure><testcase name="x"/>');
  });
});
