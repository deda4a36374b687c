/** Tools of the project’s own for CrewAI’s agents. */
import type { Meaning } from '../../../kit/define-library.ts';
import { framework } from './models.ts';

export const tools: readonly Meaning[] = [
  {
    of: 'crewai.{tools,tools.base_tool}.tool',
    when: 'decorator',
    handlerParameters: 'model-output',
    asset: {
      kind: 'tool',
      name: { at: 0, defined: 'name' },
      facts: { description: { defined: 'documentation' }, framework },
    },
    reference: 'https://docs.crewai.com/en/learn/create-custom-tools',
  },
  {
    of: ['crewai.{tools,tools.base_tool}.BaseTool', 'crewai_tools{,.tools.base_tool}.BaseTool'],
    when: 'subclass',
    asset: {
      kind: 'tool',
      name: { defined: 'name' },
      facts: { description: { defined: 'documentation' }, framework },
    },
    reference: 'https://docs.crewai.com/en/learn/create-custom-tools',
  },
];
