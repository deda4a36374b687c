/** Amazon Bedrock AgentCore: the program that its runtime calls, memory, and sandboxes for code and pages. */
import { defineLibrary } from '../../../kit/define-library.ts';

const docs = 'https://docs.aws.amazon.com/bedrock-agentcore/latest/devguide/';
const memory = 'bedrock_agentcore.memory{,.client,.session}.{MemoryClient,MemorySessionManager}';
const code = 'bedrock_agentcore.tools{,.code_interpreter_client}';
const browser = 'bedrock_agentcore.tools{,.browser_client}';

export default defineLibrary({
  id: 'agentcore',
  title: 'Amazon Bedrock AgentCore',
  homepage: docs,
  python: {
    packages: ['bedrock-agentcore', 'bedrock-agentcore-starter-toolkit'],
    modules: ['bedrock_agentcore'],
    meanings: [
      {
        // What callers of the runtime send arrives here.
        of: 'bedrock_agentcore{,.runtime,.runtime.app}.BedrockAgentCoreApp().{entrypoint,websocket}',
        when: 'decorator',
        handlerParameters: 'untrusted-input',
        reference: `${docs}runtime-get-started-toolkit.html`,
      },
      {
        of: memory,
        asset: {
          kind: 'memory',
          name: { value: 'memory of AgentCore' },
          facts: {
            framework: { value: 'bedrock-agentcore' },
            persistent: { value: true },
            recalledLater: { value: true },
          },
        },
        links: [{ relation: 'remembers', from: 'enclosing', to: 'self' }],
        reference: `${docs}memory.html`,
      },
      {
        of: `${memory}().{retrieve_memories,list_events,get_last_k_turns,search_long_term_memories}`,
        effects: ['reads-private-data'],
        yields: 'private-data',
        reference: `${docs}memory.html`,
      },
      {
        of: `${memory}().{create_event,save_conversation,add_turns,delete_memory}`,
        effects: ['changes-state'],
        reference: `${docs}memory.html`,
      },
      {
        of: [`${code}.CodeInterpreter().{invoke,execute_code,execute_command}`, `${code}.code_session`],
        effects: ['executes-code'],
        reference: `${docs}code-interpreter-tool.html`,
      },
      {
        of: [`${browser}.BrowserClient`, `${browser}.browser_session`],
        effects: ['takes-untrusted-content', 'sends-out'],
        reference: `${docs}browser-tool.html`,
      },
    ],
  },
});
