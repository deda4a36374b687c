import { BedrockAgentCoreClient, InvokeAgentRuntimeCommand } from '@aws-sdk/client-bedrock-agentcore';
import { BedrockAgentRuntimeClient, InvokeAgentCommand } from '@aws-sdk/client-bedrock-agent-runtime';
import { ApplyGuardrailCommand, BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';

export async function ask(inputText: string) {
  await new BedrockRuntimeClient().send(
    new ApplyGuardrailCommand({ guardrailIdentifier: 'gr-harbour', source: 'INPUT', content: [{ text: { text: inputText } }] }),
  );
  await new BedrockAgentCoreClient().send(
    new InvokeAgentRuntimeCommand({
      agentRuntimeArn: 'arn:aws:bedrock-agentcore:eu-west-1:111122223333:runtime/clerk-1a2b3c',
      payload: inputText,
    }),
  );
  return new BedrockAgentRuntimeClient().send(
    new InvokeAgentCommand({ agentId: 'HARBOUR01', agentAliasId: 'TSTALIASID', sessionId: 's', inputText }),
  );
}
