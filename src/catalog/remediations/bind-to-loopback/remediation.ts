/** Lets a service answer its own host only. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { loopbackChanges, loopbackEdits } from '../../../kit/loopback-edits.ts';

export default defineRemediation({
  id: 'bind-to-loopback',
  title: 'Bind the service to its own host',
  restores: 'endpoint-authenticated',
  on: 'inference-endpoint',
  effort: 1,
  changes: loopbackChanges,
  does: (it) => `Bind ${it.name} to 127.0.0.1, so that only its own host reaches it.`,
  plan: (_, files) => loopbackEdits(files),
  instructions: (it) => [
    `Let ${it.name} listen on 127.0.0.1: its --host argument, its environment variable (OLLAMA_HOST) or the published port ("127.0.0.1:8000:8000").`,
    'Where other hosts need it, put a proxy in front that asks for a credential and uses TLS, and let only the proxy reach it.',
    'Take away the published port, load balancer or firewall rule that led to it.',
  ],
});
