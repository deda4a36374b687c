/** Terraform as terms: every form of expression, its JSON twin, and texts that nobody would write. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the templates of Terraform itself.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Term } from '../domain/term.ts';
import { createGrammars } from './grammar.ts';
import { attributeAt, attributeOf, blocksOf, readTerraform } from './terraform.ts';
import { readTerraformJson } from './terraform-json.ts';

const packages = join(import.meta.dirname, '../../node_modules');
const grammars = createGrammars(async (file) => new Uint8Array(readFileSync(join(packages, file))));
const parse = (text: string) => grammars.parse('terraform', text);
const read = async (text: string) => readTerraform(await parse(text));

/** A term as one short line. */
const say = (term: Term): string => {
  switch (term.t) {
    case 'literal':
      return JSON.stringify(term.value);
    case 'reference':
      return term.name;
    case 'template':
      return `(${term.parts.map(say).join(' + ')})`;
    case 'list':
      return `[${term.items.map(say).join(', ')}]`;
    case 'map':
      return `{${term.entries.map(([key, value]) => `${say(key)}: ${say(value)}`).join(', ')}}`;
    case 'either':
      return `(${term.of.map(say).join(' | ')})`;
    case 'member':
      return `${say(term.of)}.${typeof term.key === 'string' ? term.key : say(term.key)}`;
    case 'operation':
      return `${term.operator}(${term.of.map(say).join(', ')})`;
    default:
      return term.t;
  }
};

/** The term of `x = <expression>`. */
const expression = async (text: string): Promise<string> => {
  const file = await read(`locals {\n  x = ${text}\n}\n`);
  const attribute = attributeOf(file.blocks[0]!, 'x');
  return attribute ? say(attribute.term) : `nothing; ${file.gaps.map(({ why }) => why).join()}`;
};

describe('expressions', () => {
  it.each([
    ['"plain"', '"plain"'],
    ['"tab\\t quote\\" unicode\\u00e9 $${kept} %%{too}"', '"tab\\t quote\\" unicodeé ${kept} %{too}"'],
    ['-1.5e3', '-1500'],
    ['true', 'true'],
    ['null', 'null'],
    ['"${var.a}-models"', '(var.a + "-models")'],
    ['"${"nested ${var.b}"}"', '("nested " + var.b)'],
    ['aws_s3_bucket.models[0].arn', 'aws_s3_bucket.models.arn'],
    ['aws_s3_bucket.models["raw"].bucket', 'aws_s3_bucket.models.bucket'],
    ['aws_instance.gpu.*.id', 'aws_instance.gpu.id'],
    ['aws_instance.gpu[*].tags["Name"]', 'aws_instance.gpu.tags.Name'],
    ['data.aws_iam_policy_document.app.json', 'data.aws_iam_policy_document.app.json'],
    ['module.storage["eu"].bucket.arn', 'module.storage.bucket.arn'],
    ['local.names["reader"]', 'local.names.reader'],
    ['var.list[2]', 'var.list.2'],
    ['var.on ? "a" : var.b', '("a" | var.b)'],
    ['var.a == 1 && !var.b', '&&(==(var.a, 1), !(var.b))'],
    ['{ a = 1, "b:c" = var.x, (var.k) = 2 }', '{"a": 1, "b:c": var.x, var.k: 2}'],
    ['{ a = { b = "deep" } }.a.b', '"deep"'],
    ['[for s in ["a", "b"] : upper(s)]', '["A", "B"]'],
    ['{ for k, v in { x = 1 } : k => v }', '{"x": 1}'],
    ['format("%s-%d%%", var.a, 3)', '(var.a + "-" + 3 + "%")'],
    ['format("%05d", 3)', 'format("%05d", 3)'],
    ['join("-", ["a", var.b])', '("a" + "-" + var.b)'],
    ['merge({ a = 1 }, var.more)', '{"a": 1, unknown: var.more}'],
    ['concat(["a"], ["b"])', '["a", "b"]'],
    ['coalesce(var.a, "x")', '(var.a | "x")'],
    ['lookup(var.map, "key", "fallback")', '(var.map.key | "fallback")'],
    ['toset(["a"])', '["a"]'],
    ['replace("a.b", ".", "-")', '"a-b"'],
    ['replace("a.b", "/x/", "-")', 'replace("a.b", "/x/", "-")'],
    ['jsonencode({ a = 1 })', 'jsonencode({"a": 1})'],
    ['provider::aws::arn_parse(var.a)', 'arn_parse(var.a)'],
  ])('%s', async (text, expected) => {
    expect(await expression(text)).toBe(expected);
  });

  it('reads heredocs with their indentation taken away, and keeps white space between their parts', async () => {
    const text = 'locals {\n  x = <<-EOT\n    {"a": "${var.b}",\n      "c": 1}\n  EOT\n}\n';
    const [block] = (await read(text)).blocks;
    expect(say(attributeOf(block!, 'x')!.term)).toBe('("{\\"a\\": \\"" + var.b + "\\",\\n  \\"c\\": 1}\\n")');
  });

  it('puts the elements of a written collection in the place of each.value and of a dynamic block’s iterator', async () => {
    const file = await read(`
resource "aws_s3_bucket" "many" {
  for_each = { raw = "acme-raw", clean = "acme-clean" }
  bucket   = each.value
  tags     = { Key = each.key }
  dynamic "rule" {
    for_each = ["x"]
    iterator = it
    content {
      id = it.value
    }
  }
}
resource "aws_s3_bucket" "given" {
  for_each = var.buckets
  bucket   = each.value.name
}
`);
    const [many, given] = file.blocks;
    expect(say(attributeOf(many!, 'bucket')!.term)).toBe('("acme-raw" | "acme-clean")');
    expect(say(attributeAt(many!, 'tags.Key')!.term)).toBe('("raw" | "clean")');
    expect(blocksOf(many!, 'rule')[0]).toMatchObject({ repeated: true });
    expect(say(attributeAt(many!, 'rule.id')!.term)).toBe('"x"');
    expect(say(attributeOf(given!, 'bucket')!.term)).toBe('var.buckets.unknown.name');
  });

  it('gives lines as an editor shows them', async () => {
    const file = await read('\n\nresource "a" "b" {\n  c = [\n    var.d,\n  ]\n}\n');
    const attribute = attributeOf(file.blocks[0]!, 'c')!;
    expect([file.blocks[0]!.line, attribute.line]).toEqual([3, 4]);
    expect(attribute.term.t === 'list' && attribute.term.items[0]!.at).toBe(5);
  });
});

