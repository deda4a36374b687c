/** CrewAI: crews of agents with roles, their tasks, tools and models. */
import { defineLibrary } from '../../../kit/define-library.ts';
import { framework, invokes, modelName } from './models.ts';
import { tools } from './tools.ts';

/** Since 0.63 an agent hands nothing on unless it is allowed to: https://docs.crewai.com/en/concepts/agents#agent-attributes */
const handsOn = { relation: 'delegates-to', grade: 'declared', scope: 'file' } as const;

export default defineLibrary({
  id: 'crewai',
  title: 'CrewAI',
  homepage: 'https://docs.crewai.com',
  python: {
    packages: ['crewai'],
    modules: ['crewai', 'crewai_tools'],
    meanings: [
      {
        of: 'crewai{,.agent,.agents}.Agent',
        asset: {
          kind: 'agent',
          name: { named: ['role'] },
          facts: {
            framework,
            description: { named: ['goal'] },
            maxIterations: { named: ['max_iter'], fallback: 25 },
            // Unless a task asks for human input, tools run as the model calls them.
            approval: { fallback: 'never-asks' },
          },
          complete: [
            { relation: 'uses-tool', grade: 'declared', scope: 'file' },
            { relation: 'connects', grade: 'declared', scope: 'file' },
            { ...handsOn, unless: { named: ['allow_delegation'] } },
            {
              relation: 'guarded-by',
              grade: 'default',
              scope: 'file',
              unless: { named: ['guardrail'] },
              reference: 'https://docs.crewai.com/en/concepts/tasks#task-guardrails',
            },
          ],
        },
        links: [
          invokes(['llm'], 'MODEL'),
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
          {
            relation: 'guarded-by',
            from: { pick: { named: ['agent'] } },
            to: { pick: { named: ['guardrail', 'guardrails'] }, otherwise: 'guardrail' },
          },
        ],
        reference: 'https://docs.crewai.com/en/learn/human-input-on-execution',
      },
      {
        of: 'crewai{,.crew}.Crew',
        // https://docs.crewai.com/en/concepts/memory
        asset: {
          kind: 'agent',
          name: { named: ['name'] },
          facts: {
            framework,
            recalledLater: {
              named: ['memory', 'long_term_memory', 'external_memory'],
              as: 'present',
              choices: { true: true, false: false },
            },
          },
          // All that it does its agents do.
          complete: [
            { relation: 'uses-tool', grade: 'declared', scope: 'file' },
            { relation: 'connects', grade: 'declared', scope: 'file' },
            handsOn,
          ],
        },
        links: [
          { relation: 'delegates-to', from: 'self', to: { pick: { named: ['agents'] } } },
          { relation: 'delegates-to', from: 'self', to: { pick: { named: ['manager_agent'] } } },
          invokes(['manager_llm']),
        ],
        reference: 'https://docs.crewai.com/en/concepts/crews',
      },
      {
        of: 'crewai.project{,.crew_base}.CrewBase',
        when: 'decorator',
        members: { agents: 'crewai.project.agent', tasks: 'crewai.project.task' },
        reference: 'https://docs.crewai.com/en/concepts/crews#yaml-configuration-recommended',
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
      ...tools,
      {
        of: 'crewai{,.crew}.Crew().{kickoff,kickoff_async,kickoff_for_each}',
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['inputs'] } },
        links: [{ relation: 'exposes', from: 'enclosing', to: 'receiver' }],
      },
    ],
  },
});
