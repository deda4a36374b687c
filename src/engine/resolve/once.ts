/** Once: values by key, kept when they were found whole; what is asked for while it is being found is a circle. */
import type { Value } from './value.ts';
import { unknownValue } from './value.ts';

export class Once {
  readonly #values = new Map<string, Value>();
  readonly #busy = new Set<string>();
  #cuts = 0;

  /** How often something was cut short (a circle, a bound): what is made under a cut may be less than the whole. */
  get cuts(): number {
    return this.#cuts;
  }

  cut(): void {
    this.#cuts++;
  }

  /** What is called `name` is defined by itself. */
  circle(name: string): Value {
    this.#cuts++;
    return unknownValue(`${name} is defined by itself`);
  }

  /** The value of a key that was found and kept before. */
  known(key: string): Value | undefined {
    return this.#values.get(key);
  }

  /** The value of a key, found by `run` unless it is known. `isKept` is false for what holds in one frame only. */
  find(key: string, isKept: boolean, circle: () => Value, run: () => Value): Value {
    const known = isKept ? this.#values.get(key) : undefined;
    if (known) return known;
    if (this.#busy.has(key)) return circle();
    const cuts = this.#cuts;
    this.#busy.add(key);
    try {
      const value = run();
      if (isKept && cuts === this.#cuts) this.#values.set(key, value);
      return value;
    } finally {
      this.#busy.delete(key);
    }
  }
}

/** Tells whether a value is unknown because the name is defined by itself. */
export const isSelfDefined = (value: Value, name: string): boolean =>
  value.v === 'unknown' && value.why === `${name} is defined by itself`;
