/** Judges one value: whether it is a credential, of what kind, or only stands where one would. */
import { Buffer } from 'node:buffer';
import { type SecretKind, secretKinds } from './secret-kinds.ts';

/** A value that was taken for a credential. */
export interface Judgement {
  readonly kind: string;
  /** The credential itself, without what stands around it in the value: of an address the part up to its host. */
  readonly value: string;
  readonly provider?: string;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Words that people write where a real key would stand, and texts that a program fills in. */
const placeholderWords =
  /abc123|123abc|def456|a1b2c3|1a2b3c|deadbeef|x{4,}|\*{3,}|\.{3}|…|your|example|sample|change[-_]?me|replace|placeholder|insert|redact|dummy|fake|mock|foobar|lorem|todo|secret[-_]?here|key[-_]?here|token[-_]?here|not[-_]?a[-_]?real|invalid|<[^>]*>|\$\{|\$\(|\{\{|%[({]|\$[A-Z_]{3,}|^(?:my|the|some|none|null|undefined|test|demo|env|process)\b|(?:^|[-_])(?:test|demo|here)(?:[-_]|$)/i;

/** Tells whether a text only goes up or down the alphabet, repeats itself or is one letter: what people type to fill a place. */
const isMadeUp = (value: string): boolean => {
  let rising = 1;
  let same = 1;
  for (let at = 1; at < value.length; at++) {
    const difference = value.charCodeAt(at) - value.charCodeAt(at - 1);
    rising = difference === 1 ? rising + 1 : 1;
    same = difference === 0 ? same + 1 : 1;
    if (rising >= 6 || same >= 5) return true;
  }
  // One run of four may be chance; one of digits and one of letters in the same short value are somebody’s fingers.
  if (value.length <= 64 && /1234|2345|3456|4567|5678|6789/.test(value) && /abcd|bcde|cdef|defg|efgh/i.test(value))
    return true;
  const tail = value.slice(-24);
  for (let period = 1; period <= 8; period++)
    if (tail.length >= 3 * period && tail.length >= 16 && tail.slice(period) === tail.slice(0, -period)) return true;
  return false;
};

/** Shannon entropy of a text in bits per character. */
export const entropyOf = (value: string): number => {
  const counts = new Map<string, number>();
  for (const letter of value) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let sum = 0;
  for (const count of counts.values()) sum -= (count / value.length) * Math.log2(count / value.length);
  return sum;
};

/** Tells whether a value stands in for a credential: `your-key-here`, `${TOKEN}`, `sk-1234…`, `xxxx`. */
export const isPlaceholder = (value: string): boolean =>
  value.length < 8 || placeholderWords.test(value) || isMadeUp(value) || entropyOf(value) < 2.5;

/** Hosts whose passwords open nothing that others could reach, and names that only exist inside one deployment. */
const isLocalHost = (host: string): boolean =>
  !host.includes('.') ||
  /^(?:127\.|0\.0\.0\.0|10\.|192\.168\.)|\.(?:local|internal|test|example|invalid|localhost)$|example\.(?:com|org|net)$/i.test(
    host,
  );

const isRealUrlPassword = (value: string): boolean => {
  const parts = /^[a-z][a-z0-9+.-]*:\/\/([^:]*):(.*)@([A-Za-z0-9.-]+)/i.exec(value);
  if (!parts) return false;
  const [, user = '', password = '', host = ''] = parts;
  return (
    !isLocalHost(host) &&
    password.length >= 8 &&
    password !== user &&
    !isPlaceholder(password) &&
    !/^[a-z]+$|^[A-Z_]+$|pass(?:word|wd|wort)?|secret|senha|contrase|clave|parola|haslo|[{}$%\\]/i.test(password)
  );
};

/** A token that its makers publish: a sample, one for a local installation, or one for everybody (`anon` of Supabase). */
const isSampleToken = (value: string): boolean => {
  const payload = Buffer.from(value.split('.')[1] ?? '', 'base64url').toString('latin1');
  return !payload.startsWith('{') || /1234567890|John Doe|supabase-demo|example|"test|"role":\s*"anon"/i.test(payload);
};

/** Least entropy per character: hexadecimal digits carry four bits at most. */
const entropyFloor = (value: string): number => (/^[0-9a-f._:-]*$/i.test(value) ? 2.8 : 3.2);

/** Values that scanners and code hosts publish to be tested with; their check digits are right. */
const publishedSamples = /xz7yzju2SZjGPa0dUNMAx0SH4xDOCS31LXQW|wJalrXUtnFEMI/;

/** Tells whether a value of the right shape is a credential and not something that only looks like one. */
export const isCredible = (kind: SecretKind, value: string): boolean => {
  if (kind.id === 'url-password') return isRealUrlPassword(value);
  if (publishedSamples.test(value)) return false;
  // Azurite’s own key is the same everywhere.
  if (
    kind.id === 'azure-storage-key' &&
    value.includes('Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq')
  )
    return false;
  if (kind.id === 'google-service-account-key' || kind.id === 'private-key')
    return !/x{4,}|\.{3}|…|<|your/i.test(value);
  // A dollar sign is a part of this shape, as it is of names of variables.
  const own = kind.id === 'braintree-token' ? value.replaceAll('$', '-') : value;
  if (isPlaceholder(own) || entropyOf(value) < entropyFloor(value)) return false;
  if (kind.id === 'json-web-token') return !isSampleToken(value);
  if (kind.id === 'aws-secret-access-key') return /[a-z]/.test(value) && /[A-Z]/.test(value) && /\d/.test(value);
  // A word in the vendor’s notation is no key: real ones mix letters and digits. Tokens of Hugging Face may be letters only.
  return kind.id === 'huggingface-token'
    ? /[a-z]/.test(value.slice(3)) && /[A-Z]/.test(value)
    : /\d/.test(value.slice(4)) && /[A-Za-z]/.test(value);
};

const whole = new Map(secretKinds.map((kind) => [kind, new RegExp(`^(?:${kind.shape.source})$`)]));
const byName = new Map(secretKinds.flatMap((kind) => kind.environment.map((name) => [name, kind] as const)));

/** Names that only ever hold a credential. */
const credentialName =
  /(?:^|[_.-]|[a-z](?=[A-Z]))(?:api[_-]?key|apikey|secret[_-]?key|access[_-]?key|private[_-]?key|auth[_-]?token|access[_-]?token|bearer[_-]?token|token|secret|password|passwd|pat|authorization)$/i;

/** Tells whether a name says that its value is a credential. */
export const isCredentialName = (name: string): boolean => byName.has(name) || credentialName.test(name);

const judged = (kind: SecretKind, value: string, confidence: number): Judgement => ({
  kind: kind.id,
  value,
  ...(kind.provider === 'unknown' ? {} : { provider: kind.provider }),
  confidence,
});

/** What a value is by its shape alone; undefined when that says nothing, or for a placeholder. */
export const judgeValue = (value: string): Judgement | undefined => {
  for (const kind of secretKinds) {
    if (kind.inContext) continue;
    // An address may go on behind its host.
    const text = kind.id === 'url-password' ? (kind.shape.exec(value.slice(0, 600))?.[0] ?? '') : value;
    if (text.length > 0 && whole.get(kind)!.test(text))
      return isCredible(kind, text) ? judged(kind, text, kind.confidence) : undefined;
  }
  return undefined;
};

/**
 * What the value given to a name is: an environment variable, a header, an entry of a configuration.
 * Undefined for a placeholder, an empty value, a reference to another variable, and for names that say nothing of values that say nothing.
 */
export const judgeNamed = (name: string, value: string): Judgement | undefined => {
  const text = value.trim().replace(/^(?:Bearer|Basic|token)\s+/i, '');
  const byShape = judgeValue(text);
  if (byShape) return byShape;
  const named = byName.get(name);
  const lower = name.toLowerCase();
  const kind =
    named ??
    secretKinds.find(
      (each) =>
        each.inContext && credentialName.test(name) && each.keywords.some((word) => lower.includes(word.toLowerCase())),
    );
  if (kind && whole.get(kind)!.test(text))
    return isCredible(kind, text) ? judged(kind, text, kind.confidence) : undefined;
  if (!isCredentialName(name) || text.length < 16 || text.length > 4000) return undefined;
  // Paths, addresses, sentences and plain words are settings, not keys.
  if (/[\s,;]|:\/\/|^[./~]|^[A-Za-z_-]+$|^[\d.]+$/.test(text) || !/\d/.test(text)) return undefined;
  if (isPlaceholder(text) || entropyOf(text) < entropyFloor(text)) return undefined;
  return named ? judged(named, text, 0.7) : { kind: 'credential', value: text, confidence: 0.6 };
};
