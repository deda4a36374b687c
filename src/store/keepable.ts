/** Values as both databases can keep them: PostgreSQL’s texts hold no zero character, and files under scan may. */

/** The value with every zero character of a text replaced. */
export const keepable = (value: unknown): unknown =>
  typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\uFFFD') : value;
