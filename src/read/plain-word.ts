/** Tells whether a word may be quoted in a message: a plain one or a version that somebody mistook for a value, never a piece of binary or a credential. */
export const isPlainWord = (word: string): boolean => /^(?:[A-Za-z]{1,12}|[<>=~^]*\d[\d.]{0,9})$/.test(word);
