/** Messages of trouble: what is wrong, why it matters, what to do. */

/** Joins the three parts into the text of an error. */
export const sayTrouble = (what: string, why: string, act: string): string =>
  `${what}\n  why it matters: ${why}\n  what to do: ${act}`;
