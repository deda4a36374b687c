/** Placeholder names: what a template leaves for its reader to fill in, which names nothing that exists. */

const brackets = /<[^<>]*>|\{\{[^{}]*\}\}|\[(?:your|insert|enter)\b[^\]]*\]|\$\{?[A-Z_]+\}?$/i;
const begins =
  /^(?:your|replace|enter|insert|fill|put|add|you|todo|tbd|changeme|change[-_ ]me|placeholder|dummy|x{3,})(?:[-_ .:]|$)/i;
const contains =
  /(?:^|[-_ ./])(?:your|placeholder|replace[-_ ]?(?:me|this|with)|change[-_ ]?me|goes[-_ ]here)(?:[-_ ./]|$)/i;

/** Tells whether a text in the place of a name is an instruction to the reader: `<BUCKET_NAME>`, `your-model-id`, a sentence. */
export const isPlaceholderName = (text: string): boolean => {
  const bare = text.replace(/^[a-z0-9]+:(?:\/\/)?/, '');
  return (
    bare.trim() === '' ||
    // A name put together with a value that is not there.
    /^(?:null|undefined|none)$/i.test(bare) ||
    brackets.test(bare) ||
    begins.test(bare) ||
    contains.test(bare) ||
    // Names have no sentences in them.
    bare.trim().split(/\s+/).length > 3
  );
};
