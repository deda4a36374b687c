/** Finds interfaces through which a cluster, tracker, builder or model server is operated, and that other hosts reach without a credential of one's own. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, exists, fact, not } from '../../../kit/tests.ts';

/** Whoever reaches them runs code, by design. */
const runsCode: ReadonlySet<string> = new Set(['ray', 'spark', 'dask', 'langflow', 'flowise', 'airflow', 'mindsdb']);

/** Debuggers and shared pages of code are asked about elsewhere, and so are notebook servers. */
const elsewhere = ['jupyter', 'werkzeug', 'gradio'] as const;

export default defineDetector({
  id: 'management-interface-open',
  title: 'Management interface without authentication',
  about: 'management-interface',
  tests: 'management-interface-closed',
  category: 'endpoint',
  severity: (it) => {
    const isGrave =
      runsCode.has(it.text('service')) || it.name.startsWith('management ') || it.name.startsWith('model control');
    if (it.text('public') === 'true') return isGrave ? 'critical' : 'high';
    return isGrave ? 'high' : 'medium';
  },
  applies: all(
    not(fact('it', 'service').in(...elsewhere)),
    exists({ variables: { way: 'network-exposure' }, edges: [{ from: 'way', relation: 'exposes', to: 'it' }] }),
  ),
  passes: fact('it', 'authentication').in('key', 'token', 'identity', 'password', 'mutual-tls'),
  message: (it) => {
    const place = `${it.name} (${it.text('service')})${it.has('port') ? ` answers at port ${it.text('port')}` : ' answers other hosts'}`;
    return it.text('authentication') === 'default-credential'
      ? `${place} with the credential that its maker documents, so that everybody has it.`
      : `${place} without asking for a credential.`;
  },
  why: 'Whoever reaches it submits jobs, loads or deletes models, reads runs and keys, and on many of them runs code on the host.',
  remedy: (it) =>
    it.text('authentication') === 'default-credential'
      ? `Give ${it.name} a credential of your own, kept out of the file, and publish its port on 127.0.0.1 only.`
      : `Publish the port of ${it.name} on 127.0.0.1 only, or put a proxy in front of it that asks who it is; switch its own authentication on where it has one.`,
  references: ['AML.T0049', 'AML.T0050', 'LLM03:2025', 'CWE-306', 'CWE-1392'],
});
