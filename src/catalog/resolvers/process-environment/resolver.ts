/**
 * Finds the values of environment variables as a program at a path would see them: in the deployment units that run this code,
 * else in the `.env` files of its project; never in those of another unit.
 */
import {
  type Candidate,
  defineResolver,
  type PlacedDefinition,
  type ResolverWorld,
  type Term,
} from '../../../kit/define-resolver.ts';
import { ancestorsOf, baseNameOf, folderOf, isWithin } from '../../../read/source-path.ts';

type Unit = ResolverWorld['units'][number];

/** A manifest that makes a folder a project of its own, where the search for `.env` files ends. */
const manifests = [
  'pyproject.toml',
  'setup.py',
  'setup.cfg',
  'Pipfile',
  'package.json',
  'go.mod',
  'pom.xml',
  'build.gradle',
  'Cargo.toml',
];

const isDockerfile = (unit: Unit): boolean => unit.holder.startsWith('dockerfile:');

/** “service api of compose.yaml”, “aws_lambda_function.ingest of Terraform in infra”. */
const sayHolder = (holder: string): string => {
  const scheme = holder.slice(0, holder.indexOf(':'));
  const rest = holder.slice(scheme.length + 1);
  const name = rest.slice(rest.lastIndexOf(':') + 1);
  const place = rest.slice(0, Math.max(0, rest.length - name.length - 1));
  if (scheme === 'compose') return `service ${name} of ${place}`;
  if (scheme === 'terraform') return `${name} of Terraform in ${place === '' ? 'the source’s own folder' : place}`;
  if (scheme === 'kubernetes') return `${name} of Kubernetes in ${place}`;
  if (scheme === 'helm') return `${name} of the Helm values ${place}`;
  if (scheme === 'cloudformation') return `${name} of CloudFormation in ${place}`;
  if (scheme === 'arm') return `${name} of the template ${place}`;
  if (scheme === 'azd') return `service ${name} of azure.yaml`;
  if (scheme === 'dockerfile') return `the image of ${rest}`;
  return holder;
};

/** The Dockerfile that a unit names, when several are built in one folder. */
const dockerfileOf = (unit: Unit, world: ResolverWorld): string | undefined => {
  const value = world.heldBy('build', unit.holder).find(({ name }) => name === 'dockerfile')?.value;
  return value?.t === 'literal' && typeof value.value === 'string' ? value.value : undefined;
};

/**
 * The units whose code contains the path: those with the nearest folder. Where several are built from one folder with a
 * Dockerfile each, the one whose Dockerfile stands above the path is meant.
 */
const unitsOf = (fromPath: string, world: ResolverWorld, isMeant: (unit: Unit) => boolean): readonly Unit[] => {
  const all = world.units.filter(
    (unit) => unit.folder !== undefined && isMeant(unit) && isWithin(unit.folder, fromPath),
  );
  const nearest = Math.max(...all.map((unit) => unit.folder!.length));
  const units = all.filter((unit) => unit.folder!.length === nearest);
  const closer = units.filter((unit) => {
    const dockerfile = dockerfileOf(unit, world);
    const folder = dockerfile === undefined ? '' : folderOf(dockerfile);
    return folder.length > nearest && isWithin(folder, fromPath);
  });
  return closer.length > 0 ? closer : units;
};

/**
 * What is said of a name where the unit is declared. Compose files beside each other speak of the same service: what an override file
 * says wins, and each further file (`compose.prod.yaml`) is one more way to start it.
 */
const ownDefinitions = (unit: Unit, name: string, world: ResolverWorld): readonly PlacedDefinition[] => {
  const own = (holder: string) => world.heldBy('environment', holder).filter((each) => each.name === name);
  if (!unit.holder.startsWith('compose:')) return own(unit.holder);
  const service = unit.holder.slice(unit.holder.lastIndexOf(':') + 1);
  const files = world.filesIn(folderOf(unit.path)).filter((path) => /compose[^/]*\.ya?ml$/i.test(path));
  const all = [...new Set([unit.path, ...files])].flatMap((path) => own(`compose:${path}:${service}`));
  const overriding = all.filter(({ path }) => /\.override\.ya?ml$/i.test(path));
  return overriding.length > 0 ? overriding : all;
};

