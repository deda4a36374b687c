/** Declarations: what people say of an estate beyond what stands in its code: systems, owners, what is approved. */
import type { Inventory, SystemDeclaration } from './configuration.ts';

/** Who answers for the paths that a rule matches; of several rules the last that matches counts. */
export interface OwnerRule {
  /** Written as in .gitignore. */
  readonly pattern: string;
  /** Empty where the rule says that nobody does. */
  readonly owners: readonly string[];
  readonly line: number;
}

/** One statement of one file. */
export type Declaration =
  | { readonly sort: 'system'; readonly system: SystemDeclaration; readonly line: number }
  | { readonly sort: 'owners'; readonly rules: readonly OwnerRule[] }
  | {
      readonly sort: 'inventory';
      readonly of: keyof Inventory;
      /** `*` stands for any text. */
      readonly names: readonly string[];
      readonly line: number;
    };
