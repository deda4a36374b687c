/** Path patterns written as in .gitignore, held against paths inside a source. */
import ignore from 'ignore';

/** Most patterns of one list, and most wildcards of one pattern: each further one multiplies the time that a chosen name can cost. */
const mostPatterns = 5000;
const mostStars = 4;

const isMatchable = (pattern: string): boolean =>
  pattern !== '' &&
  !pattern.startsWith('#') &&
  pattern.length <= 1024 &&
  pattern.split('/').every((part) => (part.match(/\*+/g)?.length ?? 0) <= mostStars) &&
  (pattern.match(/\*\*/g)?.length ?? 0) <= mostStars;

/** Tells whether a path (with `/`, relative to the source) is matched; `.` and `*` match everything, the source’s own folder too. */
export const matchPaths = (patterns: readonly string[]): ((path: string) => boolean) => {
  const usable = patterns.slice(0, mostPatterns).map((one) => one.trim().replace(/^\.\/(?=.)/, '/'));
  if (usable.some((one) => /^(?:\.|\.?\/|\*|\*\*|\*\*\/\*)$/.test(one))) return () => true;
  const matcher = ignore({ ignorecase: false, allowRelativePaths: true }).add(usable.filter(isMatchable));
  return (path) => path !== '' && matcher.ignores(path);
};
