/** Reads pip’s requirements files and the requirement notation of Python packaging (PEP 508). */
import { isCommit, type PackageMention, type ScopeOfUse, withoutCredentials } from './package-mention.ts';
import { firstMistakes } from './positioned.ts';
import { isExactVersion, normaliseName } from './versions.ts';

/** https://packaging.python.org/en/latest/specifications/dependency-specifiers/ */
const nameAndExtras = /^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*/;
const specifier = /^\(?\s*((?:(?:===|==|~=|!=|<=|>=|<|>)\s*[^\s,;)]+\s*,?\s*)*)\)?\s*(?:;.*)?$/;

/** The version that a wheel’s or archive’s file name carries. */
const versionInFile = (url: string): string | undefined => {
  const file = /([^/#?]+)\.(?:whl|tar\.gz|zip)(?:[#?]|$)/.exec(url)?.[1];
  const version = file && /^[A-Za-z0-9._]+?-([0-9][^-]*)/.exec(decodeURIComponent(file))?.[1];
  return version !== undefined && isExactVersion('pypi', version) ? version : undefined;
};

/** A package given by an address: a file, or a repository at a commit, branch or tag. */
const mentionUrl = (url: string): Pick<PackageMention, 'version' | 'pinned' | 'requirement'> | undefined => {
  if (/^(?:file:|\.{0,2}\/)/.test(url)) return undefined;
  const requirement = withoutCredentials(url);
  if (/^(?:git|hg|svn|bzr)\+/.test(url)) return { requirement, pinned: isCommit(/@([^@/#]+)(?:#.*)?$/.exec(url)?.[1]) };
  const version = versionInFile(url);
  return {
    requirement,
    pinned: version !== undefined || /#sha256=/.test(url),
    ...(version === undefined ? {} : { version }),
  };
};

/** Reads one requirement; undefined for a folder of the same source; a text says what is wrong with it. */
export const readRequirement = (text: string, scope: ScopeOfUse, line: number): PackageMention | undefined | string => {
  const named = nameAndExtras.exec(text);
  if (!named) return `${JSON.stringify(text.slice(0, 60))} names no package`;
  const name = normaliseName('pypi', named[1]!);
  const rest = text.slice(named[0].length).trim();
  const base = { ecosystem: 'pypi', name, scope, line } as const;
  if (rest.startsWith('@')) {
    const url = mentionUrl(
      rest
        .slice(1)
        .trim()
        .replace(/\s+;.*$/, ''),
    );
    return url && { ...base, ...url };
  }
  const range = specifier.exec(rest)?.[1]?.replaceAll(/\s+/g, '').replace(/,$/, '');
  if (range === undefined) return `the requirement of ${name} cannot be read`;
  if (range === '') return { ...base, pinned: false };
  const version = /^={2,3}([^,]+)$/.exec(range)?.[1];
  return version !== undefined && isExactVersion('pypi', version)
    ? { ...base, requirement: range, version, pinned: true }
    : { ...base, requirement: range, pinned: false };
};

/** Another file that a requirements file names. */
export interface RequirementsInclude {
  /** As written, relative to the file. */
  readonly file: string;
  /** `-c`: it only bounds versions, it asks for nothing. */
  readonly isConstraint: boolean;
  readonly line: number;
}

export interface RequirementsFile {
  readonly mentions: readonly PackageMention[];
  readonly includes: readonly RequirementsInclude[];
  readonly errors: readonly { readonly line: number; readonly why: string }[];
}

/** Logical lines with the number of their first: a backslash at the end goes on in the next one. */
function* logicalLines(text: string): Generator<{ readonly text: string; readonly line: number }> {
  const lines = text.split(/\r\n|\r|\n/);
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1;
    const parts = [];
    let part = lines[at]!;
    for (; /\\\s*$/.test(part) && !/^\s*#/.test(part) && at + 1 < lines.length; part = lines[++at]!)
      parts.push(part.replace(/\\\s*$/, ' '));
    parts.push(part);
    const whole = parts
      .join('')
      .replace(/(^|\s)#.*$/, '')
      .trim();
    if (whole !== '') yield { text: whole, line };
  }
}

/** Reads a requirements file; a line that cannot be read is told and the others are kept. */
export const readRequirements = (text: string, scope: ScopeOfUse): RequirementsFile => {
  const mentions: PackageMention[] = [];
  const includes: RequirementsInclude[] = [];
  const errors: { line: number; why: string }[] = [];
  for (const { text: whole, line } of logicalLines(text.replace(/^\uFEFF/, ''))) {
    const include = /^(?:-(r|c)\s*|--(requirement|constraint)(?:\s+|=))(\S+)/.exec(whole);
    if (include) {
      includes.push({ file: include[3]!, isConstraint: include[1] === 'c' || include[2] === 'constraint', line });
      continue;
    }
    const editable = /^(?:-e\s*|--editable(?:\s+|=))(.+)$/.exec(whole)?.[1];
    const asked = (editable ?? whole).replace(/\s+--?[a-z][\w-]*(?:[=\s].*)?$/, '').trim();
    if (asked.startsWith('-') || asked === '') continue;
    if (/^\.{0,2}(?:[/\\]|$|\[)|^[A-Za-z]:\\|^[^:]+\.whl$/.test(asked) && !asked.includes('@ ')) continue;
    if (/^(?:[a-z]+\+)?[a-z]+:\/\//i.test(asked)) {
      const url = mentionUrl(asked);
      const name =
        /[#&]egg=([A-Za-z0-9._-]+)/.exec(asked)?.[1] ??
        /\/([A-Za-z0-9._]+?)-\d[^/]*\.(?:whl|tar\.gz|zip)/.exec(asked)?.[1] ??
        /\/([^/]+?)(?:\.git)?(?:@[^/]*)?(?:#.*)?$/.exec(asked)?.[1];
      if (url && name) mentions.push({ ecosystem: 'pypi', name: normaliseName('pypi', name), scope, line, ...url });
      continue;
    }
    const mention = readRequirement(asked, scope, line);
    if (typeof mention === 'string') errors.push({ line, why: mention });
    else if (mention) mentions.push(mention);
  }
  return { mentions, includes, errors: firstMistakes(errors) };
};
