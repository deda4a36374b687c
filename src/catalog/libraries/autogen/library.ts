/** AutoGen: teams of agents that talk with one another, use tools and run code. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const framework: Pick = { value: 'autogen' };
const clients: readonly (readonly [of: string, provider: string])[] = [
  ['autogen_ext.models.openai{,._openai_client}.OpenAIChatCompletionClient', 'openai'],
  ['autogen_ext.models.openai{,._openai_client}.AzureOpenAIChatCompletionClient', 'azure'],
  ['autogen_ext.models.anthropic{,._anthropic_client}.AnthropicChatCompletionClient', 'anthropic'],
  ['autogen_ext.models.ollama{,._ollama_client}.OllamaChatCompletionClient', 'ollama'],
];
const older = '{autogen,ag2,pyautogen}.{AssistantAgent,ConversableAgent,UserProxyAgent}';

export default defineLibrary({
  id: 'autogen',
  title: 'AutoGen',
  homepage: 'https://microsoft.github.io/autogen/',
  python: {
    packages: ['autogen-agentchat', 'autogen-ext', 'autogen-core', 'pyautogen', 'ag2'],
    modules: ['autogen_agentchat', 'autogen_ext', 'autogen_core', 'autogen', 'ag2', 'pyautogen'],
    meanings: [
      ...clients.map(
        ([of, provider]): Meaning => ({
          of,
          asset: {
            kind: 'model',
            identifier: {
              scheme: 'model-name',
              value: { named: ['model', 'azure_deployment'], prefix: `${provider}:` },
            },
            facts: { provider: { value: provider }, temperature: { named: ['temperature'] } },
          },
          links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
          reference: 'https://microsoft.github.io/autogen/stable/user-guide/agentchat-user-guide/tutorial/models.html',
        }),
      ),
      {
        of: 'autogen_agentchat.agents.{AssistantAgent,CodeExecutorAgent,SocietyOfMindAgent}',
        asset: {
          kind: 'agent',
          name: { named: ['name'], at: 0 },
          facts: { framework, description: { named: ['description'] } },
          complete: [
            { relation: 'uses-tool', grade: 'declared', scope: 'file', unless: { named: ['workbench'] } },
            { relation: 'delegates-to', grade: 'declared', scope: 'file', unless: { named: ['handoffs'] } },
            { relation: 'connects', grade: 'declared', scope: 'file', unless: { named: ['workbench'] } },
          ],
        },
        links: [
          { relation: 'invokes', from: 'self', to: { pick: { named: ['model_client'], at: 1 } } },
          { relation: 'uses-tool', from: 'self', to: { pick: { named: ['tools'] }, otherwise: 'tool' } },
          { relation: 'uses-tool', from: 'self', to: { pick: { named: ['code_executor'] } } },
        ],
        reference: 'https://microsoft.github.io/autogen/stable/user-guide/agentchat-user-guide/tutorial/agents.html',
      },
      {
        of: 'autogen_agentchat.teams.{RoundRobinGroupChat,SelectorGroupChat,Swarm,MagenticOneGroupChat}',
        asset: {
          kind: 'agent',
          facts: {
            framework,
            maxIterations: { named: ['max_turns'] },
          },
          // All that it does its participants do.
          complete: [
            { relation: 'uses-tool', grade: 'declared', scope: 'file' },
            { relation: 'delegates-to', grade: 'declared', scope: 'file' },
            { relation: 'connects', grade: 'declared', scope: 'file' },
          ],
        },
        links: [
          { relation: 'delegates-to', from: 'self', to: { pick: { named: ['participants'], at: 0 } } },
          { relation: 'invokes', from: 'self', to: { pick: { named: ['model_client'], at: 1 } } },
        ],
        reference: 'https://microsoft.github.io/autogen/stable/user-guide/agentchat-user-guide/tutorial/teams.html',
      },
      {
        // Told neither when to end nor after how many turns, these teams go on for ever.
        of: 'autogen_agentchat.teams.{RoundRobinGroupChat,SelectorGroupChat,Swarm}',
        unless: { named: ['termination_condition', 'max_turns'] },
        asset: { kind: 'agent', facts: { framework, loopUnbounded: { value: true } } },
        reference:
          'https://microsoft.github.io/autogen/stable/user-guide/agentchat-user-guide/tutorial/termination.html',
      },
      {
        of: 'autogen_ext.code_executors.local.LocalCommandLineCodeExecutor',
        asset: {
          kind: 'tool',
          facts: {
            framework,
            executesCode: { value: true },
            changesState: { value: true },
            // It starts a shell of the host itself.
            sandboxOff: { value: true },
          },
        },
        reference:
          'https://microsoft.github.io/autogen/stable/user-guide/core-user-guide/components/command-line-code-executors.html',
      },
      {
        of: 'autogen_ext.code_executors.docker.DockerCommandLineCodeExecutor',
        asset: {
          kind: 'tool',
          facts: {
            framework,
            executesCode: { value: true },
            changesState: { value: true },
            sandboxOff: { value: false },
          },
        },
        reference:
          'https://microsoft.github.io/autogen/stable/user-guide/core-user-guide/components/command-line-code-executors.html',
      },
      {
        of: 'autogen_agentchat.tools.{AgentTool,TeamTool}',
        returns: { at: 0, named: ['agent', 'team'] },
        reference: 'https://microsoft.github.io/autogen/stable/reference/python/autogen_agentchat.tools.html',
      },
      {
        of: 'autogen_core.tools.FunctionTool',
        asset: {
          kind: 'tool',
          name: { named: ['name'] },
          facts: { framework, description: { named: ['description'], at: 1 } },
        },
        handler: { at: 0, named: ['func'] },
        reference: 'https://microsoft.github.io/autogen/stable/user-guide/core-user-guide/components/tools.html',
      },
      {
        of: older,
        asset: {
          kind: 'agent',
          name: { named: ['name'], at: 0 },
          facts: {
            framework,
            // https://docs.ag2.ai/latest/docs/user-guide/basic-concepts/human-in-the-loop/
            approval: {
              named: ['human_input_mode'],
              choices: { NEVER: 'never-asks', ALWAYS: 'always-asks', TERMINATE: 'asks-for-some' },
            },
          },
        },
        links: [
          {
            relation: 'invokes',
            from: 'self',
            to: {
              kind: 'model',
              scheme: 'model-name',
              value: { named: ['llm_config'], path: ['config_list', '*', 'model'], prefix: 'openai:' },
            },
          },
        ],
        reference: 'https://docs.ag2.ai',
      },
    ],
  },
});
