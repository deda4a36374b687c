// Tests the reader of XML: lines, salvage, and that nothing in a file makes it expand, fetch or recurse.
import { expect, test } from 'vitest';
import { childAt, childrenOf, childText, readXml } from './xml-positions.ts';

test('elements have their line, their text and their attributes', () => {
  const { root, errors } = readXml(
    '<?xml version="1.0"?>\n<!-- <no/> -->\n<p:a xmlns:p="urn:x"\n  c="1 &lt; 2">\n  <b>one <![CDATA[<two>]]></b>\n  <b\n    d="e"/>\n</p:a>\n',
  );
  expect(errors).toEqual([]);
  expect(root).toMatchObject({ name: 'a', line: 3, attributes: { c: '1 < 2' } });
  expect(childrenOf(root, 'b').map(({ line, text }) => [line, text])).toEqual([
    [5, 'one <two>'],
    [6, ''],
  ]);
  expect(childText(root, 'b')).toBe('one <two>');
  expect(childAt(root, 'b', 'c')).toBeUndefined();
});

test('what stands before a mistake is kept', () => {
  for (const [text, why, line] of [
    ['<a>\n<b>x</b>\n<c', /unclosed/, 3],
    ['<a>\n<b>x</b>\n<c d=e/></a>', /quote|unquoted/i, 3],
    ['<a>\n<b>x</b>\n</c></a>', /closing|tag/i, 3],
  ] as const) {
    const { root, errors } = readXml(text);
    expect(childText(root, 'b'), text).toBe('x');
    expect(errors).toHaveLength(1);
    expect(errors[0]!.why).toMatch(why);
    expect(errors[0]!.line).toBe(line);
  }
});

test('entities of a document are not known, deep nesting is refused, and neither takes long', () => {
  const began = performance.now();
  const bomb = `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(1000)}"><!ENTITY b "&a;&a;">]><a><b>&b;</b></a>`;
  expect(readXml(bomb).errors[0]?.why).toMatch(/entity/);
  expect(readXml('<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/hostname">]><a>&f;</a>').errors[0]?.why).toMatch(
    /entity/,
  );
  expect(readXml('<a>'.repeat(100_000)).errors[0]?.why).toMatch(/nested deeper/);
  expect(performance.now() - began).toBeLessThan(1000);
});
