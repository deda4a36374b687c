/** Scalars of workflow files as the text that a runner would see. */
import type { Positioned } from '../../../read/positioned.ts';

/** A text, number or truth value as text. */
export const scalarOf = (value: Positioned | undefined): string | undefined =>
  value?.is === 'scalar' && value.value !== null ? String(value.value) : undefined;