describe('JSON syntax', () => {
  it('says the same as the native syntax, with the lines of the JSON file', async () => {
    const text = JSON.stringify(
      {
        locals: { prefix: 'acme-${var.stage}' },
        resource: { aws_s3_bucket: { m: { bucket: '${local.prefix}"q"\n${lookup(var.m, "k", "d")}' } } },
      },
      null,
      1,
    );
    const { blocks, gaps } = await readTerraformJson(text, parse);
    expect(gaps).toEqual([]);
    expect(blocks.map(({ type, labels }) => [type, ...labels].join(' '))).toEqual([
      'locals',
      'resource aws_s3_bucket m',
    ]);
    expect(say(attributeOf(blocks[0]!, 'prefix')!.term)).toBe('("acme-" + var.stage)');
    const bucket = attributeOf(blocks[1]!, 'bucket')!;
    expect(say(bucket.term)).toBe('(local.prefix + "\\"q\\"\\n" + (var.m.k | "d"))');
    expect(bucket.line).toBe(text.split('\n').findIndex((line) => line.includes('"bucket"')) + 1);
  });

  it.each(['', '[]', '{"resource": 3}', '{"resource": {"a": {"b": [1, null]}}}', '{"a": "${"}', '{"a'])(
    'reads %j without harm',
    async (text) => {
      const file = await readTerraformJson(text, parse);
      expect(file.blocks.length + file.attributes.length + file.gaps.length).toBeGreaterThanOrEqual(
        text === '' ? 1 : 0,
      );
    },
  );
});

describe('hostile input', () => {
  const pieces = fc.constantFrom(
    'resource "a" "b" {\n',
    '}\n',
    'x = ',
    '[',
    ']',
    '${',
    '}',
    '"',
    '<<EOF\n',
    'EOF\n',
    'for_each = ',
    'each.value',
    'dynamic "x" {\n',
    'content {\n',
    '[for a in ',
    ' : a]',
    'merge(',
    ')',
    'var.a',
    '.*',
    '[0]',
    '? 1 : 2',
    '\n',
    '%{ if true }',
    '\0',
    '\u{f0000}',
    'é',
  );

  it('reads any mixture of pieces, and says what it could not read', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(pieces, { maxLength: 60 }), async (list) => {
        const text = list.join('');
        const file = await read(text);
        // Whatever is whole is there; whatever is not is a gap.
        expect(file.blocks.every(({ line, endLine }) => line >= 1 && endLine >= line)).toBe(true);
        await readTerraformJson(text, parse);
      }),
      { numRuns: 150 },
    );
  });

  it('cuts loops in loops and deep nesting before they outgrow the text', async () => {
    const list = `[${Array.from({ length: 60 }, (_, index) => index).join(', ')}]`;
    const loops = `[for a in ${list} : [for b in ${list} : [for c in ${list} : [for d in ${list} : a]]]]`;
    expect(await expression(loops)).toMatch(/^unknown|^\[/);
    expect((await expression(loops)).length).toBeLessThan(200_000);
    expect(await expression(`${'['.repeat(100)}${']'.repeat(100)}`)).toBe('unknown');
    const deep = await read(`locals {\n  x = ${'('.repeat(5_000)}1${')'.repeat(5_000)}\n}\n`);
    expect(deep.gaps.length).toBeGreaterThan(0);
  });

  it('takes no text that was never closed for a name', async () => {
    const file = await read(
      'resource "aws_s3_bucket" "cut" {\n  bucket = "acme\n}\n\nresource "a" "b" {\n  c = "x"\n}\n',
    );
    expect(file.gaps).not.toEqual([]);
    const texts = file.blocks.flatMap(({ attributes }) => attributes.map(({ term }) => say(term)));
    expect(texts.join()).not.toContain('\\n');
  });
});