/** Objects whose every key becomes a variable, with a prefix: the last of them wins. https://kubernetes.io/docs/tasks/configure-pod-container/configure-pod-configmap/ */
const fromObjects = (unit: Unit, name: string, world: ResolverWorld): readonly PlacedDefinition[] => {
  const sources = world.heldBy('environment-from', unit.holder);
  for (const { name: prefix, value, line } of sources.toReversed()) {
    if (value.t !== 'literal' || !name.startsWith(prefix)) continue;
    const key = `${value.value} ${name.slice(prefix.length)}`;
    if (world.definitions('kubernetes', key).length === 0) continue;
    const term: Term = { t: 'reference', namespace: 'kubernetes', name: key, at: line };
    return [{ namespace: 'environment', name, value: term, line, path: unit.path, holder: unit.holder }];
  }
  return [];
};

/** What a unit says of a name itself, else what the files say that it reads its environment from; the last of them wins. */
const definitionsOf = (unit: Unit, name: string, world: ResolverWorld): readonly PlacedDefinition[] => {
  const own = ownDefinitions(unit, name, world);
  if (own.length > 0) return own;
  const files = world.heldBy('environment-file', unit.holder);
  for (const { value } of files.toReversed()) {
    if (value.t !== 'literal') continue;
    const read = world
      .definitions('environment', name)
      .filter(({ path, holder }) => path === value.value && /^(folder|example):/.test(holder ?? ''));
    if (read.length > 0) return read.slice(-1);
  }
  return fromObjects(unit, name, world);
};

const candidate = (definition: PlacedDefinition, note: string): Candidate => ({
  term: definition.value,
  path: definition.path,
  line: definition.line,
  note,
});

/** Several units with one and the same literal are one candidate. */
const distinct = (candidates: readonly Candidate[]): readonly Candidate[] => {
  const seen = new Set<string>();
  return candidates.filter(({ term, path, line }) => {
    const key = term.t === 'literal' ? JSON.stringify(term.value) : `${path}:${line}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
};

/** Folders from the file’s own up to its project’s, inclusive. */
const projectFolders = (fromPath: string, world: ResolverWorld): readonly string[] => {
  const isProject = (folder: string) =>
    manifests.some((name) => world.hasFile(folder === '' ? name : `${folder}/${name}`));
  const folders = ancestorsOf(folderOf(fromPath));
  const end = folders.findIndex(isProject);
  return end < 0 ? folders : folders.slice(0, end + 1);
};

/** The definitions of the nearest folder that has any, among files held as `folder:` or as `example:`. */
const fromFiles = (
  scheme: 'folder' | 'example',
  name: string,
  folders: readonly string[],
  world: ResolverWorld,
): readonly PlacedDefinition[] => {
  for (const folder of folders) {
    const found = world
      .heldBy('environment', `${scheme}:${folder}`)
      .filter((definition) => definition.name === name && folderOf(definition.path) === folder);
    if (found.length > 0) return found;
  }
  return [];
};

export default defineResolver({
  id: 'process-environment',
  title: 'Environment variables of the process that runs the code',
  names: {
    namespace: 'environment',
    resolve(name, fromPath, world) {
      const deployments = unitsOf(fromPath, world, (unit) => !isDockerfile(unit));
      const images = unitsOf(fromPath, world, isDockerfile);
      for (const units of [deployments, images]) {
        const found = units.flatMap((unit) =>
          definitionsOf(unit, name, world).map((definition) =>
            candidate(definition, `environment variable ${name} of ${sayHolder(unit.holder)}`),
          ),
        );
        if (found.length > 0) return { candidates: distinct(found) };
      }

      const folders = projectFolders(fromPath, world);
      const files = fromFiles('folder', name, folders, world);
      if (files.length > 0) {
        const candidates = files.map((each) =>
          candidate(each, `environment variable ${name} in ${baseNameOf(each.path)}`),
        );
        return { candidates: distinct(candidates) };
      }
      const examples = fromFiles('example', name, folders, world);
      if (examples.length > 0) {
        const candidates = examples.map((each) => ({
          ...candidate(each, `environment variable ${name} in the example file ${baseNameOf(each.path)}`),
          how: 'inferred' as const,
          confidence: 0.5,
        }));
        return { candidates: distinct(candidates) };
      }

      const searched = [
        ...new Set([...deployments, ...images].map(({ holder }) => sayHolder(holder))),
        `any .env file of ${folders.at(-1) === '' ? 'the source' : folders.at(-1)}`,
      ];
      return { unknown: `environment variable ${name} is set nowhere in ${searched.join(', ')}` };
    },
  },
});
