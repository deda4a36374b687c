/** The record of one application of fixes: what the files held before and after, kept outside the tree so that it can be finished or undone. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { AccessError } from '../../kit/errors.ts';

const standingSchema = z.object({
  failing: z.array(z.tuple([z.string(), z.string()])),
  forecasts: z.array(z.tuple([z.string(), z.object({ level: z.string(), sentence: z.string() })])),
});

const recordSchema = z.object({
  recordVersion: z.literal(1),
  id: z.string(),
  /** The tree, absolute. */
  root: z.string(),
  at: z.iso.datetime(),
  /** `applying` and `undoing` are seen only after a crash, or while it happens. */
  state: z.enum(['applying', 'applied', 'undoing', 'undone', 'rolled-back']),
  steps: z.array(
    z.object({ id: z.string(), does: z.string(), findings: z.array(z.string()), forecasts: z.array(z.string()) }),
  ),
  files: z.array(
    z.object({
      path: z.string(),
      before: z.string(),
      after: z.string(),
      sealedBefore: z.string(),
      sealedAfter: z.string(),
    }),
  ),
  predicted: standingSchema,
  /** What keeps the ids of assets from scan to scan. */
  memory: z.unknown().optional(),
});

export type FixRecord = z.infer<typeof recordSchema>;

/** Keeps records in one folder. What files held is sealed with a key that is not kept there: a fix may have taken a secret out of them. */
export interface FixRecords {
  /** All of one tree, the latest first; those that cannot be read are left out. */
  list(root: string): readonly FixRecord[];
  save(record: FixRecord): void;
  remove(id: string): void;
  seal(bytes: Uint8Array): string;
  /** Throws an AccessError for what was sealed with another key or was changed. */
  unseal(sealed: string): Uint8Array;
}

const suffix = '.json';

/** Opens the records in `folder`, which is made when the first one is kept. `key` is the organisation’s; one of its own is derived for this. */
export const openFixRecords = (folder: string, key: Uint8Array): FixRecords => {
  const own = Buffer.from(hkdfSync('sha256', key, new Uint8Array(), 'isobar fix records', 32));
  const names = (): string[] => {
    try {
      return readdirSync(folder).filter((name) => /^fix-[\w-]+\.json$/.test(name));
    } catch (error) {
      if ((error as { code?: unknown }).code === 'ENOENT') return [];
      throw error;
    }
  };
  const readOne = (name: string): FixRecord | undefined => {
    const text = readFileSync(join(folder, name), 'utf8');
    const parsed = recordSchema.safeParse(parseJson(text));
    return parsed.success ? parsed.data : undefined;
  };
  return {
    list: (root) =>
      names()
        .sort()
        .reverse()
        .flatMap((name) => readOne(name) ?? [])
        .filter((record) => record.root === root),

    save(record) {
      mkdirSync(folder, { recursive: true, mode: 0o700 });
      const path = join(folder, record.id + suffix);
      const handle = openSync(`${path}.part`, 'w', 0o600);
      try {
        const bytes = Buffer.from(`${JSON.stringify(record)}\n`);
        for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(`${path}.part`, path);
      if (process.platform === 'win32') return;
      const directory = openSync(folder, 'r');
      try {
        fsyncSync(directory);
      } finally {
        closeSync(directory);
      }
    },

    remove: (id) => rmSync(join(folder, id + suffix), { force: true }),

    seal(bytes) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', own, nonce);
      const sealed = Buffer.concat([cipher.update(bytes), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64');
    },

    unseal(sealed) {
      const bytes = Buffer.from(sealed, 'base64');
      try {
        const decipher = createDecipheriv('aes-256-gcm', own, bytes.subarray(0, 12), { authTagLength: 16 });
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
      } catch (error) {
        throw new AccessError('the record was sealed with another key, or was changed', { cause: error });
      }
    },
  };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
};
