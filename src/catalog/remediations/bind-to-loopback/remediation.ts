/** Lets a service answer its own host only. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

export default defineRemediation({
  id: 'bind-to-loopback',
  title: 'Bind the service to its own host',
  restores: 'endpoint-authenticated',
  on: 'inference-endpoint',
  effort: 1,
  changes: [
    { set: 'bindAddress', value: '127.0.0.1' },
    { set: 'public', value: false },
    { cut: 'exposes', direction: 'in' },
  ],
  does: (it) => `Bind ${it.name} to 127.0.0.1, so that only its own host reaches it.`,
  plan: (_, files) => {
    const edits = files.flatMap((file) => {
      const address = editLines(file, /\b0\.0\.0\.0\b/, () => '127.0.0.1');
      if (address.length > 0) return address;
      // The short form of a published port: “8000:8000” means every address of the host.
      return /\.ya?ml$/.test(file.path)
        ? editLines(
            file,
            /(-\s*)(["']?)(\d{1,5}:\d{1,5})(?:\/tcp)?\2(?=\s*(?:#|$))/,
            ([, dash, quote, ports]) => `${dash}${quote || '"'}127.0.0.1:${ports}${quote || '"'}`,
          )
        : [];
    });
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Let ${it.name} listen on 127.0.0.1: its --host argument, its environment variable (OLLAMA_HOST) or the published port ("127.0.0.1:8000:8000").`,
    'Where other hosts need it, put a proxy in front that asks for a credential and uses TLS, and let only the proxy reach it.',
    'Take away the published port, load balancer or firewall rule that led to it.',
  ],
});
