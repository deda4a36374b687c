/** Web frameworks for JavaScript: where requests from outside enter the code. */
import { defineLibrary, type Meaning } from '../../../kit/define-library.ts';

const methods = '{get,post,put,patch,delete,all}';
/** A route has a path and, last, its handler; `app.get('setting')` is none. */
const routes = (of: string, framework: string, reference: string): Meaning => ({
  of: `${of}.${methods}`,
  onlyIf: { at: 1 },
  asset: { kind: 'web-route', name: { at: 0 }, facts: { framework: { value: framework } } },
  handler: { at: -1 },
  handlerParameters: 'untrusted-input',
  links: [{ relation: 'exposes', from: 'self', to: 'application' }],
  reference,
});
/** What a framework serves because of its file’s folder. */
const placed = (framework: string, files: RegExp, names: RegExp, reference: string): Meaning => ({
  of: `${framework}.route`,
  when: 'placed',
  placed: { files, names },
  asset: { kind: 'web-route', facts: { framework: { value: framework } } },
  handlerParameters: 'untrusted-input',
  links: [{ relation: 'exposes', from: 'self', to: 'application' }],
  reference,
});
const verbs = /^(?:GET|POST|PUT|PATCH|DELETE)$/;
const express = 'express{.default(),(),.default.Router(),.Router()}';

export default defineLibrary({
  id: 'express',
  title: 'Web frameworks for JavaScript',
  homepage: 'https://expressjs.com',
  javascript: {
    packages: ['next', '@sveltejs/kit', 'express', 'fastify', 'hono', '@koa/router', 'koa'],
    modules: [
      'next',
      '@sveltejs/kit',
      'express',
      'fastify',
      'hono',
      '@koa/router',
      'koa',
      'cors',
      'helmet',
      'body-parser',
      'multer',
    ],
    meanings: [
      routes(express, 'express', 'https://expressjs.com/en/guide/routing.html'),
      routes('fastify{.default(),(),.fastify()}', 'fastify', 'https://fastify.dev/docs/latest/Reference/Routes/'),
      routes('hono.Hono()', 'hono', 'https://hono.dev/docs/api/routing'),
      routes('@koa/router{.default(),()}', 'koa', 'https://github.com/koajs/router'),
      placed(
        'next',
        /^(?:.*\/)?app((?:\/[^/]+)*)\/route\.[cm]?[jt]sx?$/,
        verbs,
        'https://nextjs.org/docs/app/api-reference/file-conventions/route',
      ),
      placed(
        'next',
        /^(?:.*\/)?pages(\/api\/.*?)(?:\/index)?\.[cm]?[jt]sx?$/,
        /^default$/,
        'https://nextjs.org/docs/pages/building-your-application/routing/api-routes',
      ),
      placed(
        '@sveltejs/kit',
        /^(?:.*\/)?src\/routes((?:\/[^/]+)*)\/\+server\.[jt]s$/,
        verbs,
        'https://svelte.dev/docs/kit/routing#server',
      ),
      {
        of: `${express}.route().${methods}`,
        handler: { at: -1 },
        handlerParameters: 'untrusted-input',
        reference: 'https://expressjs.com/en/guide/routing.html#app-route',
      },
    ],
  },
});
