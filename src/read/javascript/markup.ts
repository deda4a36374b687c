/** Markup in JavaScript (JSX): an element is a call of its component with named attributes. */
import type { Term } from '../../domain/term.ts';
import { literal, unknownTerm } from '../../domain/term.ts';
import type { Place } from '../program-builder.ts';
import type { SyntaxNode } from '../syntax-tree.ts';
import type { JavaScriptReading } from './reading.ts';

/** Attributes of HTML elements into which content can break out or lead away; other elements are not listed as calls. */
const notable = new Set([
  'dangerouslySetInnerHTML',
  'innerHTML',
  'srcDoc',
  'srcdoc',
  'href',
  'src',
  'action',
  'formAction',
]);

/** The term of an element or fragment. Children that are markup themselves are read, but are no part of the term. */
export const readMarkup = (reading: JavaScriptReading, node: SyntaxNode, place: Place): Term => {
  const head = node.kind === 'jsx_element' ? node.field('open_tag') : node;
  const name = head?.field('name');
  const isElement = name?.kind === 'identifier' && /^[a-z]/.test(name.text);
  const named: Record<string, Term> = {};
  let spread = false;
  let isNotable = false;
  for (const attribute of head?.fields('attribute') ?? []) {
    if (attribute.kind === 'jsx_expression') {
      const inner = attribute.parts[0];
      if (!inner) continue;
      spread = true;
      const term = reading.term(inner.kind === 'spread_element' && inner.parts[0] ? inner.parts[0] : inner, place);
      named['**'] = named['**'] ? { t: 'operation', operator: 'spread', of: [named['**'], term] } : term;
      continue;
    }
    const [key, value] = attribute.parts;
    if (!key || key.text === '__proto__') continue;
    const term = value ? reading.term(value, place) : literal(true, reading.builder.line(attribute));
    named[key.text] = term;
    if (notable.has(key.text) && term.t !== 'literal') isNotable = true;
  }
  const children: Term[] = [];
  for (const part of node.kind === 'jsx_element' ? node.parts : []) {
    if (part.kind === 'jsx_expression') {
      if (part.parts[0]) children.push(reading.term(part, place));
    } else if (/^jsx_(?:element|self_closing_element|fragment)$/.test(part.kind)) reading.term(part, place);
  }
  if (!name || (isElement && !isNotable)) return unknownTerm('markup', reading.builder.line(node));
  if (children.length > 0) named.children = children.length === 1 ? children[0]! : { t: 'list', items: children };
  const callee: Term = isElement ? literal(name.text) : reading.term(name, place);
  return reading.builder.call(callee, [], named, spread, place, node);
};
