/** Fact values as 32-bit numbers: booleans and small whole numbers as they are, everything else through a dictionary. */
import { type FactName, type FactValue, facts } from '../domain/facts.ts';
import type { StringTable } from './string-table.ts';

/** Whole numbers up to this size are their own code. */
const inlineBound = 2 ** 29;

/** Append-only, so that snapshots and builders may share it. */
export class ValueCodes {
  readonly #texts: StringTable;
  readonly #numbers: number[] = [];
  readonly #numberCodes = new Map<number, number>();

  constructor(texts: StringTable) {
    this.#texts = texts;
  }

  /** Gives the code of a value of a fact. Throws a TypeError when the value is not of the fact’s type. */
  encode(fact: FactName, value: FactValue): number {
    const { type } = facts[fact];
    if (!hasTypeOf(fact, value)) {
      const given = Array.isArray(value)
        ? 'a list that is not all text'
        : `the ${typeof value} ${JSON.stringify(value)}`;
      throw new TypeError(`The fact ${fact} is of type ${type} and was given ${given}; give a value of that type.`);
    }
    if (typeof value === 'boolean') return value ? 1 : 0;
    if (typeof value === 'string') return this.#texts.intern(value);
    if (typeof value !== 'number') return this.#texts.intern(JSON.stringify(value));
    if (Number.isInteger(value) && Math.abs(value) < inlineBound && !Object.is(value, -0)) return value * 2;
    let code = this.#numberCodes.get(value);
    if (code === undefined) {
      code = this.#numbers.push(value) * 2 - 1;
      this.#numberCodes.set(value, code);
    }
    return code;
  }

  decode(fact: FactName, code: number): FactValue {
    const { type } = facts[fact];
    if (type === 'boolean') return code === 1;
    if (type === 'string') return this.#texts.text(code);
    if (type === 'strings') return JSON.parse(this.#texts.text(code)) as readonly string[];
    return code % 2 === 0 ? code / 2 : this.#numbers[(code - 1) / 2]!;
  }
}

/** Tells whether a value is of a fact’s type. */
export const hasTypeOf = (fact: FactName, value: unknown): value is FactValue => {
  const { type } = facts[fact];
  if (type === 'strings') return Array.isArray(value) && value.every((item) => typeof item === 'string');
  if (type === 'number') return typeof value === 'number' && Number.isFinite(value);
  return typeof value === type;
};
