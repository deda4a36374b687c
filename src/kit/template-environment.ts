/** The environment variables that a resource of a template gives to what it runs. */
import { type Term, unknownTerm } from '../domain/term.ts';
import type { EnvironmentRule } from './resource-row.ts';
import { allAt, literalText, partOf } from './template-paths.ts';

export interface Variable {
  readonly name: string;
  readonly value: Term;
  readonly line: number;
  /** The entry of a secret manager that gives the value. */
  readonly secret?: Term;
}

const listed = (item: Term): readonly Variable[] => {
  const name = literalText(partOf(item, 'name'));
  if (name === undefined) return [];
  const value = partOf(item, 'value');
  const line = item.at ?? 0;
  if (value) return [{ name, value, line: value.at || line }];
  const secret = partOf(item, 'valueFrom') ?? partOf(item, 'secretRef') ?? partOf(item, 'secureValue');
  const hidden = { name, value: unknownTerm(`${name} comes from a secret manager`, line), line };
  return [secret ? { ...hidden, secret } : hidden];
};

/** The variables that a rule finds in what a resource writes. */
export const variablesOf = (rule: EnvironmentRule, source: Term): readonly Variable[] => {
  if ('blocks' in rule) return allAt(source, rule.blocks).flatMap(listed);
  if ('containers' in rule)
    return allAt(source, rule.containers).flatMap((container) =>
      ['environment', 'secrets'].flatMap((key) => allAt(container, key).flatMap(listed)),
    );
  return allAt(source, rule.map).flatMap((map) =>
    map.t === 'map'
      ? map.entries.flatMap(([key, value]) => {
          const name = literalText(key);
          return name === undefined ? [] : [{ name, value, line: value.at ?? key.at ?? 0 }];
        })
      : [],
  );
};
