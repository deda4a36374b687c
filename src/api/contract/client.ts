/** The typed client of the API: asks a route, and gives its answer or what is wrong; it never rejects. */
import type { z } from 'zod';
import { type Answer, type Asked, type Params, type RouteName, routes } from './routes.ts';
import { type Problem, problemSchema } from './shapes.ts';

export type Result<Value> = { readonly value: Value } | { readonly problem: Problem };

interface Asking<Name extends RouteName> {
  readonly params?: Params<Name>;
  readonly query?: Asked<Name>;
  readonly signal?: AbortSignal;
}

type Fetch = (url: string, init: { headers: Record<string, string>; signal?: AbortSignal }) => Promise<Response>;

const refuse = (title: string, status: number, detail?: string): { problem: Problem } => ({
  problem: { type: 'about:blank', title, status, ...(detail === undefined ? {} : { detail }) },
});

/** A client of the server at `base`, which is empty for a page that the server itself gave. */
export const createClient = (fetch: Fetch, base = '') => ({
  async ask<Name extends RouteName>(name: Name, asking: Asking<Name> = {}): Promise<Result<Answer<Name>>> {
    const { params = {}, query = {}, signal } = asking;
    const path = Object.entries(params as Record<string, string>).reduce(
      (whole, [key, value]) => whole.replace(`:${key}`, encodeURIComponent(value)),
      routes[name].path as string,
    );
    const given = Object.entries(query as Record<string, string | undefined>).filter(
      ([, value]) => value !== undefined,
    );
    const search = given.length > 0 ? `?${new URLSearchParams(given as [string, string][])}` : '';
    let response: Response;
    let body: unknown;
    try {
      response = await fetch(`${base}${path}${search}`, {
        headers: { accept: 'application/json' },
        ...(signal ? { signal } : {}),
      });
      body = await response.json();
    } catch (error) {
      return refuse('Isobar does not answer', 0, error instanceof Error ? error.message : String(error));
    }
    if (!response.ok) {
      const problem = problemSchema.safeParse(body);
      return problem.success ? { problem: problem.data } : refuse('Isobar cannot answer', response.status);
    }
    const schema: z.ZodType = routes[name].response;
    const answer = schema.safeParse(body);
    if (answer.success) return { value: answer.data as Answer<Name> };
    const where = answer.error.issues[0]?.path.join('.');
    return refuse('The answer is not what this page understands', response.status, `at ${where}; reload the page`);
  },
});
