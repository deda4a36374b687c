/** Three-valued truth after Kleene: a deciding known value beats an unknown one, whatever the order. */

export type Truth = 'true' | 'false' | 'unknown';

/** True when all are, false as soon as one is false, else unknown. */
export const allOf = (values: Iterable<Truth>): Truth => {
  let result: Truth = 'true';
  for (const value of values) {
    if (value === 'false') return 'false';
    if (value === 'unknown') result = 'unknown';
  }
  return result;
};

/** True as soon as one is true, false when all are false, else unknown. */
export const anyOf = (values: Iterable<Truth>): Truth => {
  let result: Truth = 'false';
  for (const value of values) {
    if (value === 'true') return 'true';
    if (value === 'unknown') result = 'unknown';
  }
  return result;
};

/** True becomes false and the reverse; unknown stays. */
export const negate = (value: Truth): Truth => (value === 'unknown' ? 'unknown' : value === 'true' ? 'false' : 'true');

/** A boolean that is known. */
export const known = (value: boolean): Truth => (value ? 'true' : 'false');
