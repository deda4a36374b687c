/** The OWASP Top 10 for Agentic Applications, 2026: each risk and the objectives that hold it off. */

import { defineFramework } from '../../../kit/define-framework.ts';

export default defineFramework({
  id: 'owasp-agentic-2026',
  title: 'OWASP Top 10 for Agentic Applications',
  edition: '2026',
  source: 'https://genai.owasp.org/resource/owasp-top-10-for-agentic-applications-for-2026/',
  licence: 'CC BY-SA 4.0 (names)',
  controls: [
    {
      id: 'ASI01',
      name: 'Agent Goal Hijack',
      objectives: [
        'toolset-separated',
        'prompt-input-separated',
        'prompt-injection-resisted',
        'guardrail-attached',
        'instruction-text-clean',
        'tool-description-clean',
        'ci-agent-isolated',
        'human-approval',
      ],
    },
    {
      id: 'ASI02',
      name: 'Tool Misuse and Exploitation',
      objectives: [
        'human-approval',
        'tool-least-privilege',
        'toolset-separated',
        'tool-name-unambiguous',
        'tool-description-clean',
        'egress-restricted',
        'agent-actions-logged',
      ],
    },
    {
      id: 'ASI03',
      name: 'Identity and Privilege Abuse',
      objectives: [
        'agent-identity-own',
        'caller-rights-enforced',
        'workload-least-privilege',
        'credential-short-lived',
        'tool-least-privilege',
        'agent-channel-authenticated',
      ],
    },
    {
      id: 'ASI04',
      name: 'Agentic Supply Chain Vulnerabilities',
      objectives: [
        'mcp-package-pinned',
        'dependency-patched',
        'dependency-genuine',
        'tool-definition-unchanged',
        'tool-description-clean',
        'skill-vetted',
        'model-artifact-inert',
        'components-identified',
      ],
    },
    {
      id: 'ASI05',
      name: 'Unexpected Code Execution',
      objectives: [
        'model-output-contained',
        'sandbox-enforced',
        'workspace-autostart-refused',
        'remote-code-refused',
        'human-approval',
        'workload-unprivileged',
      ],
    },
    {
      id: 'ASI06',
      name: 'Memory & Context Poisoning',
      objectives: ['memory-protected', 'grounding-data-protected', 'dataset-screened', 'tenant-data-separated'],
    },
    {
      id: 'ASI07',
      name: 'Insecure Inter-Agent Communication',
      objectives: ['agent-channel-authenticated', 'transport-encrypted', 'model-traffic-direct'],
    },
    {
      id: 'ASI08',
      name: 'Cascading Failures',
      objectives: [
        'agent-loop-bounded',
        'consumption-bounded',
        'toolset-separated',
        'availability-redundant',
        'deactivation-provided',
        'agent-actions-logged',
      ],
    },
    {
      id: 'ASI09',
      name: 'Human-Agent Trust Exploitation',
      objectives: ['human-approval', 'oversight-assigned', 'agent-actions-logged'],
    },
    {
      id: 'ASI10',
      name: 'Rogue Agents',
      objectives: [
        'agent-actions-logged',
        'invocation-logged',
        'production-monitored',
        'deactivation-provided',
        'control-plane-write-restricted',
        'agent-identity-own',
        'inventory-approved',
        'owner-named',
      ],
    },
  ],
});
