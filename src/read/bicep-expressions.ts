/** Expressions of Bicep as terms: names are references of the namespace `bicep`, and what only the deployment knows is unknown. */
import { literal, type Term, unknownTerm } from '../domain/term.ts';
import { BicepCursor, isMarkToken } from './bicep-cursor.ts';
import { callOf, memberOf, weights } from './bicep-values.ts';
import { listTerm, mapTerm } from './bounded-term.ts';
import { joinText } from './text-term.ts';

/** Deepest nesting of expressions. */
const deepest = 60;
/** Most operators or members in one row. */
const longest = 200;

/** A resource that stands inside the body of another one. */
export interface NestedResource {
  readonly symbol: string;
  readonly type: string;
  readonly existing: boolean;
  readonly body: BicepBody;
  readonly line: number;
}

/** What stands behind `=` of a resource or module: its body, whether it is one of many, and what stands in it. */
export interface BicepBody {
  readonly value: Term;
  readonly repeated: boolean;
  /** A condition decides whether it is made. */
  readonly optional: boolean;
  readonly nested: readonly NestedResource[];
}

/** What a name of a loop means while its body is read. */
type Bound = ReadonlyMap<string, Term>;
const unbound: Bound = new Map();

export class BicepParser extends BicepCursor {
  expression(bound: Bound = unbound, depth = 0): Term {
    const { line } = this;
    const condition = this.#binary(bound, depth, 1);
    const before = this.at;
    this.skipLines();
    if (!this.skipMark('?')) {
      this.at = before;
      return condition;
    }
    this.skipLines();
    const yes = this.expression(bound, depth + 1);
    this.skipLines();
    if (!this.skipMark(':')) return unknownTerm('a condition that is not whole', line);
    this.skipLines();
    const no = this.expression(bound, depth + 1);
    if (condition.t === 'literal') return condition.value === true || condition.value === 'true' ? yes : no;
    return { t: 'either', of: [yes, no], at: line };
  }

