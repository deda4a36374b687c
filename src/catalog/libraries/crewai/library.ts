/** CrewAI: crews of agents with roles, their tasks, tools and models. */
import { defineLibrary, type Link, type Pick } from '../../../kit/define-library.ts';

const framework: Pick = { value: 'crewai' };
/** Names as LiteLLM writes them: `anthropic/claude-…`; without a vendor it is OpenAI’s. */
const modelName: Pick = { as: 'provider-path', prefix: 'openai:' };
const invokes = (named: readonly string[]): Link => ({
  relation: 'invokes',
  from: 'self',
  to: { pick: { named, ...modelName }, texts: { kind: 'model', scheme: 'model-name' } },
});

export default defineLibrary({
  id: 'crewai',
  title: 'CrewAI',
  homepage: 'https://docs.crewai.com',
  python: {
    packages: ['crewai'],
    modules: ['crewai'],
    meanings: [
      {
        of: 'crewai{,.agent,.agents}.Agent',
        asset: {
          kind: 'agent',
          name: { named: ['role'] },
          facts: {
            framework,
            description: { named: ['goal'] },
            maxIterations: { named: ['max_iter'] },
          },
          complete: [{ relation: 'uses-tool', grade: 'declared', scope: 'file' }],
        },
        links: [
          invokes(['llm']),
          { relation: 'uses-tool', from: 'self', to: { pick: { named: ['tools'] }, otherwise: 'tool' } },
          {
            relation: 'uses-tool',
            from: 'self',
            to: {
              kind: 'tool',
              scheme: 'symbol',
              value: { named: ['allow_code_execution'], choices: { true: 'crewai#code_interpreter' } },
            },
          },
        ],
        reference: 'https://docs.crewai.com/en/concepts/agents',
      },
      {
        of: 'crewai{,.agent,.agents}.Agent',
        onlyIf: { named: ['allow_code_execution'], choices: { true: true } },
        asset: {
          kind: 'tool',
          name: { value: 'code_interpreter' },
          identifier: { scheme: 'symbol', value: { value: 'crewai#code_interpreter' } },
          facts: {
            framework,
            executesCode: { value: true },
            changesState: { value: true },
            effectsKnown: { value: true },
          },
        },
        reference: 'https://docs.crewai.com/en/learn/coding-agents',
      },
      {
        of: 'crewai{,.task,.tasks}.Task',
        tells: {
          of: { pick: { named: ['agent'] } },
          // Without human_input nobody sees a result before it is used.
          facts: { approval: { named: ['human_input'], choices: { true: 'asks-for-some' } } },
        },
        links: [
          {
            relation: 'uses-tool',
            from: { pick: { named: ['agent'] } },
            to: { pick: { named: ['tools'] }, otherwise: 'tool' },
          },
        ],
        reference: 'https://docs.crewai.com/en/learn/human-input-on-execution',
      },
      {
        of: 'crewai{,.crew}.Crew',
        asset: { kind: 'agent', name: { named: ['name'] }, facts: { framework } },
        links: [
          { relation: 'delegates-to', from: 'self', to: { pick: { named: ['agents'] } } },
          { relation: 'delegates-to', from: 'self', to: { pick: { named: ['manager_agent'] } } },
          invokes(['manager_llm']),
        ],
        reference: 'https://docs.crewai.com/en/concepts/crews',
      },
      {
        of: 'crewai{,.llm}.LLM',
        asset: {
          kind: 'model',
          identifier: { scheme: 'model-name', value: { named: ['model'], at: 0, ...modelName } },
          facts: {
            modelName: { named: ['model'], at: 0, as: 'after-slash' },
            source: { value: 'provider-api' },
            temperature: { named: ['temperature'] },
            outputLimit: { named: ['max_tokens', 'max_completion_tokens'] },
          },
        },
        links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
        yields: 'model-output',
        reference: 'https://docs.crewai.com/en/concepts/llms',
      },
      {
        of: 'crewai.{tools,tools.base_tool}.tool',
        when: 'decorator',
        asset: {
          kind: 'tool',
          name: { at: 0, defined: 'name' },
          facts: { description: { defined: 'documentation' }, framework },
        },
        reference: 'https://docs.crewai.com/en/learn/create-custom-tools',
      },
      {
        of: 'crewai.{tools,tools.base_tool}.BaseTool',
        when: 'subclass',
        asset: {
          kind: 'tool',
          name: { defined: 'name' },
          facts: { description: { defined: 'documentation' }, framework },
        },
        reference: 'https://docs.crewai.com/en/learn/create-custom-tools',
      },
      {
        of: 'crewai{,.crew}.Crew().{kickoff,kickoff_async,kickoff_for_each}',
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['inputs'] } },
      },
    ],
  },
});
