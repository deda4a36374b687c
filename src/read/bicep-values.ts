/** What operators, functions and members of Bicep give, as far as it can be told from what they are given. */
import { literal, type Term, unknownTerm } from '../domain/term.ts';
import { joinText } from './text-term.ts';

/** How strongly each operator binds. */
export const weights: Readonly<Record<string, number>> = {
  '??': 1,
  '||': 2,
  '&&': 3,
  '==': 4,
  '!=': 4,
  '=~': 4,
  '!~': 4,
  '<': 5,
  '>': 5,
  '<=': 5,
  '>=': 5,
  '+': 6,
  '-': 6,
  '*': 7,
  '/': 7,
  '%': 7,
};

/** What a function of the language gives, as far as it can be told from what it is given. */
export const callOf = (name: string, args: readonly Term[], at: number): Term => {
  const [first] = args;
  switch (name.toLowerCase()) {
    case 'tolower':
    case 'trim':
    case 'string':
    case 'any':
    case 'json':
    case 'array':
      return first ?? unknownTerm(`${name} of nothing`, at);
    case 'concat':
    case 'union':
      return { t: 'operation', operator: name === 'union' ? 'merge' : 'concat', of: args, at };
    case 'format': {
      if (first?.t !== 'literal') return unknownTerm('a text that is computed', at);
      const pieces = String(first.value).split(/\{(\d+)\}/);
      return joinText(
        pieces.map((piece, index) =>
          index % 2 === 0 ? literal(piece, at) : (args[Number(piece) + 1] ?? literal('', at)),
        ),
        at,
      );
    }
    // An identifier of a resource is its type and its name; where it stands is known only afterwards.
    case 'resourceid':
    case 'subscriptionresourceid':
    case 'tenantresourceid':
      return joinText(
        args.flatMap((arg, index) => (index === 0 ? [arg] : [literal('/', at), arg])),
        at,
      );
    case 'true':
    case 'false':
      return literal(name === 'true', at);
    default:
      return unknownTerm(`${name} is known only when the template is deployed`, at);
  }
};

/** `account.properties.endpoint` is one name; the member of anything else is looked up in it. */
export const memberOf = (of: Term, key: Term, at: number): Term => {
  const name = key.t === 'literal' ? String(key.value) : undefined;
  if (of.t === 'reference' && name !== undefined && /^\w+$/.test(name))
    return { ...of, name: `${of.name}.${name}`, at };
  if (of.t === 'map' && name !== undefined) {
    const entry = of.entries.findLast(([each]) => each.t === 'literal' && each.value === name);
    if (entry) return entry[1];
  }
  return of.t === 'unknown' ? of : { t: 'member', of, key, at };
};
