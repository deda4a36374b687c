/** Node’s own modules and the globals of JavaScript as far as they act on the world: processes, files, code from text, the network. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';
import { acting, aliases, quiet } from './modules.ts';

const files = 'fs{,.promises}';
const runs: Meaning['effects'] = ['executes-code', 'changes-state'];
const first: Pick = { at: 0 };
const processes = 'https://nodejs.org/api/child_process.html';

const meanings: readonly Meaning[] = [
  { of: 'child_process.{exec,execSync}', effects: runs, sink: { kind: 'shell', value: first }, reference: processes },
  {
    of: 'child_process.{spawn,spawnSync,execFile,execFileSync}',
    effects: runs,
    sink: { kind: 'shell', value: first, onlyIf: { named: ['shell'], optionsAt: 2 } },
    reference: processes,
  },
  { of: ['child_process.fork', 'worker_threads.Worker'], effects: ['executes-code'], reference: processes },
  {
    of: [
      'globalThis.{eval,Function}',
      'vm.{runInThisContext,runInNewContext,runInContext,Script,compileFunction}',
      'isolated-vm.{default,Isolate}().compileScript',
      'vm2.{VM,NodeVM}().run',
    ],
    effects: ['executes-code'],
    sink: { kind: 'eval', value: first },
    reference: 'https://nodejs.org/api/vm.html',
  },
  {
    of: `${files}.{readFile,readFileSync,readdir,readdirSync,createReadStream,open,openSync,opendir,glob}`,
    effects: ['reads-private-data'],
    yields: 'private-data',
    reference: 'https://nodejs.org/api/fs.html',
  },
  {
    // All of it: single variables have a value of their own.
    of: ['{globalThis.,}process.env', 'globalThis.Bun.env'],
    when: 'symbol',
    yields: 'private-data',
    reference: 'https://nodejs.org/api/process.html#processenv',
  },
  {
    of: 'globalThis.Deno.env.toObject',
    effects: ['reads-private-data'],
    yields: 'private-data',
    reference: 'https://docs.deno.com/api/deno/~/Deno.Env',
  },
  {
    of: `${files}.{writeFile,writeFileSync,appendFile,appendFileSync,createWriteStream,unlink,unlinkSync,rm,rmSync,rmdir,rmdirSync,mkdir,mkdirSync,rename,renameSync,copyFile,copyFileSync,cp,cpSync,chmod,chmodSync,truncate,symlink}`,
    effects: ['changes-state'],
    sink: { kind: 'file', value: first },
    reference: 'https://nodejs.org/api/fs.html',
  },
  {
    // A request body leaves; without a method that carries one the answer only comes in.
    of: ['globalThis.{fetch,window.fetch}', '{http,https}.{get,request}'],
    effects: ['takes-untrusted-content'],
    yields: 'untrusted-input',
    // With a fixed host, only what is asked of it can be chosen.
    sink: { kind: 'http', value: { ...first, matching: /^(?!https?:\/\/[^/]+\/).*$/s } },
    reference: 'https://developer.mozilla.org/docs/Web/API/Window/fetch',
  },
  {
    of: ['globalThis.fetch', '{http,https}.request'],
    onlyIf: { named: ['method'], optionsAt: 1, matching: /^(post|put|patch|delete)$/i },
    effects: ['sends-out'],
    reference: 'https://developer.mozilla.org/docs/Web/API/RequestInit#method',
  },
  {
    of: [
      'net.{connect,createConnection}',
      'dgram.createSocket().send',
      'globalThis.{WebSocket,EventSource}',
      'globalThis.navigator.sendBeacon',
    ],
    effects: ['takes-untrusted-content', 'sends-out'],
    reference: 'https://nodejs.org/api/net.html',
  },
  { of: 'util.promisify', returns: first, reference: 'https://nodejs.org/api/util.html#utilpromisifyoriginal' },
  {
    of: ['globalThis.document.{write,writeln}'],
    sink: { kind: 'html', value: first },
    reference: 'https://developer.mozilla.org/docs/Web/API/Document/write',
  },
];

export default defineLibrary({
  id: 'node-standard',
  title: 'Node.js and JavaScript globals',
  homepage: 'https://nodejs.org/api/',
  javascript: {
    packages: [],
    modules: [...acting, ...quiet, 'vm2', 'isolated-vm'].flatMap((name) => [name, `node:${name}`]),
    meanings,
    aliases,
  },
});
