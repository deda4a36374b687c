/** Finds transcripts of coding agents and credential files that every user of the machine may read. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { any, fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'trace-readable-by-all',
  title: 'Transcript or login that every user may read',
  about: ['log-sink', 'secret'],
  tests: 'local-file-private',
  category: 'data-exposure',
  severity: 'medium',
  passes: any(fact('it', 'readableByOthers').is(false)),
  message: (it) =>
    it.kind === 'secret'
      ? `Every user of the machine may read the login ${it.name}.`
      : `Every user of the machine may read the ${it.name}.`,
  why: 'Transcripts hold code, prompts and now and then a key; a login works for whoever copies it, and any program that runs as another user can.',
  remedy:
    'Take the rights of others away from the file and its folder: chmod 600 for the file, chmod 700 for the folder.',
  steps: [
    'chmod 600 <file> and chmod 700 <its folder>; umask 077 for whoever writes it.',
    'Withdraw the credentials in it where other people use the machine.',
  ],
  references: ['LLM02:2025', 'AML.T0037', 'AML.T0055', 'CWE-732'],
});
