/** Finds debuggers and shared pages of a program that others than its developer reach. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { any, fact } from '../../../kit/tests.ts';

const loopback = /^(?:127\.|localhost$|::1$|\[::1\])/;

export default defineDetector({
  id: 'debug-page-open',
  title: 'Debugger or shared page that others reach',
  about: 'management-interface',
  tests: 'management-interface-closed',
  category: 'endpoint',
  severity: 'medium',
  applies: fact('it', 'service').in('werkzeug', 'gradio'),
  passes: any(
    fact('it', 'authentication').in('key', 'token', 'identity', 'password', 'mutual-tls'),
    fact('it', 'bindAddress').matches(loopback),
  ),
  message: (it) =>
    it.text('service') === 'gradio'
      ? `${it.name} gives the program a public address on the internet, without asking for a password.`
      : `${it.name} is on and answers on ${it.text('bindAddress')}.`,
  why: 'It shows strangers prompts, code, variables and keys of the program, spends on its models, and a debugger lets them run code once its code is guessed.',
  remedy: (it) =>
    it.text('service') === 'gradio'
      ? 'Leave share off, or give launch() a password by auth, and serve it behind a proxy of your own.'
      : 'Leave debug off where others reach the program; let a server made for that run it, or bind it to 127.0.0.1.',
  references: ['AML.T0069', 'CWE-489', 'CWE-200'],
});
