/** Finds coding agents, agents and tools that run commands or code with no sandbox around them, because a setting or flag says so. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'sandbox-off',
  title: 'Sandbox switched off',
  about: ['mcp-client', 'agent', 'tool'],
  tests: 'sandbox-enforced',
  category: 'agentic',
  // Whoever opens the repository takes over a client’s settings; in a job or a program it is decided once.
  severity: (it) => (it.kind === 'mcp-client' && it.text('tracked') !== 'false' ? 'high' : 'medium'),
  passes: fact('it', 'sandboxOff').is(false),
  message: (it) =>
    it.kind === 'tool'
      ? `${it.name} runs code that a model wrote in the process of the program itself.`
      : `${it.name} runs its commands outside any sandbox.`,
  why: 'One planted instruction then reads, changes and sends whatever its user or host may, not only what the task needs.',
  remedy: (it) =>
    it.kind === 'tool'
      ? `Let ${it.name} run its code in a container or a hosted interpreter without credentials and with listed destinations.`
      : `Take the setting or flag back, so that ${it.name} writes only in its folder and reaches only listed hosts; where it must be free, run it in a container without credentials.`,
  steps: [
    'Take the flag or setting back: Codex sandbox_mode = "workspace-write"; Claude Code "sandbox": { "enabled": true }; no --dangerously-bypass-approvals-and-sandbox, no --yolo.',
    'Code of a model: a container with --network none --read-only --cap-drop ALL --user 65534 and no mounted credentials, or a hosted interpreter (E2B, Modal, code_interpreter).',
  ],
  references: ['ASI05:2026', 'LLM06:2025', 'AML.T0105', 'CWE-693'],
});
