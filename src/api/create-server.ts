/** The server: answers the routes of the contract and gives out the console, to this machine alone. */
import swagger from '@fastify/swagger';
import { type FastifyReply, fastify } from 'fastify';
import { jsonSchemaTransform, serializerCompiler } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { createProgressBoard, type ProgressBoard } from '../operate/progress.ts';
import type { Posture } from '../operate/tell-forecast.ts';
import { type Answers, type Asked, createAnswers, KeptText, Missing } from './answers.ts';
import { type RouteName, routes } from './contract/routes.ts';
import { type Problem, problemSchema } from './contract/shapes.ts';
import { addEvents } from './events.ts';
import { isForThisMachine, securityHeaders } from './guard.ts';

/** One file of the console, held in memory: no path of a request ever reaches the file system. */
export interface ConsoleFile {
  readonly mediaType: string;
  readonly body: Uint8Array;
  /** Its name changes with its content, so a browser may keep it. */
  readonly isLasting: boolean;
}

export interface ServerSetting {
  readonly archive: Posture;
  readonly version: string;
  /** By path: `/` is the page itself. */
  readonly consoleFiles: ReadonlyMap<string, ConsoleFile>;
  /** Where the runs of this process tell how far they are. */
  readonly progress?: ProgressBoard;
  readonly clock?: () => Date;
  /** Hears of mistakes of ours; the asking side learns only that there was one. */
  readonly tell: (error: unknown) => void;
}

export interface Server {
  /** Begins to answer on 127.0.0.1; port 0 takes a free one. Gives the address. */
  listen(port: number): Promise<string>;
  /** Ends when every request that was begun is answered. */
  close(): Promise<void>;
}

const sendProblem = (reply: FastifyReply, problem: Omit<Problem, 'type'>): FastifyReply =>
  reply
    .code(problem.status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send(JSON.stringify({ type: 'about:blank', ...problem }));

const listErrors = (where: string, error: z.ZodError): NonNullable<Problem['errors']> =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((field) => ({ field: `${where}.${field}`, reason: 'it is not known here' }))
      : [{ field: [where, ...issue.path].join('.'), reason: issue.message }],
  );

/** How long answers under way may take once the server is asked to close. */
const graceMilliseconds = 1000;

/** Makes the server; it answers once it listens. */
export const createServer = ({
  archive,
  version,
  consoleFiles,
  tell,
  progress = createProgressBoard(),
  clock = () => new Date(),
}: ServerSetting): Server => {
  const server = fastify({
    logger: false,
    bodyLimit: 1024,
    requestTimeout: 10_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
    // Trouble before a route is found: a path that cannot be decoded, for one.
    frameworkErrors: (error, _request, reply) => {
      sendProblem(reply.headers(securityHeaders), { status: 400, title: 'This cannot be read', detail: error.message });
    },
  });

  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders);
    if (isForThisMachine(request.raw)) return;
    return sendProblem(reply, {
      status: 421,
      title: 'This server answers to 127.0.0.1 and localhost only',
      detail: 'the request names another host, as a page of another site does that wants to read what is here',
    });
  });

  server.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, { status: 404, title: 'There is nothing here', detail: 'only GET is answered, below /api/v1/' }),
  );
  server.setErrorHandler((error, _request, reply) => {
    if (error instanceof z.ZodError) {
      const { validationContext } = error as { validationContext?: string };
      const errors = listErrors(validationContext === 'params' ? 'path' : 'query', error);
      return sendProblem(reply, { status: 400, title: 'The request is not understood', errors });
    }
    const { statusCode = 500, message } = error as { statusCode?: number; message: string };
    if (statusCode < 500)
      return sendProblem(reply, { status: statusCode, title: 'This cannot be read', detail: message });
    tell(error);
    return sendProblem(reply, { status: 500, title: 'A mistake in Isobar itself', detail: 'its own output says more' });
  });

  const answers: Answers = createAnswers(archive, version, clock);
  let endEvents = (): void => undefined;
  void server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Isobar', version, description: 'Everything is read, nothing changed.' },
    },
    transform: jsonSchemaTransform,
  });
  // Inside a plugin, so that the gathering of schemas is there before the first route.
  void server.register(async (inner) => {
    inner.setValidatorCompiler<z.ZodType>(({ schema }) => (data) => {
      const { success, data: value, error } = schema.safeParse(data);
      return success ? { value } : { error };
    });
    inner.setSerializerCompiler(serializerCompiler);
    endEvents = addEvents(inner, progress);
    inner.get('/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
      reply.type('application/json').header('cache-control', 'no-store').send(JSON.stringify(server.swagger())),
    );
    for (const name of Object.keys(routes) as RouteName[]) {
      const { path, params, query, response } = routes[name];
      const answer = answers[name] as (asked: Asked<RouteName>) => unknown;
      const problem = { content: { 'application/problem+json': { schema: problemSchema } } };
      const refused = { ...problem, description: 'The request is not understood; `errors` names each field and why' };
      const missing = { ...problem, description: 'There is no such thing' };
      const schema = {
        operationId: name,
        ...(path.includes(':') ? { params } : {}),
        querystring: query,
        response: { 200: response, 400: refused, 404: missing },
      };
      inner.get(path, { schema }, async (request, reply) => {
        const value = await answer({ params: request.params, query: request.query } as Asked<RouteName>);
        if (value instanceof Missing)
          return sendProblem(reply, { status: 404, title: 'Not found', detail: value.what });
        void reply.type('application/json').header('cache-control', 'no-store');
        return reply.send(value instanceof KeptText ? value.text : value);
      });
    }
  });

  for (const [path, { mediaType, body, isLasting }] of consoleFiles) {
    server.get(path, async (_request, reply) =>
      reply
        .type(mediaType)
        .header('cache-control', isLasting ? 'public, max-age=31536000, immutable' : 'no-cache')
        .send(body),
    );
  }

  return {
    listen: (port) => server.listen({ host: '127.0.0.1', port }),
    async close() {
      // Browsers keep a connection ready on which they have asked nothing; it counts as busy, and would be waited for.
      endEvents();
      const timer = setTimeout(() => server.server.closeAllConnections(), graceMilliseconds);
      await server.close();
      clearTimeout(timer);
    },
  };
};
