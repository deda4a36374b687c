/** Tells whether a word may be quoted in a message: a plain one that somebody mistook for a value, never a piece of binary or a credential. */
export const isPlainWord = (word: string): boolean => /^[A-Za-z]{1,12}$/.test(word);
