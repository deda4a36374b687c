/** Answers: what the code of a web route gives back to whoever asked, as far as that is a key or the standing instructions of a model. */

import type { Term } from '../../domain/term.ts';
import { credentialOf } from '../../kit/observe-named-secret.ts';
import type { CodeContext } from './made-assets.ts';
import { alternatives } from './value.ts';
import type { ProgramFile } from './world.ts';

/** Calls whose arguments are the answer, or a part of it. */
const answering =
  /^(?:json|jsonify|send|write|end|render|render_template|JSONResponse|PlainTextResponse|ORJSONResponse|HTMLResponse|Response|NextResponse|make_response|dict|HttpResponse|JsonResponse)$/;

/** Names under which programs keep the standing instructions of a model. */
const promptName = /^(?:[a-z]+_)?system_?(?:prompt|message|instructions?)(?:_text|_template)?$/i;
/** A prompt is a text of some length; a role or a key of a map is none. */
const shortestPrompt = 40;

type Held = 'key' | 'system-prompt';

interface Found {
  readonly held: Held;
  readonly line: number;
}

const lastName = (term: Term): string | undefined =>
  term.t === 'name' ? term.name : term.t === 'member' && typeof term.key === 'string' ? term.key : undefined;

/** Credentials of AI providers; a log-in route rightly answers with a token of its own. */
const isKey = (name: string): boolean => {
  const kind = credentialOf(name);
  return kind !== undefined && kind.provider !== 'unknown';
};

class Search {
  readonly found: Found[] = [];
  readonly #context: CodeContext;
  readonly #file: ProgramFile;

  constructor(context: CodeContext, file: ProgramFile) {
    this.#context = context;
    this.#file = file;
  }

  #note(held: Held, line: number | undefined): void {
    this.found.push({ held, line: line ?? 1 });
  }

  /** Looks only where a value stays what it is: what a function makes of a key is not the key. */
  look(term: Term, line: number, depth = 0): void {
    const at = term.at || line;
    if (depth > 12) return;
    const inside = (...of: readonly Term[]): void => {
      for (const each of of) this.look(each, at, depth + 1);
    };
    switch (term.t) {
      case 'environment':
        if (typeof term.name === 'string' && isKey(term.name)) this.#note('key', at);
        return;
      case 'reference':
        if (term.namespace === 'secret') this.#note('key', at);
        return;
      case 'name':
      case 'member':
        this.#lookName(term, at);
        return;
      case 'list':
        inside(...term.items);
        return;
      case 'map':
        inside(...term.entries.map(([, value]) => value));
        return;
      case 'either':
        inside(...term.of);
        return;
      case 'template':
        inside(...term.parts);
        return;
      case 'operation':
        if (/^(?:await|spread|\+|\?\?|\|\|)$/.test(term.operator)) inside(...term.of);
        return;
      case 'call':
        if (answering.test(lastName(term.callee) ?? '')) inside(...term.args, ...Object.values(term.named));
        return;
      default:
    }
  }

  #lookName(term: Term, at: number): void {
    const name = lastName(term);
    if (name === undefined) return;
    if (isKey(name)) {
      this.#note('key', at);
      return;
    }
    const isPrompt = promptName.test(name);
    if (!isPrompt && term.t !== 'name') return;
    const { evaluator } = this.#context;
    const value = evaluator.evaluate(term, { path: this.#file.path, file: this.#file, frame: undefined });
    // A prompt that somebody stored or sent is theirs; one that stands in the code is the model’s.
    const isText = alternatives(value).some(
      (each) => each.v === 'literal' && typeof each.value === 'string' && each.value.length >= shortestPrompt,
    );
    if (isPrompt && isText) this.#note('system-prompt', at);
    else if (term.t === 'name') this.#lookBinding(term);
  }

  /** A local name for a key: `key = os.environ["OPENAI_API_KEY"]`. */
  #lookBinding(term: Extract<Term, { t: 'name' }>): void {
    const { bindings } = this.#file.program;
    for (const binding of bindings)
      if (binding.name === term.name && binding.scope === term.scope && binding.term.t === 'environment')
        this.look(binding.term, binding.line);
  }
}

/** Whether a scope is that of a function’s body or lies inside it. */
const isInside = (file: ProgramFile, scope: number, body: number): boolean => {
  for (let at = scope; at >= 0; at = file.program.scopes[at]?.parent ?? -1) if (at === body) return true;
  return false;
};

/** States what the answers of web routes hold; of a route whose code was read and gives nothing away, that they hold nothing. */
export const stateAnswers = (context: CodeContext): void => {
  const { drafts, graph, evaluator } = context;
  for (const [asset, places] of graph.codeOf()) {
    if (drafts.kind(asset) !== 'web-route') continue;
    for (const { file, index } of places) {
      const summary = file.program.functions[index];
      if (summary === undefined) continue;
      const search = new Search(context, file);
      for (const term of summary.returns) search.look(term, summary.line);
      for (const { call, scope, line } of file.program.calls)
        if (isInside(file, scope, summary.body) && answering.test(lastName(call.callee) ?? '')) search.look(call, line);
      for (const { held, line } of search.found)
        drafts.fact(asset, 'responseHolds', [held], [evaluator.evidence(file, line)]);
      if (search.found.length === 0)
        drafts.fact(
          asset,
          'responseHolds',
          [],
          [{ ...evaluator.evidence(file, summary.line), how: 'inferred', confidence: 0.7 }],
        );
    }
  }
};
