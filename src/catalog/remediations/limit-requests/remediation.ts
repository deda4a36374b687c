/** Counts the requests of each caller before a model is called for them. */
import { defineRemediation } from '../../../kit/define-remediation.ts';

export default defineRemediation({
  id: 'limit-requests',
  title: 'Limit the requests of each caller',
  restores: 'consumption-bounded',
  on: 'ai-application',
  effort: 2,
  changes: [{ set: 'rateLimited', value: true }],
  does: (it) => `Put a limit on requests before the routes of ${it.name} that call a model.`,
  instructions: (it) => [
    `Put a limiter before the routes of ${it.name}: slowapi or fastapi-limiter, Flask-Limiter, express-rate-limit, @fastify/rate-limit, or the gateway in front.`,
    'Count by user where callers sign in, by address where they do not.',
    'Bound the tokens of each answer (max_tokens) and set a budget with an end at the provider.',
  ],
});
