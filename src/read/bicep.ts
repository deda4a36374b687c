/** Bicep files: parameters, variables, resources, modules and outputs, with their values as terms. https://learn.microsoft.com/azure/azure-resource-manager/bicep/file */
import { literal, type Term, unknownTerm } from '../domain/term.ts';
import { type BicepBody, BicepParser } from './bicep-expressions.ts';
import { readBicepTokens } from './bicep-tokens.ts';
import type { DeclaredName } from './cloudformation.ts';
import type { Mistake } from './positioned.ts';

export interface BicepResource {
  /** Its name in the file; that of one inside another is `outer::inner`. */
  readonly symbol: string;
  /** Without its version: `Microsoft.Storage/storageAccounts`. */
  readonly type: string;
  /** The file only looks it up. */
  readonly existing: boolean;
  /** It stands for any number of resources. */
  readonly repeated: boolean;
  /** A condition decides whether it is made. */
  readonly optional: boolean;
  readonly properties: Term;
  /** Symbol of the resource that it stands in. */
  readonly inside?: string;
  readonly line: number;
}

export interface BicepModule {
  readonly symbol: string;
  /** A path relative to the file, or the address of a registry. */
  readonly source: string;
  readonly parameters: Term;
  readonly line: number;
}

export interface BicepFile {
  /** Their defaults; unknown without one. */
  readonly parameters: readonly DeclaredName[];
  readonly variables: readonly DeclaredName[];
  readonly outputs: readonly DeclaredName[];
  readonly resources: readonly BicepResource[];
  readonly modules: readonly BicepModule[];
  readonly errors: readonly Mistake[];
}

const mostMistakes = 20;
const plainType = (type: string): string => type.replace(/@.*$/s, '');

/** Several resources that a loop makes are looked at as the one that its body describes. */
const bodyOf = ({ value }: BicepBody): Term =>
  value.t === 'list' && value.items.length === 1 ? value.items[0]! : value;

const entryOf = (term: Term, name: string): Term | undefined =>
  term.t === 'map' ? term.entries.findLast(([key]) => key.t === 'literal' && key.value === name)?.[1] : undefined;

class BicepReader {
  readonly #parser: BicepParser;
  readonly parameters: DeclaredName[] = [];
  readonly variables: DeclaredName[] = [];
  readonly outputs: DeclaredName[] = [];
  readonly resources: BicepResource[] = [];
  readonly modules: BicepModule[] = [];
  readonly errors: Mistake[] = [];

  constructor(parser: BicepParser) {
    this.#parser = parser;
  }

  read(): void {
    const parser = this.#parser;
    for (;;) {
      parser.skipLines();
      if (parser.token.is === 'end') return;
      const start = parser.position;
      const { line } = parser;
      try {
        if (!this.#statement()) this.#skip(start);
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        if (this.errors.length < mostMistakes) this.errors.push({ line, why: error.message });
        this.#skip(start);
      }
    }
  }

  /**
   * Goes on behind the statement that begins at a token: at the next line that stands in no bracket, or at what can only begin a statement,
   * because a bracket may never be closed.
   */
  #skip(start: number): void {
    const parser = this.#parser;
    parser.goTo(start);
    let open = 0;
    for (;;) {
      const token = parser.next();
      if (token.is === 'end') {
        parser.goTo(parser.position - 1);
        return;
      }
      if (token.is === 'mark' && '([{'.includes(token.text[0]!)) open += 1;
      if (token.is === 'mark' && ')]}'.includes(token.text)) open -= 1;
      if (token.is === 'line' && (open <= 0 || this.#beginsStatement())) return;
    }
  }

  #beginsStatement(): boolean {
    const parser = this.#parser;
    const { position } = parser;
    const keyword = parser.takeWord() ?? '';
    const named = parser.takeWord() !== undefined;
    const isResource = /^(?:resource|module)$/.test(keyword) && parser.takeText() !== undefined;
    const isName = /^(?:param|output)$/.test(keyword) || (keyword === 'var' && parser.isMark('='));
    parser.goTo(position);
    return named && (isResource || isName);
  }

  #statement(): boolean {
    const parser = this.#parser;
    if (parser.skipMark('@')) {
      parser.expression();
      return true;
    }
    const { line } = parser;
    const keyword = parser.takeWord();
    if (keyword === undefined) return false;
    if (keyword === 'resource') return this.#resource(line);
    if (keyword === 'module') return this.#module(line);
    const name = ['param', 'var', 'output'].includes(keyword) ? parser.takeWord() : undefined;
    if (name === undefined) return false;
    // A type stands before the value; it may go over several lines inside brackets.
    let open = 0;
    while (parser.token.is !== 'end') {
      if (open === 0 && (parser.isMark('=') || parser.token.is === 'line')) break;
      const token = parser.next();
      if (token.is === 'mark' && '([{'.includes(token.text[0]!)) open += 1;
      if (token.is === 'mark' && ')]}'.includes(token.text)) open -= 1;
    }
    if (!parser.skipMark('=')) {
      if (keyword === 'param')
        this.parameters.push({ name, value: unknownTerm(`parameter ${name} has no default`, line), line });
      return true;
    }
    const value = parser.body().value;
    const list = keyword === 'param' ? this.parameters : keyword === 'var' ? this.variables : this.outputs;
    list.push({ name, value, line });
    return true;
  }

  #resource(line: number): boolean {
    const parser = this.#parser;
    const symbol = parser.takeWord();
    const type = parser.takeText();
    if (symbol === undefined || type === undefined) return false;
    const existing = parser.isWord('existing') && parser.takeWord() !== undefined;
    if (!parser.skipMark('=')) return false;
    this.#state(symbol, plainType(type), existing, parser.body(), line, undefined);
    return true;
  }

  #state(
    symbol: string,
    type: string,
    existing: boolean,
    body: BicepBody,
    line: number,
    inside: string | undefined,
  ): void {
    const { repeated, optional, nested } = body;
    const stated = { symbol, type, existing, repeated, optional, properties: bodyOf(body), line };
    this.resources.push(inside === undefined ? stated : { ...stated, inside });
    for (const each of nested)
      this.#state(
        `${symbol}::${each.symbol}`,
        each.type.includes('.') ? plainType(each.type) : `${type}/${plainType(each.type)}`,
        each.existing,
        each.body,
        each.line,
        symbol,
      );
  }

  #module(line: number): boolean {
    const parser = this.#parser;
    const symbol = parser.takeWord();
    const source = parser.takeText();
    if (symbol === undefined || source === undefined || !parser.skipMark('=')) return false;
    const body = bodyOf(parser.body());
    this.modules.push({ symbol, source, parameters: entryOf(body, 'params') ?? literal(null), line });
    return true;
  }
}

/** Reads a Bicep file; what could not be read is told with its line, and everything else stands. */
export const readBicep = (text: string): BicepFile => {
  const { tokens, mistakes } = readBicepTokens(text);
  const reader = new BicepReader(new BicepParser(tokens));
  reader.read();
  const { parameters, variables, outputs, resources, modules, errors } = reader;
  return {
    parameters,
    variables,
    outputs,
    resources,
    modules,
    errors: [...mistakes.slice(0, mostMistakes), ...errors],
  };
};
