/** A program is read whole exactly where it, or something that it is connected with by imports, can make an asset. */
import { describe, expect, it } from 'vitest';
import { createConcern, listConcerns } from '../src/engine/concerns.ts';
import type { Library } from '../src/kit/define-library.ts';
import { plantTree } from './planted-tree.ts';
import { scanTree } from './scan-tree.ts';

const library = (part: Library['python']): Library => ({
  id: 'x',
  title: 'x',
  homepage: 'https://x.test',
  python: part!,
});

describe('listConcerns', () => {
  it('names the roots of which a meaning that makes an asset speaks, and those of which none speaks', () => {
    const { python } = listConcerns([
      library({
        packages: ['a'],
        modules: ['a', 'a.web', 'b', 'c'],
        meanings: [
          { of: '{a,c}.Model', asset: { kind: 'model' } },
          { of: 'a.web.route', asset: { kind: 'web-route' } },
        ],
      }),
      library({ packages: ['d'], modules: ['d'], meanings: [{ of: 'd.get', effects: ['sends-out'] }] }),
    ]);
    expect(python).toEqual(['a', 'b', 'c']);
  });
});

describe('createConcern', () => {
  const concerns = createConcern({ python: ['google.genai', 'openai'], javascript: ['@ai-sdk/openai', 'ai'] });
  it.each([
    ['python', 'openai', true],
    ['python', 'openai.types.chat', true],
    ['python', 'google.genai', true],
    ['python', 'google', false],
    ['python', 'openai_tools', false],
    ['python', '.openai', false],
    ['javascript', '@ai-sdk/openai', true],
    ['javascript', '@ai-sdk/openai/internal', true],
    ['javascript', 'ai/rsc', true],
    ['javascript', 'air', false],
    ['javascript', './ai', false],
  ] as const)('%s %s: %s', (language, module, expected) => {
    expect(concerns(language, module)).toBe(expected);
  });
});

describe('a scan', () => {
  const files = {
    'pyproject.toml': '[project]\nname = "harbour"\n',
    'settings.py': 'MODEL = "gpt-4.1-mini"\n',
    'berths/__init__.py': '',
    'berths/assistant.py':
      'from openai import OpenAI\n\n\ndef answer(question, model):\n    return OpenAI().chat.completions.create(model=model, messages=[{"role": "user", "content": question}])\n',
    'berths/wiring.py':
      'from settings import MODEL\n\nfrom . import assistant\n\n\ndef ask(question):\n    return assistant.answer(question, MODEL)\n',
    'web.py':
      'from fastapi import FastAPI\n\nfrom berths.wiring import ask\n\napp = FastAPI()\n\n\n@app.post("/ask")\ndef post(question: str):\n    return ask(question)\n',
    'tides.py': 'import math\n\n\ndef tide(hour):\n    return math.sin(hour)\n',
    'harbour-clock/clock.py':
      'from fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/time")\ndef time():\n    return 1\n',
  };

  it('follows a value and a caller through programs that import nothing of concern, and outlines the rest', async () => {
    const root = plantTree(files);
    const [found, whole] = [await scanTree(root), await scanTree(root, true)];
    const named = (report: typeof found, kind: string) =>
      report.assets.filter((one) => one.kind === kind).map(({ name }) => name);
    expect(named(found, 'model')).toEqual(['gpt-4.1-mini']);
    expect(named(found, 'web-route')).toEqual(['/ask']);
    expect(named(whole, 'web-route').sort()).toEqual(['/ask', '/time']);
    const outlined = found.coverage.excluded?.find(({ what }) => what === 'programs without AI');
    expect(outlined?.count).toBe(2);
    expect(whole.coverage.excluded?.find(({ what }) => what === 'programs without AI')).toBeUndefined();
    expect(found.coverage.files).toEqual(whole.coverage.files);
  });

  it('reads files of one package or namespace with those of concern, and outlines what is apart', async () => {
    const root = plantTree({
      'go.mod': 'module example.com/harbour\n\ngo 1.24\n',
      'desk/names.go': 'package desk\n\nconst model = "gpt-4.1-mini"\n',
      'desk/ask.go':
        'package desk\n\nimport "github.com/openai/openai-go"\n\nfunc Ask(c openai.Client) {\n\tc.Chat.Completions.New(nil, openai.ChatCompletionNewParams{Model: model})\n}\n',
      'tides/tide.go': 'package tides\n\nimport "math"\n\nfunc Tide() float64 { return math.Pi }\n',
      'clerk/Names.cs': 'namespace Acme.Clerk;\nstatic class Names { public const string Model = "gpt-4.1-nano"; }\n',
      'clerk/Usings.cs': 'global using OpenAI.Chat;\n',
      'clerk/Ask.cs':
        'namespace Acme.Clerk;\nclass Ask { ChatClient client = new(Names.Model, Environment.GetEnvironmentVariable("KEY")); }\n',
    });
    const [found, whole] = [await scanTree(root), await scanTree(root, true)];
    const models = (report: typeof found) =>
      report.assets.filter(({ kind }) => kind === 'model').map(({ name }) => name);
    expect(models(whole).sort()).toEqual(['gpt-4.1-mini', 'gpt-4.1-nano']);
    expect(models(found)).toEqual(models(whole));
    expect(found.coverage.excluded?.find(({ what }) => what === 'programs without AI')?.count).toBe(1);
  });
});
