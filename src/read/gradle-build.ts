/** Reads build.gradle and build.gradle.kts, never run: the packages that their `dependencies` blocks name in literals. */
import { readGradleVersion } from './gradle.ts';
import type { PackageList, PackageMention, ScopeOfUse } from './package-mention.ts';

/** The script with its comments blanked, so that every line keeps its number. */
const withoutComments = (text: string): string =>
  text.replaceAll(
    /"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)/g,
    (piece) => (piece.startsWith('/') ? piece.replaceAll(/[^\n]/g, ' ') : piece),
  );

/** The blocks `dependencies { … }`, as ranges of the text; one that does not end goes to the end. */
const dependencyBlocks = (text: string): { blocks: readonly (readonly [number, number])[]; isWhole: boolean } => {
  const blocks: [number, number][] = [];
  let isWhole = true;
  const opening = /\bdependencies\s*\{/g;
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    let depth = 1;
    let at = opening.lastIndex;
    for (; at < text.length && depth > 0; at++) {
      const mark = text[at];
      if (mark === '{') depth++;
      else if (mark === '}') depth--;
      else if (mark === '"' || mark === "'") {
        const end = text.indexOf(mark, at + 1);
        const line = text.indexOf('\n', at + 1);
        if (end > 0 && (line < 0 || end < line)) at = end;
      }
    }
    isWhole &&= depth === 0;
    blocks.push([found.index, at]);
    opening.lastIndex = at;
  }
  return { blocks, isWhole };
};

/** Longest version that is put together. */
const longest = 200;

/** Names that the script gives one literal: `def x = '1'`, `val x = "1"`, `ext.x = '1'`, `x = '1'` inside `ext { }`. */
const literalsIn = (text: string): ReadonlyMap<string, string> => {
  const literals = new Map<string, string | undefined>();
  for (const [, name, value] of text.matchAll(
    /(?:^|[\s;{])(?:(?:def|val|var|String)\s+|(?:project\.)?ext(?:ra)?\.|set\(\s*")?([A-Za-z_]\w*)(?:"\s*,|\s*=)\s*["']([^"'$\n]*)["']/g,
  ))
    literals.set(name!, literals.has(name!) || value!.length > longest ? undefined : value!);
  return new Map([...literals].filter((entry): entry is [string, string] => entry[1] !== undefined));
};

const scopeOf = (configuration: string): ScopeOfUse => {
  if (/test/i.test(configuration)) return 'test';
  return /^(?:classpath|annotationProcessor|kapt|ksp|developmentOnly)$|Processor$|^(?:kapt|ksp)[A-Z]/.test(
    configuration,
  )
    ? 'development'
    : 'production';
};

/** Words in front of a text that name no configuration. */
const noConfiguration =
  /^(?:exclude|project|files|fileTree|because|version|module|group|name|strictly|prefer|require|reject|url|id|from|into|add|platform|enforcedPlatform|mavenBom)$/;

const coordinates = `(["'])([\\w.-]+:[\\w.-]+(?::[^"'\\n]*)?)`;
/** `implementation 'g:a:v'`, `api("g:a:v")`, `testImplementation(platform("g:a:v"))`, `kapt "g:a"`. */
const shortForm = new RegExp(
  `\\b([A-Za-z]\\w*)(?:\\s*\\(\\s*|[ \\t]+)(?:(platform|enforcedPlatform|testFixtures)\\s*\\(\\s*)?${coordinates}\\3`,
  'g',
);
/** One more behind a comma: `implementation 'g:a:v', 'g:b:v'`. */
const furtherForm = new RegExp(`\\s*,\\s*${coordinates}\\1`, 'y');
/** `implementation group: 'g', name: 'a', version: 'v'`; in Kotlin with `=`. */
const longForm =
  /\b([A-Za-z]\w*)(?:\s*\(\s*|[ \t]+)group\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["'](?:\s*,\s*version\s*[:=]\s*(?:["']([^"'\n]*)["']|([A-Za-z_][\w.]*)))?/g;

/** `group:artifact:version`; what follows names a variant or, behind `@`, the kind of file. */
const readCoordinates = (text: string): { readonly name: string; readonly version: string | undefined } => {
  const [group, artifact, version] = text.split(':');
  return { name: `${group}:${artifact}`, version: version?.replace(/@\w+$/, '') };
};

/** Reads a build script. Aliases of a version catalog are read in the catalog; what is put together while the build runs is not seen. */
export const readGradleBuild = (text: string): PackageList => {
  const script = withoutComments(text.replace(/^\uFEFF/, ''));
  const literals = literalsIn(script);
  const { blocks, isWhole } = dependencyBlocks(script);
  const mentions: PackageMention[] = [];
  let line = 1;
  let counted = 0;
  const lineAt = (index: number): number => {
    for (let next = script.indexOf('\n', counted); next >= 0 && next < index; next = script.indexOf('\n', counted)) {
      line++;
      counted = next + 1;
    }
    return line;
  };
  const resolve = (version: string | undefined): string | undefined =>
    version !== undefined && version.length > longest
      ? version
      : version?.replaceAll(
          /\$\{?(?:rootProject\.|project\.)?(?:ext\.)?([A-Za-z_]\w*)\}?/g,
          (written, name: string) => literals.get(name) ?? written,
        );
  for (const [from, to] of blocks) {
    const block = script.slice(from, to);
    const found: { at: number; configuration: string; name: string; version: string | undefined }[] = [];
    for (const { index, 0: whole, 1: configuration = '', 2: wrapper, 4: first = '' } of block.matchAll(shortForm)) {
      // A platform is a list of versions, not a package; what it says of others is not known here.
      if (noConfiguration.test(configuration) || wrapper?.endsWith('latform')) continue;
      found.push({ at: index, configuration, ...readCoordinates(first) });
      furtherForm.lastIndex = index + whole.length;
      for (let next = furtherForm.exec(block); next; next = furtherForm.exec(block))
        found.push({ at: next.index + next[0].search(/["']/), configuration, ...readCoordinates(next[2]!) });
    }
    for (const { index, 1: configuration = '', 2: group, 3: artifact, 4: version, 5: variable } of block.matchAll(
      longForm,
    )) {
      if (noConfiguration.test(configuration)) continue;
      found.push({
        at: index,
        configuration,
        name: `${group}:${artifact}`,
        version: version ?? (variable && `\${${variable}}`),
      });
    }
    for (const { at, configuration, name, version } of found.sort((a, b) => a.at - b.at)) {
      mentions.push({
        ecosystem: 'maven',
        name,
        ...readGradleVersion(resolve(version)),
        scope: scopeOf(configuration),
        line: lineAt(from + at + 1),
      });
    }
  }
  return {
    mentions,
    errors: isWhole ? [] : [{ line: lineAt(blocks.at(-1)![0] + 1), why: 'a block of dependencies does not end' }],
  };
};
