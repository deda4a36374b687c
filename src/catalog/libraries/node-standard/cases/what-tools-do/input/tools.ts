import { tool } from 'ai';
import { exec } from 'child_process';
import * as fs from 'node:fs';
import { promises as files } from 'fs';
import { promisify } from 'node:util';
import vm from 'node:vm';
import path from 'node:path';

const run = promisify(exec);

export const shell = tool({ description: 'Run a command', execute: async ({ command }) => (await run(command)).stdout });
export const script = tool({ description: 'Run a script', execute: async ({ code }) => vm.runInNewContext(code) });
export const read = tool({ description: 'Read a file', execute: ({ name }) => fs.readFileSync(path.join('/notes', name), 'utf8') });
export const write = tool({ description: 'Write a file', execute: ({ name, text }) => files.writeFile(`/notes/${name}`, text) });
export const look = tool({ description: 'Fetch a page', execute: async ({ url }) => (await fetch(url)).text() });
export const send = tool({
  description: 'Send a report',
  execute: async ({ text }) => fetch('https://hooks.example.org', { method: 'POST', body: text }),
});
export const count = tool({ description: 'Count words', execute: ({ text }) => text.split(/\s+/).length });
