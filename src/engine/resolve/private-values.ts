/** Private values: data that is not public among what a function gives back: the environment, credentials, what was read of stores. */
import type { Evidence } from '../../domain/evidence.ts';
import { isCredentialName } from '../../read/secret-shapes.ts';
import { moduleOf } from './call-graph.ts';
import { computedName } from './configured.ts';
import { contextOf, type Evaluation } from './evaluation.ts';
import { visitParts } from './ingredients.ts';
import type { Value } from './value.ts';

/** Calls of the language itself that tell something about a value and give nothing of it. */
const telling = /\.(?:bool|len|Boolean|isinstance|hasattr|any|all|keys|type|id|hash)\(\)$/;

/** Where private data stands in a value that is given back `at` a place, with what it is; undefined where none was seen. */
export const privatePartOf = (evaluation: Evaluation, value: Value, at: Evidence): Evidence | undefined => {
  let found: Evidence | undefined;
  visitParts(
    value,
    (part) => {
      found ??= privateAt(part, at);
    },
    (part) => (part.v === 'object' ? givenBack(evaluation, part) : undefined),
  );
  return found;
};

const privateAt = (part: Value, at: Evidence): Evidence | undefined => {
  if (part.v === 'symbol' || part.v === 'object') {
    const [place = at] = part.trail;
    const isPrivate = part.libraries.yields(part.path) === 'private-data' && !telling.test(part.path);
    return isPrivate ? { ...place, note: `gives back ${part.path.replace(/^globalThis\./, '')}` } : undefined;
  }
  if (part.v === 'unknown' && part.why === computedName) {
    const [place = at] = part.trail;
    return { ...place, note: 'gives back any variable of the environment' };
  }
  if (part.v !== 'literal' && part.v !== 'unknown' && part.v !== 'handle') return undefined;
  const hop = part.trail.find(({ note }) => isCredentialName(variableIn(note)));
  return hop && { ...hop, note: `gives back the environment variable ${variableIn(hop.note)}` };
};

const variableIn = (note: string | undefined): string =>
  /^(?:default of )?environment variable (\S+)$/.exec(note ?? '')?.[1] ?? '';

/**
 * What a library’s call was given, where it gives that back in another form: `JSON.stringify(x)`, `TextContent(text=x)`. A call with a
 * meaning does what that says, and what a client was made with stays in it.
 */
const givenBack = (evaluation: Evaluation, value: Extract<Value, { v: 'object' }>): readonly Value[] => {
  const { path, libraries, receiver, site } = value;
  const module = moduleOf(path);
  const isOfLanguage = module === 'builtins' || module === 'globalThis';
  if (telling.test(path) || (receiver && !isOfLanguage)) return [];
  if (!isOfLanguage && !libraries.hasModule(module)) return [];
  if (libraries.meaningsOf(path.slice(0, -2), 'call').length > 0) return [];
  const context = contextOf(site);
  const given = [...site.call.args, ...Object.values(site.call.named)];
  const parts = given.map((each) => evaluation.evaluate(each, context));
  return receiver ? [receiver, ...parts] : parts;
};
