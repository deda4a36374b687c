/** Shows lines of files without the secrets in them: what is found by its shape, where a credential was seen, and what a fix takes away. */
import type { Edit } from '../../kit/define-remediation.ts';
import { createSecretHider } from '../../kit/hide-secrets.ts';

const gone = '‹withheld›';

/** The text of a line with every quoted text, and what follows a `=` or `:`, taken out. */
const hideValues = (line: string): string => {
  const [, text = '', end = ''] = /^([^\r\n]*)([\r\n]*)$/.exec(line) ?? [];
  const quoted = text.replaceAll(/(["'`])(?:(?!\1)[^\\]|\\.){4,}\1(?!\s*:)/g, `$1${gone}$1`);
  // A long word without quotes is the value of an environment file, a URL or a YAML scalar.
  return quoted.replaceAll(/[A-Za-z0-9_+/.~:@%-]{16,}/g, gone) + end;
};

/** How the lines of one file are shown. `secretLines` are those at which a credential was seen; what `taken` removes is shown to nobody. */
export const createShow = (
  text: string,
  secretLines: ReadonlySet<number>,
  taken: readonly Edit[],
): ((line: string, number: number, side: 'old' | 'new') => string) => {
  const hide = createSecretHider(text);
  const removed = new Set<number>();
  for (const { from, to } of taken) {
    if (to === from) continue;
    const first = text.slice(0, from).split('\n').length;
    for (let at = first; at <= first + text.slice(from, to - 1).split('\n').length - 1; at += 1) removed.add(at);
  }
  return (line, number, side) => {
    return side === 'old' && (removed.has(number) || secretLines.has(number)) ? hideValues(line) : hide(line);
  };
};
