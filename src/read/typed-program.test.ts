/** Programs of Go, Java and C#: what they are read as, and what broken and hostile texts must not bring about. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Program } from '../domain/program.ts';
import type { Term } from '../domain/term.ts';
import { readCsharpProgram } from './csharp-program.ts';
import { readGoProgram } from './go-program.ts';
import { createGrammars } from './grammar.ts';
import { readJavaProgram } from './java-program.ts';

const packages = join(import.meta.dirname, '../../node_modules');
const grammars = createGrammars(async (file) => new Uint8Array(readFileSync(join(packages, file))));
const readers = { go: readGoProgram, java: readJavaProgram, csharp: readCsharpProgram };
type Language = keyof typeof readers;

const read = async (language: Language, text: string): Promise<Program> =>
  readers[language](await grammars.parse(language, text));

/** A term as short text. */
const say = (term: Term | undefined): string => {
  switch (term?.t) {
    case 'literal':
      return JSON.stringify(term.value);
    case 'name':
      return term.name;
    case 'member':
      return `${say(term.of)}.${typeof term.key === 'string' ? term.key : `[${say(term.key)}]`}`;
    case 'call': {
      const named = Object.entries(term.named).map(([name, value]) => `${name}: ${say(value)}`);
      return `${say(term.callee)}(${[...term.args.map(say), ...named].join(', ')})`;
    }
    case 'environment':
      return `$${typeof term.name === 'string' ? term.name : say(term.name)}${term.fallback ? `|${say(term.fallback)}` : ''}`;
    case 'reference':
      return `${term.namespace}<${term.name}>`;
    case 'list':
      return `[${term.items.map(say).join(', ')}]`;
    case 'map':
      return `{${term.entries.map(([key, value]) => `${say(key)}: ${say(value)}`).join(', ')}}`;
    case 'either':
      return term.of.map(say).join(' or ');
    case 'template':
      return `\`${term.parts.map((part) => (part.t === 'literal' ? part.value : `{${say(part)}}`)).join('')}\``;
    case 'parameter':
      return `parameter ${term.name}`;
    case 'operation':
      return `${term.operator}(${term.of.map(say).join(', ')})`;
    default:
      return term?.t ?? 'nothing';
  }
};

const bound = (program: Program, name: string): readonly string[] =>
  program.bindings.filter((each) => each.name === name).map(({ term }) => say(term));

describe('Go', () => {
  it('reads constants, environment, option functions, literals of structs and methods', async () => {
    const program = await read(
      'go',
      `package main

import (
	"cmp"
	"os"

	"github.com/openai/openai-go/v2"
	"github.com/openai/openai-go/v2/option"
)

const model = "gpt-4o"

// Desk answers.
type Desk struct {
	client *openai.Client
	name   string
}

func NewDesk(key string) (*Desk, error) {
	name := cmp.Or(os.Getenv("MODEL"), model)
	client := openai.NewClient(option.WithAPIKey(key), option.WithBaseURL("http://localhost:1"))
	return &Desk{client: client, name: name}, nil
}

// Ask asks once.
func (d *Desk) Ask(q string) string {
	out, err := d.client.Chat.Completions.New(ctx, openai.ChatCompletionNewParams{Model: d.name, Stop: []string{"a", "b"}})
	if err != nil {
		return ""
	}
	d.name = "other"
	return out
}
`,
    );
    expect(program.imports.map(({ module, local }) => `${local} ${module}`)).toEqual([
      'cmp cmp',
      'os os',
      'openai github.com/openai/openai-go',
      'option github.com/openai/openai-go/option',
    ]);
    expect(bound(program, 'name')).toEqual(['parameter name', '$MODEL|model', '"other"']);
    expect(bound(program, 'client')[1]).toBe(
      'openai.NewClient(option.WithAPIKey(key), option.WithBaseURL("http://localhost:1"), WithAPIKey: key, WithBaseURL: "http://localhost:1")',
    );
    expect(bound(program, 'out')).toEqual([
      'self.client.Chat.Completions.New(ctx, {"Model": self.name, "Stop": ["a", "b"]})',
    ]);
    const [, , ask] = program.functions;
    expect(ask).toMatchObject({ name: 'Ask', classIndex: 0, documentation: 'Ask asks once.' });
    expect(program.functions[1]!.returns.map(say)).toEqual(['Desk(client: client, name: name)']);
  });
});

