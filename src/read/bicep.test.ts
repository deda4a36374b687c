/** Bicep: what people write, and what breaks. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBicep } from './bicep.ts';

const lines = [
  'param sku object = {',
  "  name: 'S0' // the only one",
  '}',
  "param names array = ['a', 'b']",
  String.raw`var text = 'x${'$'}{toLower(sku.name)}\u{41}'`,
  "var block = '''",
  "it's $ {kept}",
  "'''",
  '#disable-next-line no-hardcoded-location',
  "var place = empty(sku) ? 'westeurope' : sku.?place ?? 'swedencentral'",
  "resource store 'Microsoft.Storage/storageAccounts@2023-05-01' = [for (n, i) in names: if (i > 0) {",
  '  name: n',
  '  properties: { allowBlobPublicAccess: !true, ...sku }',
  "  resource blobs 'blobServices' existing = { name: 'default' }",
  '}]',
  "module other './other.bicep' = { name: 'other', params: { key: store[0].listKeys().keys[0].value } }",
  'output id string = store[0].id',
  '',
];
const sample = lines.join('\n');

test('reads parameters, texts, conditions, loops, nested resources and modules', () => {
  const file = readBicep(sample);
  expect(file.errors).toEqual([]);
  const value = (name: string) => [...file.parameters, ...file.variables].find((each) => each.name === name)?.value;
  expect(value('sku')).toMatchObject({ t: 'map', entries: [[{ value: 'name' }, { value: 'S0' }]] });
  expect(value('text')).toMatchObject({
    t: 'template',
    parts: [{ value: 'x' }, { t: 'reference', namespace: 'bicep', name: 'sku.name' }, { value: 'A' }],
  });
  expect(value('block')).toMatchObject({ t: 'literal', value: `${lines[6]}\n` });
  expect(value('place')).toMatchObject({ t: 'either' });
  const [store, blobs] = file.resources;
  expect(store).toMatchObject({ type: 'Microsoft.Storage/storageAccounts', repeated: true, optional: true, line: 11 });
  expect(store?.properties).toMatchObject({ t: 'map' });
  expect(blobs).toMatchObject({
    symbol: 'store::blobs',
    type: 'Microsoft.Storage/storageAccounts/blobServices',
    existing: true,
    inside: 'store',
  });
  expect(file.modules).toMatchObject([{ symbol: 'other', source: './other.bicep', parameters: { t: 'map' } }]);
  expect(file.outputs.map(({ name }) => name)).toEqual(['id']);
});

test('a file cut off anywhere is read as far as it goes', () => {
  fc.assert(
    fc.property(fc.nat(sample.length), (end) => {
      const file = readBicep(sample.slice(0, end));
      expect(file.resources.length).toBeLessThanOrEqual(2);
    }),
  );
});

test('whatever stands there, reading ends and does not throw', () => {
  const marks = "' $ } { [ ] ( ) ? : = ''' /* ! . x => , param resource for if".split(' ');
  const piece = fc.constantFrom(...marks, `${'$'}{`, ' ', '\n', "'Microsoft.X/y@1' ");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
      expect(readBicep(pieces.join(''))).toBeDefined();
    }),
  );
});

test.each([
  ['nested lists', `var x = ${'['.repeat(20_000)}`],
  ['nested conditions', `var x = ${'a ? '.repeat(20_000)}`],
  ['a long sum', `var x = ${'a + '.repeat(50_000)}1`],
  ['a long name', `var x = a${'[b]'.repeat(50_000)}`],
  ['texts in texts', `var x = ${"'${".repeat(20_000)}`],
  ['open statements', `${"resource a 'b@1' = {\n".repeat(20_000)}`],
])('%s are told and end', (_, text) => {
  const started = performance.now();
  const { variables, errors } = readBicep(`${text}\nvar last = 1`);
  expect(JSON.stringify(variables).length + errors.length).toBeGreaterThan(0);
  expect(performance.now() - started).toBeLessThan(3000);
});
