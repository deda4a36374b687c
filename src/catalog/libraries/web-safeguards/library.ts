/** What requests pass before a web application answers them: middleware, limits on requests, and origins that browsers may come from. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const yes: Pick = { value: true };
/** Told of the whole application: which route it stands before is rarely said beside it. */
const passes = (of: string | readonly string[], through: Pick, more: Partial<Meaning> = {}): Meaning => ({
  of,
  tells: { of: 'application', facts: { middleware: through } },
  ...more,
});
const limiter = (of: string | readonly string[], reference: string): Meaning => ({
  of,
  tells: { of: 'application', facts: { rateLimited: yes } },
  reference,
});
const fast = '{fastapi.FastAPI,fastapi.applications.FastAPI,starlette.applications.Starlette}';
const cors = /CORSMiddleware$/;
const corsDocs = 'https://fastapi.tiangolo.com/tutorial/cors/';
const express = 'express{.default(),(),.default.Router(),.Router()}';
/** Without a host, Express listens on every address. */
const listens: readonly Meaning[] = (
  [
    [{ unless: { at: 1 } }, { value: '0.0.0.0' }],
    [{ onlyIf: { at: 1, as: 'path', matching: /^own/ } }, { value: '0.0.0.0' }],
    [{ onlyIf: { at: 1, matching: /^[\w.:-]+$/ } }, { at: 1 }],
  ] as const
).map(([condition, bindAddress]) => ({
  of: `${express}.listen`,
  ...condition,
  tells: { of: 'application', facts: { bindAddress } },
  reference: 'https://expressjs.com/en/api.html#app.listen',
}));
/** Without options every site is let in; what a function decides is not known. */
const expressCors = (of: string): readonly Meaning[] => [
  {
    of,
    unless: { at: 0 },
    tells: { of: 'application', facts: { origins: { value: '*' }, originsWithCredentials: { value: false } } },
    reference: 'https://github.com/expressjs/cors#configuration-options',
  },
  {
    of,
    onlyIf: { at: 0 },
    tells: {
      of: 'application',
      facts: { origins: { named: ['origin'] }, originsWithCredentials: { named: ['credentials'] } },
    },
    reference: 'https://github.com/expressjs/cors#configuration-options',
  },
];

