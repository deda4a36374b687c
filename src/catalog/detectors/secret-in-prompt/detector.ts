/** Finds prompts, rules files and skills in which a credential stands. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, exists, fact, kindIs, not } from '../../../kit/tests.ts';

const isCode = (kind: string): boolean => kind === 'agent' || kind === 'ai-application' || kind === 'notebook';

export default defineDetector({
  id: 'secret-in-prompt',
  title: 'Credential in a text for a model',
  about: ['instruction-file', 'prompt', 'skill', 'agent', 'ai-application', 'notebook'],
  tests: 'prompt-secret-free',
  category: 'data-exposure',
  severity: 'high',
  // The credential is named by the message; that there is one is known of the text itself.
  passes: not(
    all(
      fact('it', 'holdsSecret').is(true),
      any(
        kindIs('it', 'agent', 'ai-application', 'notebook'),
        exists({
          variables: { secret: 'secret' },
          edges: [{ from: 'it', relation: 'contains', to: 'secret' }],
          where: fact('secret', 'hardCoded').is(true),
        }),
      ),
    ),
  ),
  message: (it) =>
    isCode(it.kind)
      ? `The code of ${it.name} puts a credential that is written into it in a text for a model.`
      : `A credential (${it.witness('secret') ?? 'kind unknown'}) stands in ${it.name}, which a model is given to read.`,
  why: 'Whatever stands in its instructions a model can be talked into repeating, and every provider and log that the prompt passes keeps it.',
  remedy: (it) =>
    `Withdraw the credential at its provider, take it out of ${it.name}, and let the tool that needs it read the new one from its own environment.`,
  steps: [
    'Withdraw the credential at its provider now: whoever can make the model repeat its text has it.',
    'Take it out of {name} and of its history.',
    'Give the new one to the tool that needs it, by its environment (env of the server, os.environ in the tool); the model only names the tool.',
  ],
  references: ['LLM07:2025', 'LLM02:2025', 'AML.T0056', 'AML.T0055', 'CWE-200'],
});
