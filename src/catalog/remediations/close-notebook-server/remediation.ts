/** Lets a notebook server answer its own host only. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { loopbackChanges, loopbackEdits } from '../../../kit/loopback-edits.ts';

export default defineRemediation({
  id: 'close-notebook-server',
  title: 'Let the notebook server answer its own host alone',
  restores: 'endpoint-authenticated',
  on: 'management-interface',
  effort: 1,
  changes: loopbackChanges,
  does: (it) => `Publish the port of ${it.name} on 127.0.0.1, so that only its own host reaches it.`,
  plan: (_, files) => loopbackEdits(files),
  instructions: (it) => [
    `Publish the port of ${it.name} on 127.0.0.1 ("127.0.0.1:8888:8888"), and reach it through a tunnel.`,
    "Take --ServerApp.token='', --NotebookApp.token='' and their password twins away: the token is on by default.",
    'Stop it, and withdraw the credentials that its files and environment held, when anybody could reach it.',
  ],
});
