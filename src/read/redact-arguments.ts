/** Takes credentials out of a command’s arguments and of addresses, and says which they were. */
import { isPlaceholder, type Judgement, judgeNamed, judgeValue } from './secret-shapes.ts';

export interface RedactedArgument {
  readonly text: string;
  /** The credential that was taken out. */
  readonly secret?: Judgement;
}

export const redacted = '[redacted]';

/** Options whose value opens something, whatever it looks like. */
const secretOption =
  /^--?(?:[\w-]+-)?(?:api-?key|key|token|secret|password|passwd|pat|access-token|auth|bearer|credentials?)$/i;

/** Name and value of a header may be two arguments: `--headers x-api-key VALUE`. */
const headerOption = /^(?:--?headers?|-H)$/i;
const secretHeader = /^(?:proxy-)?authorization$|(?:^|-)(?:api-?key|key|token|secret|auth)$/i;

/** An address without user, password and fragment; values of its query are dropped, their names stay. */
export const withoutCredentials = (url: string): string =>
  url
    .replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@\s]*@/i, '$1')
    .replace(/#.*$/, '')
    .replace(/\?.*$/, (query) => query.replaceAll(/=[^&]*/g, '='));

/** The credential in the query or user part of an address. */
export const secretInUrl = (url: string): Judgement | undefined => {
  const byShape = judgeValue(url);
  if (byShape) return byShape;
  for (const [, name = '', value = ''] of url.matchAll(/[?&]([\w.-]+)=([^&#]*)/g)) {
    const judgement = judgeNamed(name, value);
    if (judgement) return judgement;
  }
  return undefined;
};

const isReference = (text: string): boolean => /\$\{|^\$[A-Za-z_]|^%[A-Z_]+%$|^<.*>$/.test(text);

/** Redacts a list of arguments, each for itself and in the light of the option before it. */
export const redactArguments = (list: readonly string[]): readonly RedactedArgument[] =>
  list.map((text, at) => {
    const option = list[at - 1] ?? '';
    if (isReference(text)) return { text };
    const isValueOfHeader = headerOption.test(list[at - 2] ?? '') && secretHeader.test(option);
    if ((secretOption.test(option) || isValueOfHeader) && !text.startsWith('-')) {
      const judgement = judgeNamed('API_KEY', text);
      const secret =
        judgement ??
        (isPlaceholder(text) || !/\d/.test(text) ? undefined : { kind: 'credential', value: text, confidence: 0.5 });
      return secret ? { text: redacted, secret } : { text: isPlaceholder(text) ? text : redacted };
    }
    const assignment = /^(-{0,2}[\w.-]+)=([\s\S]+)$/.exec(text);
    if (assignment) {
      const [, name = '', value = ''] = assignment;
      if (isReference(value)) return { text };
      const judgement = judgeNamed(name.replace(/^-+/, ''), value) ?? judgeValue(value);
      if (judgement) return { text: `${name}=${redacted}`, secret: judgement };
      if (secretOption.test(name) && !isPlaceholder(value)) return { text: `${name}=${redacted}` };
    }
    const header = /^([\w-]+):\s*(\S[\s\S]*)$/.exec(text);
    const inHeader = header && !text.includes('://') ? judgeNamed(header[1]!, header[2]!) : undefined;
    if (header && inHeader)
      return {
        text: `${header[1]}: ${redacted}`,
        secret: inHeader,
      };
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) {
      const secret = secretInUrl(text);
      return { text: withoutCredentials(text), ...(secret ? { secret } : {}) };
    }
    const judgement = judgeValue(text);
    return judgement ? { text: redacted, secret: judgement } : { text };
  });
