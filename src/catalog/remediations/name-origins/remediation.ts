/** Lets browsers call a web application only from pages that it knows. */
import { defineRemediation } from '../../../kit/define-remediation.ts';

export default defineRemediation({
  id: 'name-origins',
  title: 'Name the origins that may call it',
  restores: 'origin-restricted',
  on: 'ai-application',
  effort: 1,
  changes: [{ set: 'origins', value: ['https://app.example'] }],
  does: (it) => `Replace the wildcard in the origins of ${it.name} by the addresses of its own pages.`,
  instructions: (it) => [
    `List the addresses of the pages that call ${it.name}: allow_origins=[…] (FastAPI), origins=[…] (Flask-CORS), origin: […] (cors).`,
    'Take credentials out (allow_credentials, supports_credentials) unless these pages need cookies.',
    'Keep the list in a setting of each environment, so that nobody needs a wildcard to try things.',
  ],
});
