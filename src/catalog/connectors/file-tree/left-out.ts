// What the walk leaves out on purpose, and what it reads even where version control ignores it.

/** A group of folders or files that is left out, with the words that the report says of it. */
export interface LeftOut {
  readonly what: string;
  readonly why: string;
}

const records: LeftOut = {
  what: 'version control records',
  why: 'history and internals of git and its kin, no part of the tree',
};
const packages: LeftOut = { what: 'installed packages', why: 'the manifest and the lock file say what is installed' };
const virtualEnvironments: LeftOut = {
  what: 'virtual environments',
  why: 'the requirements and the lock file say what is installed',
};
const caches: LeftOut = { what: 'caches of tools', why: 'tools write them anew from what is read' };
const output: LeftOut = { what: 'build output', why: 'made from the sources that are read' };
const vendored: LeftOut = { what: 'vendored trees', why: 'copies of other projects’ code; their manifest says which' };
export const ignoredFiles: LeftOut = {
  what: 'ignored files',
  why: 'version control ignores them (.gitignore, .git/info/exclude)',
};
export const links: LeftOut = {
  what: 'symbolic links',
  why: 'never followed: they may lead out of the tree or in circles',
};
export const specialFiles: LeftOut = {
  what: 'special files',
  why: 'sockets, pipes and devices have no content to read',
};

/** Folders that are what their name says, wherever they stand. */
const byName: ReadonlyMap<string, LeftOut> = new Map([
  ...['.git', '.hg', '.svn', '.jj', '.bzr', 'CVS'].map((name) => [name, records] as const),
  ...['node_modules', 'bower_components', 'site-packages', 'jspm_packages', '.pnpm-store', 'Pods'].map(
    (name) => [name, packages] as const,
  ),
  ...[
    '__pycache__',
    '.mypy_cache',
    '.pytest_cache',
    '.ruff_cache',
    '.tox',
    '.nox',
    '.terraform',
    '.terragrunt-cache',
    '.gradle',
    '.ipynb_checkpoints',
    '.parcel-cache',
    '.turbo',
    '.nx',
    '.eggs',
    '.cache',
    '.hypothesis',
  ].map((name) => [name, caches] as const),
  ...['.next', '.nuxt', '.svelte-kit', '.output', '.serverless', '.aws-sam', 'cdk.out', 'htmlcov'].map(
    (name) => [name, output] as const,
  ),
]);

const projectFiles = [
  'package.json',
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'build.gradle',
  'build.gradle.kts',
  'pom.xml',
  'Cargo.toml',
];
const outputNames = new Set(['dist', 'build', 'out', 'target']);

/**
 * Tells whether a folder is left out, from its name, the names beside it and (asked only where the name leaves doubt) the names in it.
 * A folder called `build` without a project file beside it is somebody’s own.
 */
export const findLeftOut = (
  name: string,
  beside: ReadonlySet<string>,
  inside: () => ReadonlySet<string>,
): LeftOut | undefined => {
  const known = byName.get(name);
  if (known) return known;
  if (/^\.?v?env(?:[-_.\d].*)?$/i.test(name) && inside().has('pyvenv.cfg')) return virtualEnvironments;
  if (outputNames.has(name) && projectFiles.some((file) => beside.has(file))) return output;
  if (name === 'vendor') {
    const names = inside();
    if (names.has('modules.txt') || names.has('autoload.php') || names.has('bundle')) return vendored;
  }
  if (name === 'third_party' || name === 'third-party') return vendored;
  if (name === 'cache' && beside.has('releases') && beside.has('plugins')) return packages;
  return undefined;
};

/** Folders of coding agents and MCP clients inside a project. */
const agentFolders =
  /(?:^|\/)\.(?:agents|amazonq|amp|claude|clinerules|codex|continue|cursor|devin|factory|gemini|hermes|iflow|junie|kilo|kilocode|kiro|openclaw|opencode|qwen|roo|tabnine|trae|vs|vscode|warp|windsurf|zed)\//;
const agentFiles =
  /^(?:\.?mcp(?:[-_.].*)?\.json|mcp_(?:config|servers|settings)\.json|claude_desktop_config\.json|\.claude\.json|(?:AGENTS|CLAUDE|CLAUDE\.local|GEMINI|WARP|SKILL|MEMORY|SOUL)\.md|\.(?:cursor|windsurf|roo|cline|goose)(?:rules|hints)|\.aider.*|\.?crush\.json|kilo\.jsonc?|opencode\.jsonc?|librechat\.yaml)$/i;
const environmentFiles = /^(?:\.env(?:rc)?(?:[.\-_].*)?|.*\.env|.*\.tfvars(?:\.json)?)$/i;
const modelFiles =
  /\.(?:pt2?|pth|ckpt|safetensors|gguf|ggml|onnx|pkl|pickle|joblib|dill|h5|hdf5|keras|tflite|pb|mar|mlmodel|pdparams|npy|npz|pte|nemo|llamafile)$/i;
/** What a cloud said of itself, where the README has people save it; it holds too much to be kept in a repository. */
const savedAnswers = /(?:^|\/)cloud\/(?:(?:aws|azure|google)\/.*|cluster)\.json$/;

/** Files that matter for AI although, and often because, version control ignores them. */
export const mattersThoughIgnored = (path: string): boolean => {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    environmentFiles.test(name) ||
    name.endsWith('.ipynb') ||
    agentFiles.test(name) ||
    modelFiles.test(name) ||
    agentFolders.test(path) ||
    savedAnswers.test(path)
  );
};
