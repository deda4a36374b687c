/** Finds chat templates that reach Python, hide text from their reader or give the model orders of their own. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { tellList } from '../../../kit/tell-list.ts';
import { all, fact } from '../../../kit/tests.ts';
import { formatsAsked } from '../../../read/model-signs.ts';

export default defineDetector({
  id: 'chat-template-unsafe',
  title: 'Chat template that does more than lay out a conversation',
  about: 'model-artifact',
  tests: 'chat-template-inert',
  category: 'model-integrity',
  severity: (it) =>
    /(?:reaches inner|reaches objects|looks up|runs or opens)/.test(tellList(it, 'templateSigns', 20))
      ? 'critical'
      : 'high',
  applies: all(fact('it', 'inspected').is(true), fact('it', 'format').in(...formatsAsked.templateSigns)),
  passes: fact('it', 'templateSigns').isEmpty(),
  message: (it) => `The chat template of ${it.name} ${tellList(it, 'templateSigns')}.`,
  why: 'A template runs for every message: outside a sandbox it can run code on the server, and whatever it says is an instruction that no user or developer wrote.',
  remedy: (it) =>
    `Do not serve ${it.name} with this template. Give the server the publisher’s own (vLLM: --chat-template, llama.cpp: --chat-template-file) after reading it, and raise the server to a version that renders templates in a sandbox.`,
  steps: [
    'Read the template: huggingface_hub: tokenizer_config.json, key chat_template; GGUF: gguf-dump --no-tensors {name}.',
    'Take the publisher’s own file, and start the server with it: vllm serve … --chat-template template.jinja; llama-server … --jinja --chat-template-file template.jinja.',
    'Raise transformers, vLLM and llama-cpp-python to releases that render templates in a sandbox (llama-cpp-python 0.2.72 or later).',
  ],
  references: [
    'https://jinja.palletsprojects.com/en/stable/sandbox/',
    'LLM01:2025',
    'LLM04:2025',
    'AML.T0018',
    'AML.T0051',
    'CWE-1336',
  ],
});
