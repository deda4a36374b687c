/** Names the version of the package that an MCP server is started from. */
import type { AssetView } from '../../../kit/define-detector.ts';
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

type View = AssetView<'mcp-server-configuration'>;

const words = (snapshot: View['snapshot'], number: number): readonly string[] =>
  snapshot.value(number, 'arguments') ?? [];

const escapeText = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const launcherOf = (it: View): 'npm' | 'pypi' | undefined => {
  const all = [it.text('command'), ...words(it.snapshot, it.number)].join(' ');
  return /\b(?:npx|bunx|pnpx|dlx)\b/.test(all) ? 'npm' : /\b(?:uvx|pipx|uv tool run)\b/.test(all) ? 'pypi' : undefined;
};

/** The one version that the estate starts this package at elsewhere: somebody chose it. Several, or none, decide nothing. */
const versionElsewhere = (it: View): string | undefined => {
  const name = it.text('packageName');
  const launcher = launcherOf(it);
  if (name === '' || launcher === undefined) return undefined;
  const pinned = new RegExp(`^${escapeText(name)}(?:@|==)(\\d+\\.\\d+[\\w.+-]*)$`);
  const found = new Set<string>();
  for (const other of it.snapshot.ofKind('mcp-server-configuration'))
    for (const word of words(it.snapshot, other)) {
      const version = pinned.exec(word)?.[1];
      if (version !== undefined) found.add(version);
    }
  const [only, ...more] = found;
  return more.length > 0 ? undefined : only;
};

export default defineRemediation({
  id: 'pin-mcp-package',
  title: 'Name the version of the MCP server',
  restores: 'mcp-package-pinned',
  on: 'mcp-server-configuration',
  effort: 1,
  changes: [{ set: 'pinned', value: true }],
  does: (it) => {
    const version = versionElsewhere(it);
    return `Start ${it.name} at ${version === undefined ? 'the version that was reviewed' : `${version}, as elsewhere here`}.`;
  },
  plan: (it, files) => {
    const version = versionElsewhere(it);
    if (version === undefined) return undefined;
    const asked = new RegExp(`(["'])${escapeText(it.text('packageName'))}(?:@(?:latest|next|\\^?~?\\d[\\w.x*-]*))?\\1`);
    const sign = launcherOf(it) === 'npm' ? '@' : '==';
    const edits = files.flatMap((file) =>
      editLines(file, asked, ([, quote]) => `${quote}${it.text('packageName')}${sign}${version}${quote}`, 12),
    );
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => {
    const name = it.text('packageName') || 'the package';
    const launcher = launcherOf(it);
    const look =
      launcher === 'npm'
        ? `npm view ${name} version dist.integrity`
        : launcher === 'pypi'
          ? `pip index versions ${name}`
          : 'docker buildx imagetools inspect <image>:<tag>, which prints its digest';
    const write =
      launcher === 'npm'
        ? `"${name}@<version>" in place of "${name}"`
        : launcher === 'pypi'
          ? `"${name}==<version>" in place of "${name}"`
          : '<image>@sha256:<digest> in place of the tag';
    return [
      `Find the release that you want: ${look}. Read what it does and who published it; take one that is older than a few days.`,
      `Write ${write} where ${it.name} is started.`,
      'Raise it by hand, or let a bot propose it (Renovate, Dependabot), so that each step is seen.',
    ];
  },
});
