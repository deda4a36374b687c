/** Lets a management interface answer its own host only. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { loopbackChanges, loopbackEdits } from '../../../kit/loopback-edits.ts';

export default defineRemediation({
  id: 'close-management-interface',
  title: 'Let the management interface answer its own host alone',
  restores: 'management-interface-closed',
  on: 'management-interface',
  effort: 1,
  changes: loopbackChanges,
  does: (it) => `Publish the port of ${it.name} on 127.0.0.1, so that only its own host reaches it.`,
  plan: (_, files) => loopbackEdits(files),
  instructions: (it) => [
    `Publish the port of ${it.name} on 127.0.0.1 ("127.0.0.1:8265:8265"), or take the published port away.`,
    'Reach it through a tunnel or a proxy that asks who it is; switch its own authentication on where it has one.',
    'Take away the load balancer, route or firewall rule that led to it.',
  ],
});
