/** Escaping, against names that people choose to hurt: nothing of them may become markup, a mention or a link. */
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, markdownCode } from './escape-markdown.ts';
import { escapeMarkup } from './escape-markup.ts';

const hostile = [
  '</script><img src=x onerror=alert(1)>',
  `" onmouseover="alert(1)`,
  `' autofocus onfocus='alert(1)`,
  ']]><x/>',
  '<!--',
  '&lt;b&gt;&#x3c;',
  '\u0000\u000b\ufffe\ud800\u202egnp.exe',
];

/** The texts and tags that an XML parser finds; it throws where the text is no XML. */
const parse = (xml: string): { text: string; tags: string[]; attribute: string } => {
  const found = { text: '', tags: [] as string[], attribute: '' };
  const parser = new SaxesParser();
  parser.on('text', (text) => {
    found.text += text;
  });
  parser.on('opentag', ({ name, attributes }) => {
    found.tags.push(name);
    found.attribute = String(attributes.a ?? '');
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return found;
};

describe('escapeMarkup', () => {
  it.each(hostile)('keeps %j a text', (text) => {
    const { tags, text: read, attribute } = parse(`<x a="${escapeMarkup(text)}">${escapeMarkup(text)}</x>`);
    expect(tags).toEqual(['x']);
    expect(read).toBe(attribute);
  });

  it('is XML for any text, and gives plain text back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (any, plain) => {
        expect(parse(`<x a="${escapeMarkup(any)}">${escapeMarkup(any)}</x>`).tags).toEqual(['x']);
        if (!/[\p{Cc}\p{Cf}\u2028\u2029]/u.test(plain)) expect(parse(`<x>${escapeMarkup(plain)}</x>`).text).toBe(plain);
      }),
    );
  });
});

describe('escapeMarkdown', () => {
  it.each([
    ['</details><img src=x onerror=alert(1)>', '&lt;/details&gt;&lt;img src=x onerror=alert(1)&gt;'],
    ['![x](//e.example/p.png)', '!\\[x\\](//e.example/p.png)'],
    ['`code` *b* __i__ ~~s~~ $x$ a|b', '\\`code\\` \\*b\\* \\_\\_i\\_\\_ \\~\\~s\\~\\~ \\$x\\$ a\\|b'],
    ['ask @octocat of @acme/team', 'ask @<!-- -->octocat of @<!-- -->acme/team'],
    ['fixes #12, !7 and GH-3', 'fixes #<!-- -->12, !<!-- -->7 and GH-<!-- -->3'],
    ['https://evil.example www.evil.example', 'https:<!-- -->//evil.example www<!-- -->.evil.example'],
    ['two\nlines\n# heading', 'two lines # heading'],
    ['plain text: 3 of 41 agents (crew.py)', 'plain text: 3 of 41 agents (crew.py)'],
  ])('%j', (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));

  it('leaves no character of markup bare, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bare = escapeMarkdown(text).replaceAll('<!-- -->', '').replace(/\\./gs, '');
        expect(bare).not.toMatch(/[<>`*_[\]|~$\n\r]/);
      }),
    );
  });

  it('makes code that a backtick does not end', () => expect(markdownCode('a`b')).toBe('<code>a\\`b</code>'));
});