  #binary(bound: Bound, depth: number, least: number): Term {
    let left = this.#unary(bound, depth);
    for (let count = 0; ; count += 1) {
      if (count > longest) left = unknownTerm('an expression of very many parts', this.line);
      const { token } = this;
      const weight = token.is === 'mark' && Object.hasOwn(weights, token.text) ? weights[token.text]! : 0;
      if (token.is !== 'mark' || weight < least) return left;
      this.at += 1;
      this.skipLines();
      const right = this.#binary(bound, depth + 1, weight + 1);
      left =
        token.text === '??'
          ? { t: 'either', of: [left, right], at: token.line }
          : { t: 'operation', operator: token.text, of: [left, right], at: token.line };
    }
  }

  #unary(bound: Bound, depth: number): Term {
    const { line } = this;
    if (depth > deepest) throw new RangeError(`nested deeper than ${deepest} levels`);
    if (this.skipMark('!')) {
      const of = this.#unary(bound, depth + 1);
      return of.t === 'literal' && typeof of.value === 'boolean'
        ? literal(!of.value, line)
        : { t: 'operation', operator: 'not', of: [of], at: line };
    }
    if (this.skipMark('-')) {
      const of = this.#unary(bound, depth + 1);
      return of.t === 'literal' && typeof of.value === 'number' ? literal(-of.value, line) : of;
    }
    return this.#members(this.#primary(bound, depth), bound, depth);
  }

  #members(start: Term, bound: Bound, depth: number): Term {
    let of = start;
    for (let count = 0; ; count += 1) {
      if (count > longest) of = unknownTerm('a name of very many parts', this.line);
      const { line } = this;
      if (this.skipMark('.') || this.skipMark('.?') || this.skipMark('?.') || this.skipMark('::')) {
        const name = this.takeWord();
        if (name === undefined) return unknownTerm('a member without a name', line);
        if (this.isMark('(')) {
          this.#arguments(bound, depth);
          of = unknownTerm(`${name} is known only when the template is deployed`, line);
        } else of = memberOf(of, literal(name, line), line);
        continue;
      }
      if (this.isMark('[') || this.isMark('[?')) {
        this.at += 1;
        this.skipLines();
        const key = this.expression(bound, depth + 1);
        this.skipLines();
        this.skipMark(']');
        of = memberOf(of, key, line);
        continue;
      }
      // `x!` says only that it is not null.
      if (this.isMark('!') && this.token.line === line && !this.#isOperand(1)) {
        this.at += 1;
        continue;
      }
      return of;
    }
  }

  #isOperand(ahead: number): boolean {
    const token = this.tokens[this.at + ahead];
    return token?.is === 'word' || token?.is === 'text' || token?.is === 'number';
  }

  #arguments(bound: Bound, depth: number): readonly Term[] {
    const found: Term[] = [];
    this.skipMark('(');
    for (;;) {
      this.skipLines();
      if (this.skipMark(')') || this.token.is === 'end') return found;
      const before = this.at;
      found.push(this.#lambda() ?? this.expression(bound, depth + 1));
      this.skipLines();
      this.skipMark(',');
      if (this.at === before) this.at += 1;
    }
  }

  /** `x => …` and `(x, y) => …` are not followed: their values are made when the template is deployed. */
  #lambda(): Term | undefined {
    const { line } = this;
    let ahead = this.at;
    if (this.isMark('(')) while (ahead < this.tokens.length && !isMarkToken(this.tokens[ahead], ')')) ahead += 1;
    if (!isMarkToken(this.tokens[ahead + 1], '=>')) return undefined;
    this.at = ahead + 2;
    let open = 0;
    for (; this.token.is !== 'end'; this.at += 1) {
      const { token } = this;
      if (token.is !== 'mark') continue;
      if ('([{'.includes(token.text)) open += 1;
      if (')]}'.includes(token.text) && open-- === 0) break;
      if (token.text === ',' && open === 0) break;
    }
    return unknownTerm('a function that is written in place', line);
  }

  #primary(bound: Bound, depth: number): Term {
    const { token } = this;
    const { line } = token;
    if (token.is === 'number') {
      this.at += 1;
      return literal(token.value, line);
    }
    if (token.is === 'text') {
      this.at += 1;
      return joinText(
        token.pieces.map((piece) =>
          typeof piece === 'string' ? literal(piece, line) : new BicepParser(piece).expression(bound, depth + 1),
        ),
        line,
      );
    }
    if (token.is === 'word') {
      this.at += 1;
      if (token.text === 'true' || token.text === 'false') return literal(token.text === 'true', line);
      if (token.text === 'null') return literal(null, line);
      if (this.isMark('(')) return callOf(token.text, this.#arguments(bound, depth), line);
      return bound.get(token.text) ?? { t: 'reference', namespace: 'bicep', name: token.text, at: line };
    }
    if (this.skipMark('(')) {
      this.skipLines();
      const inner = this.expression(bound, depth + 1);
      this.skipLines();
      this.skipMark(')');
      return inner;
    }
    if (this.isMark('{')) return this.object(bound, depth).value;
    if (this.isMark('[')) return this.#list(bound, depth).value;
    return unknownTerm('an expression that could not be read', line);
  }

  /** An object, with the resources that stand in it. */
  object(bound: Bound = unbound, depth = 0): BicepBody {
    const { line } = this;
    if (depth > deepest) throw new RangeError(`nested deeper than ${deepest} levels`);
    const entries: (readonly [Term, Term])[] = [];
    const nested: NestedResource[] = [];
    this.skipMark('{');
    for (;;) {
      while (this.token.is === 'line' || this.isMark(',')) this.at += 1;
      if (this.skipMark('}') || this.token.is === 'end') break;
      const before = this.at;
      if (this.skipMark('...')) {
        const spread = this.expression(bound, depth + 1);
        if (spread.t === 'map') entries.push(...spread.entries);
        continue;
      }
      this.#skipDecorators(bound, depth);
      const inner = this.isWord('resource') ? this.#nestedResource(bound, depth) : undefined;
      if (inner) nested.push(inner);
      else {
        const key = this.#key(bound, depth);
        this.skipLines();
        if (key && this.skipMark(':')) {
          this.skipLines();
          entries.push([key, this.expression(bound, depth + 1)]);
        }
      }
      if (this.at === before) this.at += 1;
    }
    return { value: mapTerm(entries, line), repeated: false, optional: false, nested };
  }

  #skipDecorators(bound: Bound, depth: number): void {
    while (this.skipMark('@')) {
      this.expression(bound, depth + 1);
      this.skipLines();
    }
  }

  #key(bound: Bound, depth: number): Term | undefined {
    const { token } = this;
    if (token.is === 'word') {
      this.at += 1;
      return literal(token.text, token.line);
    }
    return token.is === 'text' ? this.#primary(bound, depth) : undefined;
  }

  #nestedResource(bound: Bound, depth: number): NestedResource | undefined {
    const { line } = this;
    const start = this.at;
    this.at += 1;
    const symbol = this.takeWord();
    const type = this.takeText();
    if (symbol === undefined || type === undefined) {
      this.at = start;
      return undefined;
    }
    const existing = this.takeWord() === 'existing';
    this.skipMark('=');
    return { symbol, type, existing, body: this.body(bound, depth + 1), line };
  }

  /** What stands behind `=`: an object, one with a condition, or a loop. */
  body(bound: Bound = unbound, depth = 0): BicepBody {
    this.skipLines();
    if (this.isWord('if')) {
      this.at += 1;
      this.#arguments(bound, depth);
      return { ...this.body(bound, depth + 1), optional: true };
    }
    if (this.isMark('[')) return this.#list(bound, depth);
    if (this.isMark('{')) return this.object(bound, depth);
    return { value: this.expression(bound, depth), repeated: false, optional: false, nested: [] };
  }

  #list(bound: Bound, depth: number): BicepBody {
    const { line } = this;
    if (depth > deepest) throw new RangeError(`nested deeper than ${deepest} levels`);
    this.skipMark('[');
    this.skipLines();
    if (this.isWord('for')) return this.#loop(bound, depth);
    const items: Term[] = [];
    for (;;) {
      while (this.token.is === 'line' || this.isMark(',')) this.at += 1;
      if (this.skipMark(']') || this.token.is === 'end') break;
      const before = this.at;
      if (this.skipMark('...')) {
        const spread = this.expression(bound, depth + 1);
        items.push(...(spread.t === 'list' ? spread.items : [spread]));
      } else items.push(this.expression(bound, depth + 1));
      if (this.at === before) this.at += 1;
    }
    return { value: listTerm(items, line), repeated: false, optional: false, nested: [] };
  }

  /** `for x in list: …`, `for (x, i) in list: …`: the body once, with `x` as any item of the list. */
  #loop(bound: Bound, depth: number): BicepBody {
    const { line } = this;
    this.at += 1;
    const isPair = this.skipMark('(');
    const item = this.takeWord();
    const index = isPair && this.skipMark(',') ? this.takeWord() : undefined;
    if (isPair) this.skipMark(')');
    this.takeWord();
    const list = this.expression(bound, depth + 1);
    this.skipMark(':');
    const which = unknownTerm('one of several', line);
    const inner = new Map(bound);
    if (item !== undefined)
      inner.set(
        item,
        list.t === 'list' ? { t: 'either', of: list.items, at: line } : { t: 'member', of: list, key: which, at: line },
      );
    if (index !== undefined) inner.set(index, which);
    const body = this.body(inner, depth + 1);
    this.skipLines();
    this.skipMark(']');
    return { ...body, value: listTerm([body.value], line), repeated: true };
  }
}
