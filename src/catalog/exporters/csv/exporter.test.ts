/** The findings as a spreadsheet reads them: every cell where it belongs, and none of them a formula. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderWhole, sampleReport } from '../../../kit/exporter-bench.ts';
import csv from './exporter.ts';

/** A reader of RFC 4180, by its grammar and nothing more. */
const read = (text: string): string[][] =>
  text
    .split('\r\n')
    .slice(0, -1)
    .map((line) => {
      expect(line).toMatch(/^"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*$/);
      return [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, cell]) => cell!.replaceAll('""', '"'));
    });

const [finding] = sampleReport.findings as [(typeof sampleReport.findings)[number]];
const named = (message: string): string[] =>
  read(renderWhole(csv, { ...sampleReport, findings: [{ ...finding, message }] }))[1]!;
const column = read(renderWhole(csv, sampleReport))[0]!.indexOf('message');

describe('csv', () => {
  it('has as many cells in every row as in the first', () => {
    const rows = read(renderWhole(csv, sampleReport));
    expect(rows).toHaveLength(sampleReport.findings.length + 1);
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  });

  it.each([
    ['=cmd|"/c calc"!A1', `'=cmd|"/c calc"!A1`],
    ['+1', "'+1"],
    ['-1+1', "'-1+1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1', "'  =1"],
    ['\t=1', '\\u0009=1'],
    ['＝1', "'＝1"],
    ['a = b', 'a = b'],
    ['two\nlines', 'two lines'],
  ])('%j becomes %j', (message, shown) => expect(named(message)[column]).toBe(shown));

  it('has no cell that a spreadsheet would run, whatever it is told', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (message) => {
        for (const cell of named(message)) expect(cell).not.toMatch(/^[\s]*[=+\-@\t\r\n＝＋－＠]/);
      }),
    );
  });
});