describe('Java', () => {
  it('reads a fluent builder as one call, configured fields, annotations and records', async () => {
    const program = await read(
      'java',
      `package com.acme.desk;

import dev.langchain4j.model.openai.OpenAiChatModel;

@Service
class Desk {
    private static final String MODEL = "gpt-4o";
    @Value("\${desk.model:gpt-4o-mini}") private String other;
    private final ChatClient chat;

    /** Looks a parcel up. */
    @Tool("Finds a parcel")
    String find(@P("id") String id) {
        var model = OpenAiChatModel.builder().apiKey(System.getenv("KEY")).modelName(MODEL).build();
        var old = new Thing.Builder(1).tool(a).tool(b).build();
        this.last = chat.prompt().options(o -> o.model("x")).call();
        return "parcel " + id;
    }

    record Pair(String a) {}
}
`,
    );
    expect(program.namespaces).toEqual(['com.acme.desk']);
    expect(bound(program, 'model')).toEqual(['OpenAiChatModel.builder().build(apiKey: $KEY, modelName: MODEL)']);
    expect(bound(program, 'old')).toEqual(['Thing.Builder(1).build(1, tool: [a, b])']);
    expect(bound(program, 'other')).toEqual(['java-properties<desk.model> or "gpt-4o-mini"']);
    expect(bound(program, 'last')).toEqual(['chat.prompt().options({"model": "x"}).call()']);
    expect(bound(program, 'chat')).toEqual(['annotation(ChatClient)']);
    const find = program.functions.find(({ name }) => name === 'find')!;
    expect(find.decorators.map(say)).toEqual(['Tool("Finds a parcel")']);
    expect(find.documentation).toBe('Looks a parcel up.');
    expect(find.returns.map(say)).toEqual(['`parcel {id}`']);
    expect(bound(program, 'a')).toEqual(['parameter a']);
  });
});

describe('C#', () => {
  it('reads usings, constructions, configuration, attributes and top-level statements', async () => {
    const program = await read(
      'csharp',
      `using OpenAI.Chat;
global using Acme.Common;

var builder = WebApplication.CreateBuilder(args);
var key = builder.Configuration["OpenAI:Key"] ?? throw new InvalidOperationException("none");
var model = Environment.GetEnvironmentVariable("MODEL") ?? "gpt-4o";
ChatClient client = new(model: model, apiKey: key);
var options = new ChatOptions { ModelId = $"{model}-mini", Tools = [AIFunctionFactory.Create(Find)] };
builder.Services.AddThing<Desk>("x");

namespace Acme.Desk
{
    public class Desk(ChatClient chat) : Base
    {
        private readonly string _name = configuration.GetSection("A").GetValue<string>("B");

        [KernelFunction, Description("Finds a parcel")]
        public string Find(string id) => id;
    }
}
`,
    );
    expect(program.namespaces).toEqual(['Acme.Desk']);
    expect(program.imports.map(({ module, name, everywhere }) => [module, name, everywhere])).toEqual([
      ['OpenAI.Chat', '*', undefined],
      ['Acme.Common', '*', true],
    ]);
    expect(bound(program, 'key')).toEqual(['dotnet-configuration<OpenAI:Key>']);
    expect(bound(program, 'model')).toEqual(['$MODEL|"gpt-4o"']);
    expect(bound(program, 'client')).toEqual(['ChatClient(model: model, apiKey: key)']);
    expect(bound(program, 'options')).toEqual([
      'ChatOptions(ModelId: `{model}-mini`, Tools: [AIFunctionFactory.Create(Find)])',
    ]);
    expect(bound(program, '_name')).toEqual(['dotnet-configuration<A:B>']);
    expect(bound(program, 'chat')).toEqual(['parameter chat']);
    expect(program.functions.find(({ name }) => name === 'Find')).toMatchObject({ documentation: 'Finds a parcel' });
    expect(program.calls.map(({ call }) => say(call))).toContain('builder.Services.AddThing("x", <0>: Desk)');
  });
});

