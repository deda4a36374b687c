// Ignore files with git’s meaning: each speaks for its own folder and below, the nearest that says anything decides.
import ignore from 'ignore';

type Matcher = ReturnType<typeof ignore>;

/** The rules that hold in one folder. */
export interface IgnoreRules {
  /** Rules with those of one more ignore file, which stands in `folder`. */
  with(folder: string, text: string): IgnoreRules;
  /** Tells whether a path is ignored; a folder’s path ends with `/`. That everything in an ignored folder is ignored is for the caller to know. */
  ignores(path: string): boolean;
}

interface Layer {
  readonly prefix: string;
  readonly matcher: Matcher;
}

/** Most patterns of one file, and most wildcards of one pattern: each further one multiplies the time that a chosen name can cost. */
const mostPatterns = 5000;
const mostStars = 3;

/** Tells whether a line can be matched in reasonable time. One that cannot ignores nothing: rather read too much than wait for ever. */
const isMatchable = (line: string): boolean =>
  line.length <= 1024 &&
  (line.match(/\*\*/g)?.length ?? 0) <= mostStars &&
  line.split('/').every((part) => part === '**' || (part.match(/\*+/g)?.length ?? 0) <= mostStars);

const rulesOf = (layers: readonly Layer[]): IgnoreRules => ({
  with(folder, text) {
    // The package refuses patterns that git skips; one bad line must not take the others with it.
    const matcher = ignore({ ignorecase: false, allowRelativePaths: true });
    const lines = text.replace(/^\ufeff/, '').split(/\r?\n/, mostPatterns);
    for (const line of lines) if (line !== '' && !line.startsWith('#') && isMatchable(line)) matcher.add(line);
    return rulesOf([{ prefix: folder === '' ? '' : `${folder}/`, matcher }, ...layers]);
  },
  ignores(path) {
    for (const { prefix, matcher } of layers) {
      if (!path.startsWith(prefix) || path.length === prefix.length) continue;
      const said = matcher.test(path.slice(prefix.length));
      if (said.unignored) return false;
      if (said.ignored) return true;
    }
    return false;
  },
});

/** No rules at all. */
export const noRules = rulesOf([]);
