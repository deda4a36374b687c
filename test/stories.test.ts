/** Stories of managed AI services on whole trees: below `stories/<correlation>/`, `fires/` has to give its warning, and its careful twin `quiet/` none. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { correlations } from '../src/catalog/correlations.gen.ts';
import { scanTree } from './scan-tree.ts';

const folder = join(import.meta.dirname, 'stories');
const names = readdirSync(folder);

describe.each(names)('%s', (name) => {
  const warnings = async (tree: string): Promise<readonly string[]> => {
    const { forecasts } = await scanTree(join(folder, name, tree));
    return forecasts
      .filter(({ correlation, level }) => correlation === name && level === 'warning')
      .map(({ sentence }) => sentence);
  };

  it('is a correlation', () => expect(correlations.map(({ id }) => id)).toContain(name));
  it('fires', async () => expect(await warnings('fires')).not.toEqual([]));
  it('is quiet about the careful twin', async () => expect(await warnings('quiet')).toEqual([]));
});
