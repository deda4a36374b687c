/** JavaScript calls and constructor calls, and those that mean a module or an environment variable. */
import type { Term } from '../../domain/term.ts';
import { unknownTerm } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import { environmentCall } from './environment.ts';
import { isFunctionNode, moduleTerm, requiredModule } from './modules.ts';
import type { JavaScriptReading } from './reading.ts';
import { eachOf } from './targets.ts';

/** Methods that call their first argument with each element. */
const elementMethods = new Set([
  'map',
  'forEach',
  'filter',
  'find',
  'findLast',
  'flatMap',
  'some',
  'every',
  'findIndex',
]);

/** The term of a call; `new X()` and tagged templates are calls too. */
export const readCall = (reading: JavaScriptReading, node: SyntaxNode, place: Place): Term => {
  const { builder } = reading;
  const module = requiredModule(reading, node, place);
  if (module !== undefined) return moduleTerm(reading, module, place, node);
  const target = node.field('function') ?? node.field('constructor');
  // In a chain over several lines the method’s own line says where the call is.
  const spot = target?.field('property') ?? node;
  const callee = target ? reading.term(target, place) : unknownTerm('nothing');
  const list = node.field('arguments');
  const args: Term[] = [];
  let spread = false;
  if (list?.kind === 'template_string') args.push(reading.term(list, place));
  else {
    for (const part of list?.parts ?? []) {
      if (part.kind === 'spread_element') spread = true;
      args.push(
        isFunctionNode(part)
          ? reading.functionTerm(part, place, { given: givenBy(callee, args.length) })
          : reading.term(part, place),
      );
    }
  }
  return (
    environmentCall(builder, callee, args, builder.line(spot)) ?? builder.call(callee, args, {}, spread, place, spot)
  );
};

/** What a well-known method gives to the function it is handed. */
const givenBy = (callee: Term, position: number): readonly (Term | undefined)[] => {
  if (callee.t !== 'member' || typeof callee.key !== 'string' || position !== 0) return [];
  if (elementMethods.has(callee.key)) return [eachOf(callee.of)];
  if (callee.key === 'then') return [callee.of];
  if (callee.key === 'reduce') return [undefined, eachOf(callee.of)];
  return [];
};
