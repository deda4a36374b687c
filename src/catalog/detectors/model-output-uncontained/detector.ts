/** Finds code in which text that a model produced reaches a shell, an evaluator, a database or a page as it is. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineDetector } from '../../../kit/define-detector.ts';
import { all, any, fact, kindIs, not } from '../../../kit/tests.ts';

/** What carries out or shows whatever text it is given, gravest first. */
const sinks = {
  shell: {
    sink: 'shell',
    into: 'a shell',
    remedy: 'start the program with a list of arguments and without a shell, and allow only commands that you name',
  },
  eval: {
    sink: 'evaluator',
    into: 'an evaluator',
    remedy: 'read the answer as data with a schema, or run it in a sandbox without keys and network',
  },
  sql: {
    sink: 'query',
    into: 'the text of a database query',
    remedy: 'pass values as parameters of the query, and let the query run as a user that may only read',
  },
  html: { sink: 'page', into: 'a page', remedy: 'escape it before it is shown' },
} as const;
type Sink = keyof typeof sinks;
const names = Object.keys(sinks) as Sink[];

type View = AssetView<'ai-application' | 'tool' | 'notebook'>;

const reachedBy = (it: View): Sink[] => {
  const value = it.snapshot.fact(it.number, 'outputSink')?.value;
  return names.filter((name) => Array.isArray(value) && value.includes(name));
};

export default defineDetector({
  id: 'model-output-uncontained',
  title: 'Model output carried out as it is',
  about: ['ai-application', 'tool', 'notebook'],
  tests: 'model-output-contained',
  category: 'agentic',
  severity: (it) => {
    const [gravest] = reachedBy(it);
    // A person starts a notebook and watches what it does.
    if (gravest === 'html' || it.kind === 'notebook') return 'medium';
    return gravest !== 'sql' && it.text('untrustedInput') === 'true' ? 'critical' : 'high';
  },
  // A tool that was read whole and only computes has nowhere to put what the model gives it.
  applies: any(
    kindIs('it', 'ai-application', 'notebook'),
    all(
      kindIs('it', 'tool'),
      any(
        fact('it', 'executesCode').is(true),
        fact('it', 'changesState').is(true),
        fact('it', 'readsPrivateData').is(true),
      ),
    ),
  ),
  passes: not(fact('it', 'outputSink').includesAny(...names)),
  message: (it) => {
    const into = reachedBy(it).map((name) => sinks[name].into);
    return `In ${it.name}, what the model answers goes into ${into.join(' and ')} as it is.`;
  },
  why: 'Whoever can get words into the model’s context, by a document, a mail or a web page, decides what is carried out there.',
  remedy: (it) => {
    const remedies = reachedBy(it).map((name) => sinks[name].remedy);
    return `Check what the model gives before it is used: ${remedies.join('; ')}.`;
  },
  steps: [
    'Give the answer a schema and refuse what does not fit it (pydantic model_validate_json, zod parse).',
    'Shell: no shell=True, a list of arguments whose first is one of a fixed list. SQL: parameters, a role that only reads. HTML: escape it, or DOMPurify. Python: no eval or exec outside a container without network and credentials.',
  ],
  references: ['LLM05:2025', 'ASI05:2026', 'AML.T0053', 'CWE-77', 'CWE-94', 'CWE-89'],
  payload: (it) => {
    const [gravest = 'eval'] = reachedBy(it);
    const place = it.snapshot.fact(it.number, 'outputSink')?.evidence.at(-1);
    return { sink: sinks[gravest].sink, call: place ? `${place.path}:${place.line}` : '' };
  },
});
