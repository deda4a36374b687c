/** Names that say which thing is meant. */
import { expect, it } from 'vitest';
import { tellingName } from './telling-name.ts';

it.each([
  ['crew', 'crews/job-posting/src/job_posting/crew.py', 'JobPostingCrew', 'JobPostingCrew'],
  ['graph', 'src/deep_researcher.py', undefined, 'deep_researcher graph'],
  ['result', 'app/(chat)/api/chat/route.ts', undefined, 'chat'],
  ['agent', 'support/agent.py', undefined, 'support agent'],
  ['agent', 'support_agent.py', undefined, 'support_agent'],
  ['triage', 'agents/main.py', undefined, 'triage'],
  ['agent', 'main.py', undefined, 'agent'],
])('%s in %s', (bound, path, owner, name) => expect(tellingName(bound, path, owner)).toBe(name));
