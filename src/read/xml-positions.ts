/** Reads XML with the line of every element. No entity but the five of XML itself is known, so nothing expands; nothing outside is fetched. */
import { SaxesParser } from 'saxes';
import { deepestNesting, type Mistake } from './positioned.ts';

/** One element. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text that stands in it directly, without space around it. */
  readonly text: string;
  /** Line from 1 of its opening tag. */
  readonly line: number;
}

/** What reading one file gave: as much as could be read, and what was wrong. */
export interface XmlFile {
  readonly root?: XmlElement;
  readonly errors: readonly Mistake[];
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  readonly texts: string[];
  readonly line: number;
}

/** Thrown to leave the parser at the first mistake; never an `Error`, for it is expected trouble. */
class Stop {
  readonly why: string;
  constructor(why: string) {
    this.why = why;
  }
}

/** Reads an XML text; at the first mistake it stops and gives what stands before it, with the mistake. */
export const readXml = (text: string): XmlFile => {
  const parser = new SaxesParser({ fragment: false });
  const stack: Open[] = [];
  let root: XmlElement | undefined;
  let line = 1;
  const close = (): void => {
    const { texts, ...element } = stack.pop()!;
    const done: XmlElement = { ...element, text: texts.join('').trim() };
    const outer = stack.at(-1);
    if (outer) outer.children.push(done);
    else root = done;
  };
  parser.on('error', ({ message }) => {
    throw new Stop(message.replace(/^\d+:\d+: /, '').replace(/\.$/, ''));
  });
  parser.on('opentagstart', () => {
    // The character behind the name has been read already.
    line = parser.columnIndex === 0 ? parser.line - 1 : parser.line;
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (stack.length >= deepestNesting) throw new Stop(`it is nested deeper than ${deepestNesting} levels`);
    stack.push({
      name: localName(name),
      attributes: attributes as Record<string, string>,
      children: [],
      texts: [],
      line,
    });
  });
  parser.on('closetag', close);
  const add = (piece: string): void => {
    stack.at(-1)?.texts.push(piece);
  };
  parser.on('text', add);
  parser.on('cdata', add);
  const errors: Mistake[] = [];
  try {
    parser.write(text.replace(/^\uFEFF/, '')).close();
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    errors.push({ line: parser.line, why: stop.why });
    while (stack.length > 0) close();
  }
  return { ...(root === undefined ? {} : { root }), errors };
};

/** The name without the prefix of its namespace. */
const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

/** The children of an element that have a name. */
export const childrenOf = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter((child) => child.name === name) ?? [];

/** The first element below a path of names. */
export const childAt = (element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined => {
  let at = element;
  for (const name of path) at = at?.children.find((child) => child.name === name);
  return at;
};

/** The text of the element below a path of names; undefined when it is empty or not there. */
export const childText = (element: XmlElement | undefined, ...path: readonly string[]): string | undefined =>
  childAt(element, ...path)?.text || undefined;
