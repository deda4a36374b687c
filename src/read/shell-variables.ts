/** Fills the values of variables into a text, as a shell or Docker would: `$NAME`, `${NAME}` and `${NAME:-word}`. */

/** Longest that a text may grow by what is filled in; values that hold each other would double it again and again. */
const longestGrowth = 20_000;

/** A variable without a value, and any that would let the text grow too long, is left as it stands. */
export const fillInVariables = (text: string, lookUp: (name: string) => string | undefined): string => {
  let growth = 0;
  return text.replaceAll(
    /\$(?:\{([A-Za-z_]\w*)(?::-([^${}]*))?\}|([A-Za-z_]\w*))/g,
    (whole, braced?: string, word?: string, bare?: string) => {
      const value = lookUp(braced ?? bare ?? '') ?? word;
      if (value === undefined || growth + value.length > longestGrowth) return whole;
      growth += value.length;
      return value;
    },
  );
};
