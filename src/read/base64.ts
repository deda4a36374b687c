/** Decodes base64 as Kubernetes and its kin write values. */
import { Buffer } from 'node:buffer';

/** The text that a base64 value stands for; undefined when it is none, or holds bytes that are no text. */
export const decodeBase64 = (value: string): string | undefined => {
  const packed = value.replaceAll(/\s+/g, '');
  if (packed === '' || packed.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(packed)) return undefined;
  const text = Buffer.from(packed, 'base64').toString('utf8');
  return /[\0\ufffd]/.test(text) ? undefined : text;
};
