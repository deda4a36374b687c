/** Text that goes into Markdown on a code host: a name makes no markup there, calls nobody, and links nowhere. */
import { clean } from './text-page.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Begins no mention, issue number or address, and is seen by nobody: hosts look for those in the text between tags. */
const seam = '<!-- -->';

/**
 * The text as it may stand in a line that does not begin with it. Besides markup this defuses what hosts make of bare text: `@name` would
 * write to a person, `#12` and `!12` would link to other work, `https://…` to anywhere.
 */
export const escapeMarkdown = (text: string): string =>
  clean(text.toWellFormed())
    .replace(/[&<>]/g, (character) => entities[character]!)
    .replace(/[\\`*_[\]|~$]/g, (character) => `\\${character}`)
    .replace(/@(?=\w)/g, `@${seam}`)
    .replace(/([#!%]|\bGH-)(?=\d)/gi, `$1${seam}`)
    .replace(/:(?=\/\/)/g, `:${seam}`)
    .replace(/\b(www|mailto|xmpp)(?=[.:])/gi, `$1${seam}`);

/** The text as code: a path, an id. Written as a tag, since a backtick in a name would end the other form. */
export const markdownCode = (text: string): string => `<code>${escapeMarkdown(text)}</code>`;
