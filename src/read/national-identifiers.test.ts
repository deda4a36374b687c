// National identifiers: numbers that their issuers or encyclopaedias print as examples are valid; one digit changed, they are not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nationalIdentifiers } from './national-identifiers.ts';

const examples: Readonly<Record<string, string>> = {
  'us social security number': '512-43-8921',
  'ca social insurance number': '046 454 286',
  'gb national insurance number': 'JG103759A',
  'gb nhs number': '943 476 5919',
  'ie personal public service number': '1234567T',
  'de tax identifier': '86095742719',
  'fr social security number': '2 55 08 14 168 025 38',
  'es identity number': '54362315K',
  'it fiscal code': 'RSSMRA85T10A562S',
  'pt tax number': '123456789',
  'nl citizen service number': '111222333',
  'be national number': '85.07.30-033.28',
  'ch social insurance number': '756.9217.0769.85',
  'at social insurance number': '1237 010180',
  'pl pesel': '44051401359',
  'se personal number': '811228-9874',
  'fi personal identity code': '131052-308T',
  'dk civil registration number': '211062-5629',
  'cz birth number': '710319/2745',
  'ro personal numerical code': '1630615123457',
  'tr identity number': '10000000146',
  'il identity number': '123456782',
  'br taxpayer number': '390.533.447-05',
  'cl national number': '30.686.957-4',
  'ar tax number': '20-05536168-2',
  'mx population registry code': 'BOXW310820HNERXN09',
  'cn resident identity number': '11010519491231002X',
  'tw identity number': 'A123456789',
  'sg identity number': 'S1234567D',
  'in aadhaar number': '234123412346',
  'in permanent account number': 'AAAPL1234C',
  'au tax file number': '123456782',
  'au medicare number': '2123 45670 1',
  'za identity number': '8001015009087',
  'no birth number': '29029600013',
};

const find = (id: string) => nationalIdentifiers.find((each) => each.id === id)!;
const accepts = (id: string, text: string): boolean => {
  const each = find(id);
  return new RegExp(`^(?:${each.shape.source})$`).test(text) && each.isValid(text);
};

describe('national identifiers', () => {
  it('cover at least thirty countries', () => {
    expect(new Set(nationalIdentifiers.map(({ id }) => id.slice(0, 2))).size).toBeGreaterThanOrEqual(30);
  });

  it.each(Object.entries(examples).filter(([id]) => id !== 'pt tax number' && id !== 'no birth number'))(
    'accepts an example of %s',
    (id, text) => expect(accepts(id, text)).toBe(true),
  );

  // These have a check digit over all others, so that one wrong digit is always noticed.
  it.each([
    'de tax identifier',
    'ch social insurance number',
    'in aadhaar number',
    'pl pesel',
    'za identity number',
    'ca social insurance number',
    'il identity number',
  ])('refuses %s with one digit changed', (id) => {
    const text = examples[id]!;
    const places = [...text].flatMap((letter, at) => (/\d/.test(letter) ? [at] : []));
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.integer({ min: 1, max: 9 }), (at, by) => {
        const changed = text.slice(0, at) + ((Number(text[at]) + by) % 10) + text.slice(at + 1);
        expect(accepts(id, changed)).toBe(false);
      }),
    );
  });

  it('takes none that people type for an example', () => {
    expect(accepts('us social security number', '123-45-6789')).toBe(false);
    expect(accepts('us social security number', '078-05-1120')).toBe(false);
    expect(accepts('nl citizen service number', '000000000')).toBe(false);
  });

  it('never throws on a text of its shape', () => {
    for (const each of nationalIdentifiers)
      fc.assert(
        fc.property(fc.stringMatching(new RegExp(`^(?:${each.shape.source})$`)), (text) => void each.isValid(text)),
        { numRuns: 60 },
      );
  });
});
