/** The organisation’s fingerprint key: made once, kept readable for its owner alone, and the only way to compare secrets without keeping them. */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { ConfigError } from '../kit/errors.ts';
import { explainRefusal } from './files.ts';
import { sayTrouble } from './trouble.ts';

/** Where the key lies: ISOBAR_KEY_FILE, or `isobar/key` in the user’s configuration folder. */
export const findKeyFile = (environment: NodeJS.ProcessEnv): string =>
  environment.ISOBAR_KEY_FILE || join(environment.XDG_CONFIG_HOME || join(homedir(), '.config'), 'isobar', 'key');

const isMissing = (error: unknown): boolean => (error as { code?: unknown }).code === 'ENOENT';

const read = (path: string): string | undefined => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw new ConfigError(
      sayTrouble(
        `the fingerprint key ${path} cannot be read: ${explainRefusal(error)}`,
        'without it the same secret seen twice would look like two, and histories would break',
        'make the file readable for you, or name another with ISOBAR_KEY_FILE',
      ),
    );
  }
  if (!/^[0-9a-f]{64}$/i.test(text)) {
    throw new ConfigError(
      sayTrouble(
        `the fingerprint key ${path} does not hold 64 hexadecimal digits`,
        'a key that is cut short or replaced would change the fingerprint of every secret',
        'restore the file from where your organisation keeps it, or remove it to have a new one made',
      ),
    );
  }
  if ((statSync(path).mode & 0o077) !== 0) {
    throw new ConfigError(
      sayTrouble(
        `the fingerprint key ${path} can be read by other users`,
        'whoever has the key and a report can test guesses of your secrets against it',
        `run: chmod 600 ${path}`,
      ),
    );
  }
  return text.toLowerCase();
};

/** Reads the key, or makes it on first use. Two programs that start at once end up with one key. */
export const loadKey = (path: string): Buffer => {
  const kept = read(path);
  if (kept !== undefined) return Buffer.from(kept, 'hex');
  const partial = `${path}.${process.pid}`;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(partial, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' });
    try {
      linkSync(partial, path);
    } catch (error) {
      if ((error as { code?: unknown }).code !== 'EEXIST') throw error;
    } finally {
      rmSync(partial, { force: true });
    }
  } catch (error) {
    throw new ConfigError(
      sayTrouble(
        `the fingerprint key cannot be written to ${path}: ${explainRefusal(error)}`,
        'secrets are known by keyed fingerprints alone, so that the same one is recognised again without being kept',
        'make the folder writable, or name a file that you keep with ISOBAR_KEY_FILE',
      ),
    );
  }
  return Buffer.from(read(path)!, 'hex');
};

/** The fingerprint of a secret’s value under a key: HMAC-SHA256, its first 128 bits. */
export const createFingerprint =
  (key: Uint8Array) =>
  (value: string): string =>
    createHmac('sha256', key).update(value).digest('hex').slice(0, 32);

/** Tells one key from another without saying anything of it. */
export const identifyKey = (key: Uint8Array): string =>
  createHash('sha256').update('isobar key').update(key).digest('hex').slice(0, 16);
