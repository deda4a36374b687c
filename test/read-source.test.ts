/** What a whole source said is recalled exactly while no file changed, and doubtful readings are made again. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createExtractionCache } from '../src/engine/cache.ts';
import { readSource } from '../src/engine/read-source.ts';
import { plantTree } from './planted-tree.ts';
import { catalog, connector, prepareTree } from './scan-tree.ts';

const client = (model: string): string =>
  `from openai import OpenAI\n\nOpenAI().chat.completions.create(model="${model}", messages=[])\n`;

const prepare = async (files: Readonly<Record<string, string>>) => {
  const root = plantTree(files);
  const { reading, capabilities } = prepareTree(root);
  const bodies = new Map<string, Uint8Array>();
  const contents = new Map<string, string>();
  const cache = createExtractionCache(
    {
      contentOf: (place, stamp) => contents.get(`${place} ${stamp}`),
      remember: (place, stamp, content) => void contents.set(`${place} ${stamp}`, content),
      read: (key) => bodies.get(key),
      write: (key, body) => void bodies.set(key, body),
    },
    { build: 'one', options: '', place: root },
  );
  const edits = new Map<string, number>();
  const asked: string[] = [];
  const counted = {
    ...reading.files,
    read: (path: string, limit?: number) => {
      asked.push(path);
      return reading.files.read(path, limit);
    },
  };
  const read = async () => {
    asked.length = 0;
    const discovery = await connector.discover(capabilities, { name: 'harbour' });
    let followed = 0;
    const found = await readSource(discovery, {
      catalog,
      isThorough: false,
      reading: { ...reading, files: counted, cache, stamp: (path) => `edit ${edits.get(path) ?? 0}` },
      between: () => {
        followed += 1;
        return Promise.resolve();
      },
    });
    const models = found.statements.assets.filter(({ kind }) => kind === 'model').map(({ name }) => name);
    return { found, models: [...new Set(models)].sort(), asked: [...asked].sort(), followed };
  };
  const edit = (path: string, text: string): void => {
    writeFileSync(join(root, path), text);
    edits.set(path, (edits.get(path) ?? 0) + 1);
  };
  return { read, edit };
};

it('recalls an unchanged source without reading a file, and says the same', async () => {
  const { read } = await prepare({ 'app.py': client('gpt-4.1'), 'other.py': 'import math\n' });
  const first = await read();
  expect(first).toMatchObject({ models: ['gpt-4.1'], followed: 1 });
  const second = await read();
  expect(second).toMatchObject({ asked: [], followed: 0 });
  expect(second.found).toEqual(JSON.parse(JSON.stringify(first.found)));
});

it('follows names anew when one file changed', async () => {
  const { read, edit } = await prepare({ 'app.py': client('gpt-4.1'), 'other.py': 'import math\n' });
  await read();
  edit('other.py', client('gpt-4.1-mini'));
  expect(await read()).toMatchObject({ models: ['gpt-4.1', 'gpt-4.1-mini'], followed: 1 });
  expect(await read()).toMatchObject({ models: ['gpt-4.1', 'gpt-4.1-mini'], followed: 0, asked: [] });
});

it('reads again what had a gap, and nothing else', async () => {
  const { read } = await prepare({ 'app.py': client('gpt-4.1'), 'broken.py': 'import openai\ndef broken(:\n    ][\n' });
  const first = await read();
  expect(first.found.gaps.map(({ what }) => what)).toContain('broken.py');
  const second = await read();
  expect(second).toMatchObject({ asked: ['broken.py'], followed: 0, models: ['gpt-4.1'] });
  expect(second.found.gaps).toEqual(first.found.gaps);
});
