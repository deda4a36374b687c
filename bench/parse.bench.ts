// Measures how fast source becomes programs in one thread, and what memory that takes, on made-up source in the style of real projects.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGrammars, type Grammar } from '../src/read/grammar.ts';
import { readJavaScriptProgram } from '../src/read/javascript-program.ts';
import { readPythonProgram } from '../src/read/python-program.ts';
import { reportFigure } from './report-figure.ts';

const packages = join(import.meta.dirname, '../node_modules');
const grammars = createGrammars(async (file) => new Uint8Array(readFileSync(join(packages, file))));

const python = (number: number): string => `
import os
from openai import OpenAI
from .settings import MODEL_${number} as model

client = OpenAI(api_key=os.environ["KEY_${number}"], timeout=${number}.5)


class Agent${number}(Base):
    """Answers questions of kind ${number}."""

    name: str = "agent-${number}"

    def __init__(self, store, limit: int = ${number}):
        self.store = store
        self.limit = limit
        self.tools = [search_${number}, {"name": "write", "run": lambda text: self.store.put(text)}]

    @traced(name="ask_${number}")
    async def ask(self, question: str, *, user=None) -> str:
        documents = [document.text for document in self.store.query(question, limit=self.limit) if document.score > 0.5]
        answer = await client.chat.completions.create(
            model=model or os.getenv("MODEL", "gpt-4o"),
            messages=[{"role": "user", "content": f"{question}\\n{documents[:${number}]}"}],
        )
        if answer.choices[0].finish_reason == "tool_calls":
            for call in answer.choices[0].message.tool_calls:
                result = self.tools[call.index](**call.arguments)
                log.info("called %s for %s", call.name, result)
        return answer.choices[0].message.content
`;

const typescript = (number: number): string => `
import { openai } from '@ai-sdk/openai';
import { generateText, tool } from 'ai';
import { z } from 'zod';
import type { Store } from './store-${number}.js';

const { MODEL_${number}: model = 'gpt-4o', REGION } = process.env;

/** Answers questions of kind ${number}. */
export class Agent${number} extends Base<Store> {
  private readonly limit: number = ${number};

  constructor(private readonly store: Store, { limit = ${number} }: Options = {}) {
    super(store);
    this.limit = limit;
  }

  async ask(question: string): Promise<string> {
    const documents = (await this.store.query(question, { limit: this.limit })).filter((one) => one.score > 0.5);
    const { text, steps } = await generateText({
      model: openai(model ?? 'gpt-4o-mini'),
      prompt: \`\${question} \${documents.map(({ text }) => text).join('\\n')}\`,
      tools: {
        search: tool({
          description: 'Searches collection ${number}',
          inputSchema: z.object({ query: z.string().describe('what to look for') }),
          execute: async ({ query }) => fetch(\`https://\${REGION}.example.com/\${query}\`).then((answer) => answer.json()),
        }),
      },
    });
    for (const step of steps) if (step.toolCalls.length > 0) console.info('called', step.toolCalls[0]!.toolName);
    return text;
  }
}
`;

const fileSize = 20_000;
const files = (write: (number: number) => string): readonly string[] =>
  Array.from({ length: 150 }, (_, file) => {
    let text = '';
    for (let number = file; text.length < fileSize; number++) text += write(number);
    return text;
  });

const read = async (grammar: Grammar, texts: readonly string[]): Promise<number> => {
  // The thread’s own time, so that what else the machine does is not measured.
  const before = process.threadCpuUsage();
  let bytes = 0;
  for (const text of texts) {
    const tree = await grammars.parse(grammar, text);
    const program =
      grammar === 'python' ? readPythonProgram(tree) : readJavaScriptProgram(tree, { language: 'typescript' });
    if (program.gaps.length > 0 || program.calls.length === 0)
      throw new Error(`the ${grammar} of this bench was not read whole`);
    bytes += text.length;
  }
  const { user, system } = process.threadCpuUsage(before);
  return bytes / (user + system);
};

for (const [grammar, write] of [
  ['python', python],
  ['typescript', typescript],
] as const) {
  const texts = files(write);
  // The first run compiles; the best of the others is what the program itself can do.
  const speeds: number[] = [];
  for (let run = 0; run < 4; run++) speeds.push(await read(grammar, texts));
  reportFigure({
    name: `parse: ${grammar} to programs, one thread`,
    figure: Math.max(...speeds),
    unit: 'MB/s',
    target: 3,
    better: 'more',
  });
}
reportFigure({
  name: 'parse: resident memory after 24 MB of source',
  figure: process.memoryUsage().rss / 1e6,
  unit: 'MB',
  target: 400,
});
