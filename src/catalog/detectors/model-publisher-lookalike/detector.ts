/** Finds models and data sets of publishers whose name is nearly that of a known one. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'model-publisher-lookalike',
  title: 'Publisher whose name is nearly a known one’s',
  about: ['model', 'dataset'],
  tests: 'model-publisher-known',
  category: 'model-integrity',
  severity: 'high',
  passes: fact('it', 'resembles').is(''),
  message: (it) => `${it.name} is published under a name that is nearly ${it.text('resembles')}’s, and is not theirs.`,
  why: 'Names that differ by a letter are registered to be fetched by mistake, with files that do harm when they are loaded.',
  remedy: (it) =>
    `Check the name against ${it.text('resembles')}’s own page, and name the full commit of what you reviewed.`,
  steps: [
    'Open the page of the publisher that is meant, from its own site, and compare the whole name.',
    'Name that repository with revision="<40 hexadecimal digits>"; delete the other from caches (hf cache ls, hf cache rm).',
    'Where the look-alike was loaded with code or as a pickle, treat that machine as broken into.',
  ],
  references: ['LLM03:2025', 'AML.T0010.003', 'AML.T0115', 'CWE-1357'],
});