export default defineLibrary({
  id: 'web-safeguards',
  title: 'What stands before the routes of a web application',
  homepage: 'https://owasp.org/API-Security/',
  python: {
    packages: [
      'slowapi',
      'flask-limiter',
      'flask-cors',
      'fastapi-limiter',
      'quart-rate-limiter',
      'django-ratelimit',
      'asgi-ratelimit',
    ],
    modules: [
      'fastapi',
      'starlette',
      'flask',
      'quart',
      'slowapi',
      'flask_limiter',
      'flask_cors',
      'fastapi_limiter',
      'quart_rate_limiter',
      'django_ratelimit',
      'ratelimit',
    ],
    meanings: [
      passes(fast, { value: 'fastapi' }),
      passes('flask.Flask', { value: 'flask' }),
      passes('quart.Quart', { value: 'quart' }),
      passes(`${fast}().add_middleware`, { at: 0, named: ['middleware_class'], as: 'path' }),
      passes(`${fast}().middleware`, { value: 'own' }, { when: 'decorator' }),
      passes('{flask.Flask,quart.Quart}().before_request', { value: 'own' }, { when: 'decorator' }),
      {
        of: [`${fast}().add_middleware`, 'starlette.middleware.Middleware', 'fastapi.middleware.Middleware'],
        onlyIf: { at: 0, named: ['middleware_class'], as: 'path', matching: cors },
        tells: {
          of: 'application',
          facts: {
            origins: { named: ['allow_origins', 'allow_origin_regex'] },
            originsWithCredentials: { named: ['allow_credentials'], fallback: false },
          },
        },
        reference: corsDocs,
      },
      {
        of: 'flask_cors.{CORS,cross_origin}',
        tells: {
          of: 'application',
          facts: {
            origins: { named: ['origins'], fallback: '*' },
            originsWithCredentials: { named: ['supports_credentials'], fallback: false },
          },
        },
        unless: { named: ['resources'] },
        reference: 'https://flask-cors.readthedocs.io/en/latest/configuration.html',
      },
      {
        of: 'flask_cors.CORS',
        onlyIf: { named: ['resources'] },
        tells: {
          of: 'application',
          facts: {
            origins: { named: ['resources'], path: ['*', 'origins'] },
            originsWithCredentials: { named: ['supports_credentials'], fallback: false },
          },
        },
        reference: 'https://flask-cors.readthedocs.io/en/latest/configuration.html',
      },
      limiter('slowapi{,.extension}.Limiter', 'https://slowapi.readthedocs.io'),
      limiter('flask_limiter{,.extension}.Limiter', 'https://flask-limiter.readthedocs.io'),
      limiter('fastapi_limiter.depends.RateLimiter', 'https://github.com/long2ice/fastapi-limiter'),
      limiter('quart_rate_limiter.RateLimiter', 'https://quart-rate-limiter.readthedocs.io'),
      {
        ...limiter(
          '{django_ratelimit.decorators.ratelimit,ratelimit.limits}',
          'https://django-ratelimit.readthedocs.io',
        ),
        when: 'decorator',
      },
    ],
  },
  javascript: {
    packages: [
      'cors',
      '@fastify/cors',
      'express-rate-limit',
      'express-slow-down',
      'rate-limiter-flexible',
      '@fastify/rate-limit',
      '@upstash/ratelimit',
      'hono-rate-limiter',
      '@arcjet/node',
    ],
    modules: [
      'express',
      'fastify',
      'hono',
      'cors',
      '@fastify/cors',
      'express-rate-limit',
      'express-slow-down',
      'rate-limiter-flexible',
      '@fastify/rate-limit',
      '@upstash/ratelimit',
      'hono-rate-limiter',
      '@arcjet/node',
      '@arcjet/next',
    ],
    meanings: [
      passes(['express.default', 'express'], { value: 'express' }),
      passes(`${express}.use`, { at: -1, as: 'path' }),
      // What stands before the handler of one route stands in its call.
      passes(`${express}.{get,post,put,patch,delete,all}`, { at: 1, as: 'path' }, { onlyIf: { at: 2 } }),
      ...listens,
      passes('fastify{.default,,.fastify}', { value: 'fastify' }),
      passes('fastify{.default(),(),.fastify()}.register', { at: 0, as: 'path' }),
      passes('fastify{.default(),(),.fastify()}.addHook', { value: 'own' }),
      passes('hono.Hono', { value: 'hono' }),
      passes('hono.Hono().use', { at: -1, as: 'path' }),
      ...expressCors('cors{.default,}'),
      ...expressCors('hono/cors.cors'),
      {
        of: 'fastify{.default(),(),.fastify()}.register',
        onlyIf: { at: 0, as: 'path', matching: /^@fastify\/cors/ },
        tells: {
          of: 'application',
          facts: {
            origins: { named: ['origin'], optionsAt: 1, fallback: '*' },
            originsWithCredentials: { named: ['credentials'], optionsAt: 1, fallback: false },
          },
        },
        reference: 'https://github.com/fastify/fastify-cors#options',
      },
      limiter('express-rate-limit{.default,.rateLimit,}', 'https://express-rate-limit.mintlify.app'),
      limiter('express-slow-down{.default,.slowDown,}', 'https://github.com/express-rate-limit/express-slow-down'),
      limiter(
        'rate-limiter-flexible.{RateLimiterMemory,RateLimiterRedis,RateLimiterPostgres,RateLimiterMongo}',
        'https://github.com/animir/node-rate-limiter-flexible',
      ),
      limiter('@upstash/ratelimit.Ratelimit', 'https://upstash.com/docs/redis/sdks/ratelimit-ts/overview'),
      limiter('hono-rate-limiter.rateLimiter', 'https://github.com/rhinobase/hono-rate-limiter'),
      limiter('@arcjet/{node,next}.default', 'https://docs.arcjet.com'),
      {
        ...limiter('fastify{.default(),(),.fastify()}.register', 'https://github.com/fastify/fastify-rate-limit'),
        onlyIf: { at: 0, as: 'path', matching: /^@fastify\/rate-limit/ },
      },
    ],
  },
});
