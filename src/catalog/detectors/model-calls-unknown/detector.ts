/** Finds model files that reach functions or classes of which nothing is known. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { tellList } from '../../../kit/tell-list.ts';
import { all, fact } from '../../../kit/tests.ts';
import { formatsAsked } from '../../../read/model-signs.ts';

export default defineDetector({
  id: 'model-calls-unknown',
  title: 'Model file that reaches unknown code when it is loaded',
  about: ['model-artifact', 'dataset'],
  tests: 'model-artifact-inert',
  category: 'model-integrity',
  severity: 'medium',
  // What runs code of a known kind is told by that alone.
  applies: all(
    fact('it', 'inspected').is(true),
    fact('it', 'format').in(...formatsAsked.unknownCalls),
    fact('it', 'codeOnLoad').isEmpty(),
  ),
  passes: fact('it', 'unknownCalls').isEmpty(),
  message: (it) =>
    `Loading ${it.name} reaches code that is on no list of what models need: ${tellList(it, 'unknownCalls')}.`,
  why: 'A pickle calls whatever it names; a class of one’s own program is common there, and so is a function that nobody expected to do harm.',
  remedy: (it) =>
    `Look at what that name does. Keep only the weights of ${it.name} (safetensors), or load it with a list of the classes that it may name.`,
  steps: [
    "List what it names: python -m pickletools <file> | grep -E 'GLOBAL|STACK_GLOBAL', in a container without network and credentials.",
    'Convert it once in such a container to safetensors: safetensors.torch.save_file(torch.load(<file>, weights_only=True), <new file>).',
    'Where classes have to stay, allow them by name: torch.serialization.add_safe_globals([…]).',
  ],
  references: [
    'https://docs.pytorch.org/docs/stable/notes/serialization.html',
    'LLM03:2025',
    'AML.T0011.000',
    'CWE-502',
  ],
  payload: (it) => ({
    format: it.text('format'),
    construct: tellList(it, 'unknownCalls', 1),
    verdict: 'not-allow-listed',
  }),
});
