/** Reads pip’s requirements files: the packages they ask for, pinned or not. */
import { defineExtractor } from '../../../kit/define-extractor.ts';
import { observePackages } from '../../../kit/observe-packages.ts';
import { readRequirements } from '../../../read/requirements.ts';
import { baseNameOf, folderOf, joinPath } from '../../../read/source-path.ts';

/** `requirements.txt`, `requirements-dev.txt`, `dev-requirements.in`, and whatever stands in a folder of that name. */
const claimed =
  /(^|\/)(?:[\w.-]+[-_.])?requirements(?:[-_.][\w.-]+)?\.(?:txt|in)$|(^|\/)requirements\/[\w.-]+\.(?:txt|in)$/i;
/** Constraints bound versions and ask for nothing. */
const constraints = /constraints?[^/]*$/i;

const scopeOf = (path: string) => {
  const name = baseNameOf(path);
  if (/test/i.test(name)) return 'test' as const;
  return /dev|lint|docs?\b|format|ci\b|build/i.test(name) ? ('development' as const) : ('production' as const);
};

export default defineExtractor({
  id: 'requirements-txt',
  title: 'Requirements file of pip',
  claims: { paths: [claimed] },
  limit: 5_000_000,
  extract(input) {
    if (constraints.test(input.path)) return observePackages(input.path, { mentions: [], errors: [] });
    const { mentions, includes, errors } = readRequirements(input.text(), scopeOf(input.path));
    const said = observePackages(input.path, { mentions, errors });
    // An included file with a usual name is read by itself; any other is said to be unread.
    const gaps = includes.flatMap(({ file, isConstraint, line }) => {
      const target = /^[a-z]+:\/\//i.test(file) ? undefined : joinPath(folderOf(input.path), file);
      if (isConstraint || (target !== undefined && claimed.test(target))) return [];
      const why =
        target === undefined
          ? 'it includes a file outside the source'
          : 'it includes a file whose name is not that of a requirements file';
      return [
        {
          what: `${input.path}:${line}`,
          scope: 'file' as const,
          why: `${why}: ${file.replace(/:\/\/[^/@\s]*@/, '://')}`,
        },
      ];
    });
    return { ...said, gaps: [...said.gaps, ...gaps] };
  },
});
