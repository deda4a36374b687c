/** Node’s modules by one name each, however they are imported. */

/** https://nodejs.org/api/ */
export const acting = [
  'child_process',
  'fs',
  'vm',
  'net',
  'http',
  'https',
  'http2',
  'dgram',
  'worker_threads',
  'util',
  'dns',
];
export const quiet = [
  'assert',
  'async_hooks',
  'buffer',
  'console',
  'crypto',
  'events',
  'module',
  'os',
  'path',
  'perf_hooks',
  'process',
  'punycode',
  'querystring',
  'readline',
  'stream',
  'string_decoder',
  'timers',
  'tty',
  'url',
  'v8',
  'zlib',
  'test',
];

/** One name for each module, however it is imported. */
export const aliases: Readonly<Record<string, string>> = Object.fromEntries(
  [...acting, ...quiet].flatMap((name) => [
    [`node:${name}`, name],
    [`${name}.default`, name],
    [`node:${name}.default`, name],
    [`${name}/promises`, `${name}.promises`],
    [`node:${name}/promises`, `${name}.promises`],
    [`${name}/promises.default`, `${name}.promises`],
    [`node:${name}/promises.default`, `${name}.promises`],
  ]),
);
