/** Resolve on small estates of real source text: what is named, through which hops, and what stays unknown with which reason. */
import { describe, expect, it } from 'vitest';
import { type Estate, names, places, read, relations } from './sample-code.ts';

describe('values across files', () => {
  it('follows a model name through a constant, a class field and a constructor argument', async () => {
    const statements = await read({
      'app/config.py': 'DEFAULT = "large"\n',
      'app/bot.py':
        'from acme.clients import Client\nfrom .config import DEFAULT\n\nclass Bot:\n    def __init__(self, model):\n        self.model = model\n        self.client = Client()\n\n    def ask(self, q):\n        return self.client.complete(model=self.model, prompt=q)\n',
      'app/main.py': 'from app.bot import Bot\nfrom app import config\n\nbot = Bot(config.DEFAULT)\n',
    });
    expect(names(statements, 'model')).toEqual(['large']);
    const model = statements.assets.find((each) => each.kind === 'model')!;
    expect(places(model.evidence)).toEqual(expect.arrayContaining(['app/bot.py:10', 'app/config.py:1']));
  });

  it('counts a default only where a caller leaves the argument out', async () => {
    const bot = 'from acme import Client\n\ndef ask(model="small"):\n    return Client().complete(model)\n';
    expect(names(await read({ 'a.py': `${bot}ask("large")\n` }), 'model')).toEqual(['large']);
    expect(names(await read({ 'a.py': `${bot}ask("large")\nask()\n` }), 'model')).toEqual(['large', 'small']);
  });

  it('gives the default of the code where nothing sets the variable, and says so', async () => {
    const statements = await read({
      'a.py': 'import os\nfrom acme import Client\n\nClient().complete(model=os.getenv("MODEL", "small"))\n',
    });
    expect(names(statements, 'model')).toEqual(['small']);
    expect(
      statements.assets.find((each) => each.kind === 'model')!.evidence.some((each) => each.how === 'default'),
    ).toBe(true);
  });

  it('takes a variable from the unit that runs the code, and never from a stranger', async () => {
    const code = {
      'api/main.py': 'import os\nfrom acme import Client\n\nClient().complete(model=os.environ["MODEL"])\n',
    };
    const set = (holder: string, folder: string): Estate => ({
      definitions: [
        {
          path: 'compose.yaml',
          namespace: 'environment',
          name: 'MODEL',
          value: { t: 'literal', value: 'large' },
          line: 7,
          holder,
        },
      ],
      units: [{ path: 'compose.yaml', holder, folder, line: 4 }],
    });
    const own = await read(code, set('compose:compose.yaml:api', 'api'));
    expect(names(own, 'model')).toEqual(['large']);
    expect(places(own.assets.find((each) => each.kind === 'model')!.evidence)).toEqual(
      expect.arrayContaining(['api/main.py:4', 'compose.yaml:7']),
    );
    const stranger = await read(code, set('compose:compose.yaml:web', 'web'));
    expect(names(stranger, 'model')).toEqual([]);
    expect(stranger.open.map((each) => each.why)).toEqual([expect.stringContaining('MODEL')]);
  });

  it('says of two branches that it is one of them', async () => {
    const statements = await read({
      'a.py': 'from acme import Client\nimport sys\nm = "large" if sys.argv else "small"\nClient().complete(model=m)\n',
    });
    expect(names(statements, 'model')).toEqual(['large', 'small']);
    for (const each of statements.assets.filter((asset) => asset.kind === 'model'))
      expect(each.evidence.some((hop) => hop.how === 'inferred')).toBe(true);
  });

  it('never takes a variable’s name for a model, and gives the reason', async () => {
    const statements = await read({
      'a.py': 'from acme import Client\n\ndef ask(model):\n    return Client().complete(model=model)\n',
    });
    expect(names(statements, 'model')).toEqual([]);
    expect(statements.open).toHaveLength(1);
    expect(statements.open[0]!.why).toContain('the parameter model is given by a caller that was not seen');
  });

  it('ends on names that are defined by each other', async () => {
    const statements = await read({
      'a.py': 'from b import x as y\nfrom acme import Client\nx = y\nClient().complete(model=x)\n',
      'b.py': 'from a import y as x\n',
    });
    expect(names(statements, 'model')).toEqual([]);
    expect(statements.open).toHaveLength(1);
  });

  it('follows TypeScript through re-exports, destructuring and factories', async () => {
    const statements = await read({
      'src/models.ts': "export const models = { fast: 'small', best: 'large' };\n",
      'src/index.ts': "export * from './models';\n",
      'src/ask.ts':
        "import { generate } from 'acme-llm';\nimport { models } from './index';\nconst { best } = models;\nconst pick = () => best;\nexport const ask = async (q: string) => generate({ model: pick(), prompt: q });\n",
    });
    expect(names(statements, 'model')).toEqual(['large']);
  });
});

