/** Finds web applications whose routes call a model as often as anybody asks. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'model-route-unlimited',
  title: 'Model calls without a limit on requests',
  about: 'ai-application',
  tests: 'consumption-bounded',
  category: 'misconfiguration',
  severity: (it) => (it.text('environment') === 'production' || it.text('stage') === 'deployed' ? 'medium' : 'low'),
  applies: fact('it', 'modelRoutes').isNotEmpty(),
  passes: fact('it', 'rateLimited').is(true),
  message: (it) => {
    const value = it.snapshot.fact(it.number, 'modelRoutes')?.value;
    const routes = Array.isArray(value) ? value.map(String) : [];
    const named =
      routes.length > 3 ? `${routes.slice(0, 3).join(', ')} and ${routes.length - 3} more` : routes.join(', ');
    return `${it.name} calls a model for every request to ${named}, and nothing counts the requests.`;
  },
  why: 'Whoever can reach it spends your money and uses up the quota that other users need.',
  remedy: (it) =>
    `Limit the requests of each caller of ${it.name}, bound the tokens of each answer, and set a budget at the provider.`,
  references: ['LLM10:2025', 'AML.T0034', 'AML.T0029', 'CWE-770'],
});
