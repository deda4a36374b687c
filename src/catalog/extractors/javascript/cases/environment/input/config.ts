import { env as processEnv } from 'node:process';
import proc from 'process';

const { OPENAI_API_KEY, MODEL: model = 'gpt-4o', ...others } = process.env;
export const vite = import.meta.env.VITE_MODEL as string;
export const deno = Deno.env.get('DENO_MODEL') ?? 'llama3';
export const bun = Bun.env.BUN_MODEL || undefined;
export const imported = processEnv.IMPORTED, viaDefault = proc.env['VIA_DEFAULT'];
const environment = process.env;
export const aliased = environment.ALIASED ?? environment.SECOND ?? 'none';
export const computed = process.env[`${model}_KEY`];
export const url = `https://${process.env.HOST ?? 'localhost'}:${process.env.PORT || 8080}/v1`;
export const flag = process.env.FLAG === '1' ? 'on' : process.env.OTHER;
export const chosen = (globalThis.process.env.GLOBAL!) satisfies string;
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';

function inject(process: { env: Record<string, string> }) {
  return process.env.A_PARAMETER_NAMED_LIKE_THE_GLOBAL;
}
