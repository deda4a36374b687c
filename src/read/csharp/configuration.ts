/** The configuration of .NET programs: which terms read it, and by which key. */
import type { Term } from '../../domain/term.ts';

const isConfiguration = (term: Term): boolean =>
  (term.t === 'name' && /config(?:uration)?$/i.test(term.name)) ||
  (term.t === 'member' && typeof term.key === 'string' && /^_?config(?:uration)?$/i.test(term.key));

/** The path of a section of the configuration: `configuration.GetSection("OpenAI")` is `OpenAI`. */
export const sectionOf = (term: Term): string | undefined => {
  if (isConfiguration(term)) return '';
  if (term.t !== 'call' || term.callee.t !== 'member') return undefined;
  const { key, of } = term.callee;
  const [name] = term.args;
  const before = key === 'GetSection' || key === 'GetRequiredSection' ? sectionOf(of) : undefined;
  if (before === undefined || name?.t !== 'literal') return undefined;
  return before === '' ? String(name.value) : `${before}:${name.value}`;
};

/** A value of the configuration by its key. */
export const configurationTerm = (section: string, key: Term | undefined, at: number): Term | undefined =>
  key?.t === 'literal' && typeof key.value === 'string'
    ? {
        t: 'reference',
        namespace: 'dotnet-configuration',
        name: section === '' ? key.value : `${section}:${key.value}`,
        at,
      }
    : undefined;