describe('agents and tools', () => {
  const tools =
    'from acme import tool, web\n\ndef get(url):\n    return web.get(url)\n\n@tool\ndef browse(url):\n    """Fetch a page."""\n    return get(url)\n\n@tool\ndef add(a, b):\n    """Add."""\n    return a + b\n';

  it('joins an agent to tools that reach it through a list, a sum and a factory', async () => {
    const statements = await read({
      'tools.py': tools,
      'agent.py':
        'from acme import Agent\nfrom tools import browse, add\n\nBASE = [browse]\n\ndef build(extra):\n    return Agent(tools=BASE + extra)\n\nsupport = build([add])\n',
    });
    expect(names(statements, 'agent')).toEqual(['support']);
    expect(relations(statements, 'uses-tool')).toEqual(['support → add', 'support → browse']);
    expect(statements.open).toEqual([]);
  });

  it('says what a tool does by the calls it reaches, and that what was read whole does nothing else', async () => {
    const statements = await read({ 'tools.py': tools });
    const facts = (name: string) =>
      Object.fromEntries(
        statements.assets.find((each) => each.name === name)!.facts.map((each) => [each.fact, each.value]),
      );
    expect(facts('browse')).toMatchObject({
      description: 'Fetch a page.',
      takesUntrustedContent: true,
      sendsOut: false,
      effectsKnown: true,
    });
    expect(facts('add')).toMatchObject({ takesUntrustedContent: false, effectsKnown: true });
  });

  it.each([
    ['is given to an agent', 'Agent(tools=[search])', ['search']],
    ['is given to something that is not described', 'import mystery\nmystery.Team([search])', ['search']],
    ['is given back', 'def tools():\n    return [search]', ['search']],
    ['is imported and given on', '', ['search'], 'from a import search\nfrom acme import Agent\nAgent(tools=[search])'],
    ['is used by the code itself', 'search.run("news")', []],
    ['gives the code what it hands on', 'print(search.run("news"))', []],
    ['is made and left', '', []],
  ])('counts a ready-made tool that %s', async (_, use, expected, other = '') => {
    const ready = `from acme import Agent, ready\nbot = Agent(tools=[])\nsearch = ready.Search()\n${use}\n`;
    const statements = await read({ 'a.py': ready, 'b.py': other });
    expect(names(statements, 'tool')).toEqual(expected);
    for (const { from, to } of statements.relations)
      expect([statements.assets[from], statements.assets[to]]).not.toContain(undefined);
  });

  it.each([
    ['makes it', 'def ask(q):\n    inner = Agent(tools=[])\n    return web.get(inner)\n', ['outer → inner']],
    ['is called with one', 'inner = Agent(tools=[])\ndef ask(q):\n    return web.get(inner)\n', ['outer → inner']],
    ['calls one', 'inner = Agent(tools=[])\ndef ask(q):\n    return inner.run(q)\n', ['outer → inner']],
    [
      'reaches one through other functions',
      'inner = Agent(tools=[])\ndef deep(q):\n    return inner.run(q)\ndef ask(q):\n    return deep(q)\n',
      ['outer → inner'],
    ],
    ['has none', 'inner = Agent(tools=[])\ndef ask(q):\n    return q\ninner.run("x")\n', []],
    [
      'stands beside one',
      'inner = Agent(tools=[])\ndef other(q):\n    return inner.run(q)\ndef ask(q):\n    return q\n',
      [],
    ],
  ])('says that an agent hands work to another one when its tool’s code %s', async (_, code, expected) => {
    const statements = await read({
      'a.py': `from acme import Agent, tool, web\n${code.replace('def ask', '@tool\ndef ask')}outer = Agent(tools=[ask])\n`,
    });
    expect(relations(statements, 'delegates-to')).toEqual(expected);
  });

  it.each([
    ['a function', 'def look(q):\n    return web.get(q)\nlooking = tool(look)\n', 'looking', ['look']],
    ['a class', 'class Sections:\n    pass\n', 'tool(Sections)', ['Sections']],
    ['nothing of the project', 'class Sections:\n    pass\n', 'tool("Sections")', []],
  ])('takes a call that wraps %s for its decorator', async (_, code, given, expected) => {
    const statements = await read({
      'a.py': `from acme import Agent, tool, web\n${code}helper = Agent(tools=[${given}])\n`,
    });
    expect(names(statements, 'tool')).toEqual(expected);
    expect(relations(statements, 'uses-tool')).toEqual(expected.map((name) => `helper → ${name}`));
  });

  it('leaves the effects of a call into an undescribed package unknown', async () => {
    const statements = await read({
      'a.py': 'from acme import tool\nimport mystery\n\n@tool\ndef act(x):\n    return mystery.do(x)\n',
    });
    const act = statements.assets.find((each) => each.name === 'act')!;
    expect(act.facts.some((each) => each.fact === 'sendsOut')).toBe(false);
    expect(act.unseen.find((each) => each.fact === 'sendsOut')!.why).toContain('mystery.do');
  });

  it('follows a handler that is picked out of a list into its code', async () => {
    const statements = await read({
      'handlers.ts':
        'import { page } from "acme-llm";\nconst make = (config) => ({ kind: config.kind, update: async (x) => { await config.update(x); } });\n' +
        'const one = make({ kind: "a", update: async (x) => page(x) });\nconst two = make({ kind: "b", update: async (x) => x });\n' +
        'export const handlers = [one, two];\n',
      'tool.ts':
        'import { tool } from "acme-llm";\nimport { handlers } from "./handlers";\n' +
        'export const act = tool({ run: async ({ kind, x }) => {\n  const handler = handlers.find((each) => each.kind === kind);\n  await handler.update(x);\n} });\n',
    });
    expect(
      statements.assets.find((each) => each.kind === 'tool')!.facts.map((each) => [each.fact, each.value]),
    ).toContainEqual(['takesUntrustedContent', true]);
  });

  it('takes an object of a class that nothing describes for the tool that it is used as', async () => {
    const statements = await read({
      'a.py':
        'from acme import Agent\n\nclass Search:\n    "Look up."\n    def run(self, q):\n        return q\n\nbot = Agent(tools=[Search()])\nSearch()\n',
    });
    expect(relations(statements, 'uses-tool')).toEqual(['a bot → Search']);
    expect(names(statements, 'tool')).toEqual(['Search']);
  });

  it('keeps what is known of a list whose other part is not, and leaves the rest open', async () => {
    const statements = await read({
      'tools.py': tools,
      'agent.py':
        'from acme import Agent\nfrom tools import browse\nfrom plugins import load\n\na = Agent(tools=[browse, *load()])\n',
    });
    expect(relations(statements, 'uses-tool')).toEqual(['a → browse']);
  });

  it('leaves the tools of an agent open where one of them is of an undescribed package', async () => {
    const agent = async (list: string) =>
      (
        await read({
          'tools.py': tools,
          'agent.py': `from acme import Agent\nfrom tools import browse\nfrom mystery import Hammer\n\na = Agent(tools=${list})\n`,
        })
      ).open.length;
    expect(await agent('[browse]')).toBe(0);
    expect(await agent('[browse, Hammer()]')).toBe(1);
  });

  it('does not take a class of the same name from another package for an agent', async () => {
    expect(names(await read({ 'a.py': 'from real_estate import Agent\n\nAgent(tools=[1])\n' }), 'agent')).toEqual([]);
  });

  it('takes nothing from what a test hands in', async () => {
    const bot = 'from acme import Client\n\ndef ask(model):\n    return Client().complete(model)\n';
    const tried = 'from bot import ask\n\nask("fake")\n';
    expect(names(await read({ 'bot.py': bot, 'tests/test_bot.py': tried }), 'model')).toEqual([]);
    expect(names(await read({ 'bot.py': bot, 'run.py': tried }), 'model')).toEqual(['fake']);
  });

  it('reads nothing out of tests', async () => {
    expect(
      names(await read({ 'tests/test_a.py': 'from acme import Client\n\nClient().complete(model="fake")\n' }), 'model'),
    ).toEqual([]);
  });

  it('identifies what a call makes by function and variable, so that moved lines change nothing', async () => {
    const text = 'from acme import Agent\n\ndef build():\n    a = Agent(tools=[])\n    return a\n';
    const id = async (source: string) =>
      (await read({ 'a.py': source })).assets.find((each) => each.kind === 'agent')!.identifiers;
    expect(await id(text)).toEqual(await id(`\n\n# a comment\n${text}`));
  });

  it('links a TypeScript tool object to its agent and names it by its variable', async () => {
    const statements = await read({
      'a.ts':
        "import { agent, tool } from 'acme-llm';\nconst lookUp = tool({ description: 'Looks up.', run: async (q: string) => q });\nexport const helper = agent({ tools: { lookUp } });\n",
    });
    expect(relations(statements, 'uses-tool')).toEqual(['helper → lookUp']);
  });
});

