// Scaffolds an item: `npm run new <shelf> <id>` writes its folder from a template, then the index and the pages.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { itemTemplate } from './item-templates.ts';
import { shelves } from './rooms.ts';

const kebab = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

function refuse(wrong: string, why: string, what: string): never {
  console.error(`${wrong}\n  why it matters: ${why}\n  what to do: ${what}`);
  process.exit(2);
}

function retiredIds(root: string): Set<string> {
  const path = join(root, 'docs/retired-ids.txt');
  if (!existsSync(path)) return new Set();
  const lines = readFileSync(path, 'utf8').split('\n');
  return new Set(lines.filter((line) => !line.startsWith('#')).map((line) => line.trim().split(/\s+/)[0] ?? ''));
}

const root = resolve(import.meta.dirname, '..');
const [shelf = '', id = ''] = process.argv.slice(2);

if (shelves[shelf] === undefined) {
  refuse(
    shelf === '' ? 'no shelf was named' : `\`${shelf}\` is no shelf of the catalog`,
    'each phase of a scan runs one shelf, so the shelf says what the item is',
    `npm run new <shelf> <id>, where the shelf is one of ${Object.keys(shelves).join(', ')}`,
  );
}
if (!kebab.test(id)) {
  refuse(
    id === '' ? 'no id was named' : `\`${id}\` is not in kebab-case`,
    'the id is the folder’s name, stands in reports and waivers, and is never changed',
    `npm run new ${shelf} <id>, in small letters, digits and single hyphens: model-unpinned`,
  );
}
const folder = `src/catalog/${shelf}/${id}`;
if (existsSync(join(root, folder))) {
  refuse(`${folder}/ exists`, 'what lies there would be lost', 'change what is there, or choose another id');
}
if (retiredIds(root).has(`${shelf}/${id}`)) {
  refuse(
    `${shelf}/${id} is retired`,
    'waivers and histories of the old item would apply to the new one',
    'choose another id; docs/retired-ids.txt says what the old one was',
  );
}

const files = Object.entries(itemTemplate(shelf, id));
for (const [name, text] of files) {
  const path = join(root, folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  console.log(`wrote ${folder}/${name}`);
}

const { status } = spawnSync(process.execPath, [join(root, 'script/generate.ts')], { cwd: root, stdio: 'inherit' });
if (status !== 0) {
  refuse(
    'the index and the pages could not be written',
    'the program does not know the item until it is in the index',
    'read the message above, mend it, and run: npm run generate',
  );
}
console.log(`\nNow replace each FILL, then run: npm run check`);
