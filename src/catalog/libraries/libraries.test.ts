/** Holds every library’s data against the domain: paths, modules, facts and relations that cannot be. Their cases run in `test/libraries.test.ts`. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Library } from '../../kit/define-library.ts';
import { faultsOf } from '../../kit/library-bench.ts';

const shelf = import.meta.dirname;
const foldersIn = (path: string): readonly string[] =>
  existsSync(path)
    ? readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : [];
const items = foldersIn(shelf).filter((id) => existsSync(join(shelf, id, 'library.ts')));

describe.each(items)('library %s', async (id) => {
  const { default: library } = (await import(join(shelf, id, 'library.ts'))) as { default: Library };

  it('has the id of its folder and no faults', () => {
    expect(library.id).toBe(id);
    expect(faultsOf(library)).toEqual([]);
  });
  it('has cases', () => expect(foldersIn(join(shelf, id, 'cases'))).not.toHaveLength(0));
});

describe('faults of a library', () => {
  const faulty = (meaning: Record<string, unknown>) =>
    faultsOf({
      id: 'sample',
      title: 'Sample',
      homepage: 'https://example.org',
      python: { packages: ['acme'], modules: ['acme'], meanings: [meaning as never] },
    });
  it.each([
    [{ of: 'other.make', asset: { kind: 'agent' } }, 'other.make: starts with none of the modules'],
    [{ of: 'acme.{a,{b,c}}', asset: { kind: 'agent' } }, 'acme.a}: braces do not nest and paths hold no spaces'],
    [
      { of: 'acme.make', asset: { kind: 'agent', facts: { revision: { value: 'main' } } } },
      'acme.make: revision does not belong to agent',
    ],
    [
      { of: 'acme.make', asset: { kind: 'agent', facts: { approval: { value: true } } } },
      'acme.make: approval is a string, not true',
    ],
    [
      {
        of: 'acme.make',
        asset: { kind: 'agent' },
        links: [
          { relation: 'trained-on', from: 'self', to: { kind: 'dataset', scheme: 'dataset-name', value: { at: 0 } } },
        ],
      },
      'acme.make: agent cannot be joined to dataset by trained-on',
    ],
    [
      {
        of: 'acme.make',
        asset: { kind: 'agent', complete: [{ relation: 'guarded-by', grade: 'default', scope: 'file' }] },
      },
      'acme.make: the default of guarded-by has no page that documents it',
    ],
    [{ of: 'acme.make', asset: { kind: 'agent' }, reference: 'docs' }, 'acme.make: docs is not an https address'],
    [{ of: 'acme.make' }, 'acme.make: it says nothing'],
    [
      { of: 'acme.make', effects: ['sends-out'], sink: { kind: 'shell', value: {} } },
      'acme.make: a pick picks nothing',
    ],
  ])('%j', (meaning, fault) => expect(faulty(meaning)).toContain(fault));
});