describe('flows', () => {
  it('sees model output that is executed, through functions', async () => {
    const statements = await read({
      'a.py':
        'from acme import Client\n\ndef ask(q):\n    r = Client().complete(model="large", prompt=q)\n    return r.text\n\ndef run(q):\n    exec(ask(q).strip())\n',
    });
    const sink = statements.assets.flatMap((each) => each.facts).find((each) => each.fact === 'outputSink')!;
    expect(sink.value).toEqual(['eval']);
    expect(places(sink.evidence)).toEqual(expect.arrayContaining(['a.py:8', 'a.py:4']));
  });

  it('stays quiet where something else is executed', async () => {
    const statements = await read({
      'a.py': 'from acme import Client\n\nr = Client().complete(model="large", prompt="x")\nexec("print(1)")\n',
    });
    const sinks = statements.assets.flatMap((each) => each.facts).filter((each) => each.fact === 'outputSink');
    // Nothing a model said is executed, and that is known.
    expect(sinks.map((each) => each.value)).toEqual([[]]);
  });

  it('sees a route’s parameter in a prompt', async () => {
    const statements = await read({
      'a.py':
        'from acme import Client, route\n\n@route\ndef ask(q):\n    return Client().complete(model="large", prompt=f"Answer: {q}")\n',
    });
    expect(statements.assets.flatMap((each) => each.facts).some((each) => each.fact === 'untrustedInput')).toBe(true);
  });
});

describe('hostile programs', () => {
  it('ends on deep call chains and wide unions', async () => {
    const chain = Array.from(
      { length: 400 },
      (_, index) => `def f${index}(x):\n    return f${index + 1}(x) if x else f${index + 1}("m${index}")\n`,
    ).join('\n');
    const statements = await read({
      'a.py': `from acme import Client\n${chain}\ndef f400(x):\n    return x\n\nClient().complete(model=f0("start"))\n`,
    });
    expect(statements.assets.length).toBeGreaterThan(0);
  }, 20_000);
});
