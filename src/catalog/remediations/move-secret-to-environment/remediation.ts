/** Takes a credential out of a file and reads it from the environment. */
import type { AssetView } from '../../../kit/define-detector.ts';
import type { Edit, PlanFile } from '../../../kit/define-remediation.ts';
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { nodesOf, readJsonTree } from '../../../kit/json-edits.ts';
import { editLines } from '../../../kit/line-edits.ts';

/** An assignment or a keyword argument whose whole value is one text of at least 16 characters, as credentials are. */
const python = /\b([A-Za-z_]\w*)(\s*=\s*)(["'])([^"'\\\s]{16,})\3(?=\s*(?:[,)#]|$))/;
const javascript = /\b([A-Za-z_]\w*)(\s*[=:]\s*)(["'`])([^"'`\\\s$]{16,})\3(?=\s*(?:[,;})]|$))/;

const variableFor = (it: AssetView<'secret'>, name: string): string => {
  const provider = it.text('provider');
  const own = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
  return provider && !own.includes(provider.toUpperCase()) ? `${provider.toUpperCase()}_${own}` : own;
};

/** Where an import may go: after the shebang, comments, documentation and `__future__` imports at the top. */
function importEdit(file: PlanFile): Edit[] {
  if (/^import os\b/m.test(file.text)) return [];
  const top =
    /^(?:#[^\n]*\n|\s*\n|("""|''')[\s\S]*?\1[^\n]*\n|from __future__[^\n]*\n)*/.exec(file.text)?.[0].length ?? 0;
  return [{ path: file.path, from: top, to: top, text: 'import os\n' }];
}

/** How a client’s configuration of MCP servers names a variable of the environment; others have no notation for it. */
const notations: readonly (readonly [path: RegExp, write: (name: string) => string])[] = [
  [/(?:^|\/)\.mcp\.json$/, (name) => `\${${name}}`],
  [/(?:^|\/)\.(?:cursor|vscode)\/mcp\.json$/, (name) => `\${env:${name}}`],
];

/** The value of a member of `env` on a pointed-at line becomes a reference to the variable of its name. */
const referToVariable = (file: PlanFile): Edit[] => {
  const write = notations.find(([path]) => path.test(file.path))?.[1];
  if (!write) return [];
  const lineOf = (offset: number): number => file.text.slice(0, offset).split('\n').length;
  return nodesOf(readJsonTree(file.text)).flatMap((node): Edit[] =>
    node.is === 'scalar' &&
    node.key !== undefined &&
    node.parent?.key === 'env' &&
    node.text.length >= 16 &&
    !node.text.includes('${') &&
    file.lines.includes(lineOf(node.from))
      ? [{ path: file.path, from: node.from, to: node.to, text: `"${write(node.key)}"` }]
      : [],
  );
};

export default defineRemediation({
  id: 'move-secret-to-environment',
  title: 'Read the credential from the environment',
  restores: 'secret-kept-out-of-code',
  on: 'secret',
  effort: 1,
  takesPrivate: true,
  changes: [{ set: 'hardCoded', value: false }],
  does: (it) => `Withdraw the credential ${it.name}, and read the new one from the environment.`,
  plan: (it, files) => {
    const edits = files.flatMap((file) => {
      if (/\.py$/.test(file.path)) {
        const taken = editLines(
          file,
          python,
          ([, name, sign]) => `${name}${sign}os.environ["${variableFor(it, name!)}"]`,
        );
        return taken.length > 0 ? [...importEdit(file), ...taken] : [];
      }
      if (/\.json$/.test(file.path)) return referToVariable(file);
      if (/(?:^|\/)(?:docker-)?compose[\w.-]*\.ya?ml$/.test(file.path))
        return editLines(
          file,
          /^(\s*(?:-\s*["']?)?([A-Z][A-Z0-9_]*)\s*(?::\s+|=))(["']?)[^\s"'$#]{16,}\3/,
          ([whole, start, name]) =>
            `${start}\${${name}:?}${/^\s*-\s*(["'])/.test(whole) ? (/(["'])$/.exec(whole)?.[0] ?? '') : ''}`,
        );
      if (/\.[cm]?[jt]sx?$/.test(file.path))
        return editLines(file, javascript, ([, name, sign]) => `${name}${sign}process.env.${variableFor(it, name!)}`);
      return [];
    });
    return edits.length > 0 ? edits : undefined;
  },
  instructions: () => [
    'Withdraw the credential at its provider now: whoever has a copy of the file or of its history has the credential.',
    'Make a new one with no more rights than the code needs, and put it into a secret manager or the environment of the deployment.',
    'Read it by name where it stood: os.environ["NAME"], process.env.NAME, or the notation for variables that the configuration has.',
    'Look into the account’s records for use that was not yours.',
  ],
});
