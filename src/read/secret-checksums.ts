/** Check digits that vendors put into their tokens, so that a made-up one is told from a real one without asking anybody. */
import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';

const base62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Tells whether the last six letters are the CRC32 of those before them in base 62, as GitHub and npm write it:
 * https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
 */
export const hasBase62Checksum = (value: string): boolean => {
  let rest = crc32(Buffer.from(value.slice(0, -6)));
  let written = '';
  for (let at = 0; at < 6; at++) {
    written = base62[rest % 62]! + written;
    rest = Math.floor(rest / 62);
  }
  return value.slice(-6) === written;
};

/** Tells whether the last eight digits are the CRC32 of what stands before the last underscore, as Grafana writes it. */
export const hasHexadecimalChecksum = (value: string): boolean => {
  const at = value.lastIndexOf('_');
  return Number.parseInt(value.slice(at + 1), 16) === crc32(Buffer.from(value.slice(0, at)));
};
