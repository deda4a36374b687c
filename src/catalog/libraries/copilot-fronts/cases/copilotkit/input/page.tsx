import { AssistantRuntimeProvider } from '@assistant-ui/react';
import { useChatRuntime } from '@assistant-ui/react-ai-sdk';
import { useCopilotAction } from '@copilotkit/react-core';

export function Berths() {
  useCopilotAction({
    name: 'cancelBerth',
    description: 'Cancels a berth.',
    parameters: [{ name: 'ship', type: 'string' }],
    handler: async ({ ship }) => {
      await fetch(`https://berths.harbour.example/${ship}`, { method: 'DELETE' });
    },
  });
  const runtime = useChatRuntime();
  return <AssistantRuntimeProvider runtime={runtime} />;
}
