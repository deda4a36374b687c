/** HTTP clients for JavaScript: what they fetch was written by others, and what they post leaves. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const clients = [
  'axios{.default,.default.create(),}',
  'got{.default,.got,.default.extend()}',
  'ky{.default,.default.create()}',
  'superagent{.default,}',
  'needle{.default,}',
];
const on = (methods: string): readonly string[] => clients.map((client) => `${client}.{${methods}}`);
/** An address of which a fixed host is not the beginning: with one, only what is asked of that host can be chosen. */
const url: Pick = { at: 0, matching: /^(?!https?:\/\/[^/]+\/).*$/s };
/** `fetch(url, { method })`, and clients that take everything in one object. */
const fetches = [
  'node-fetch{.default,}',
  'cross-fetch{.default,.fetch}',
  'undici.{fetch,request}',
  'ofetch.{ofetch,$fetch}',
  'isomorphic-fetch.default',
];
const calls = ['axios{.default,.default.request,.request,}', 'got{.default,.got}', 'ky.default'];

const meanings: readonly Meaning[] = [
  {
    of: on('get,head,options'),
    effects: ['takes-untrusted-content'],
    yields: 'untrusted-input',
    sink: { kind: 'http', value: url },
    reference: 'https://axios-http.com/docs/api_intro',
  },
  {
    of: on('post,put,patch,postForm,putForm'),
    effects: ['sends-out'],
    yields: 'untrusted-input',
    sink: { kind: 'http', value: url },
    reference: 'https://axios-http.com/docs/api_intro',
  },
  { of: on('delete,del'), effects: ['changes-state'], sink: { kind: 'http', value: url } },
  {
    of: [...fetches, ...calls],
    effects: ['takes-untrusted-content'],
    yields: 'untrusted-input',
    sink: { kind: 'http', value: url },
    reference: 'https://undici.nodejs.org',
  },
  {
    of: fetches,
    onlyIf: { named: ['method'], optionsAt: 1, matching: /^(post|put|patch|delete)$/i },
    effects: ['sends-out'],
  },
  {
    of: calls,
    onlyIf: { named: ['method'], matching: /^(post|put|patch|delete)$/i },
    effects: ['sends-out'],
  },
  {
    // A browser that is steered fetches whatever it is shown and can fill in forms.
    of: [
      '{playwright,playwright-core,@playwright/test}.{chromium,firefox,webkit}.launch',
      '{puppeteer,puppeteer-core}{.default,}.launch',
    ],
    effects: ['takes-untrusted-content', 'sends-out'],
    yields: 'untrusted-input',
    reference: 'https://playwright.dev/docs/library',
  },
];

export default defineLibrary({
  id: 'node-http',
  title: 'HTTP clients for JavaScript',
  homepage: 'https://axios-http.com',
  javascript: {
    packages: [
      'axios',
      'got',
      'ky',
      'undici',
      'node-fetch',
      'cross-fetch',
      'isomorphic-fetch',
      'ofetch',
      'superagent',
      'needle',
      'playwright',
      'puppeteer',
    ],
    modules: [
      'axios',
      'got',
      'ky',
      'undici',
      'node-fetch',
      'cross-fetch',
      'isomorphic-fetch',
      'ofetch',
      'superagent',
      'needle',
      'playwright',
      'playwright-core',
      '@playwright/test',
      'puppeteer',
      'puppeteer-core',
    ],
    meanings,
  },
});