const pieces: Readonly<Record<Language, readonly string[]>> = {
  go: 'package x|import "a"|func f(a int)|func (s *S) g()|type S struct { a *b.C }|{|}|(|)|[|]|:=|=|x|a.b|T{k: 1}|&|return|if|for|range|"t"|`r`|,|\n|switch|case|go|1'.split(
    '|',
  ),
  java: 'package a;|import a.B;|class A|@T("x")|@T|String f(int a)|{|}|(|)|;|x|= 1|a.b()|X.builder()|.c(1)|.build()|new A()|->|return|if|for|"t"|"""\nq\n"""|,|switch|case|enum E'.split(
    '|',
  ),
  csharp:
    'using A.B;|namespace A|class A(B b)|[T("x")]|string f(int a)|=>|{|}|(|)|;|x|= 1|a.b()|new A { B = 1 }|new()|var y|return|if|foreach|"t"|$"{x}"|"""q"""|,|switch|#if X|#endif'.split(
      '|',
    ),
};

describe.each(['go', 'java', 'csharp'] as const)('%s', (language) => {
  const deep = 50_000;
  it('holds together whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces[language]), { maxLength: 60 }), async (parts) => {
        const text = parts.join(' ');
        const program = await read(language, text);
        const lineCount = text.split('\n').length;
        program.scopes.forEach(({ kind, parent, owner }, index) => {
          expect(parent).toBeLessThan(index);
          if (kind === 'function') expect(program.functions[owner!]?.body).toBe(index);
          if (kind === 'class') expect(program.classes[owner!]?.body).toBe(index);
        });
        const ids = program.calls.map(({ call }) => call.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { line } of [...program.bindings, ...program.calls, ...program.functions]) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(lineCount);
        }
        expect(await read(language, text)).toEqual(program);
      }),
      { numRuns: 150 },
    );
  });

  const around: Readonly<Record<Language, readonly [string, string]>> = {
    go: ['package a\nfunc f() {\n', '\n}\n'],
    java: ['class A { void f() {\n', '\n} }\n'],
    csharp: ['class A { void F() {\n', '\n} }\n'],
  };
  const assign = language === 'go' ? 'x := ' : 'var x = ';
  const end = language === 'go' ? '' : ';';
  it.each([
    ['nested calls', `${assign}${'f('.repeat(deep)}${')'.repeat(deep)}${end}`],
    ['nested brackets', `${assign}${'('.repeat(deep)}1${')'.repeat(deep)}${end}`],
    ['a long sum', `${assign}${'y + '.repeat(deep)}1${end}`],
    ['a long chain', `${assign}y${'.f()'.repeat(100_000)}${end}`],
    ['a long builder', `${assign}X.builder()${'.f(1)'.repeat(50_000)}.build()${end}`],
    ['nested blocks', `${'if (a) { '.repeat(20_000)}`],
    ['open brackets', '([{'.repeat(20_000)],
    ['quotes', '"`\'\n'.repeat(deep)],
  ])('%s end soon, with a gap', async (_, text) => {
    const before = performance.now();
    const [head, foot] = around[language];
    const program = await read(language, `${head}${text}${foot}`);
    expect(performance.now() - before).toBeLessThan(8_000);
    expect(program.gaps).not.toHaveLength(0);
    expect(JSON.stringify(program).length).toBeLessThan(60_000_000);
  });
});
