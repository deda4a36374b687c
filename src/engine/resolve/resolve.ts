/** Resolve: when all files are read, follows names to values across them and states what exists and how it is joined. */
import type { Evidence } from '../../domain/evidence.ts';
import type { Statements } from '../../graph/statement.ts';
import type { Library } from '../../kit/define-library.ts';
import type { Resolver } from '../../kit/define-resolver.ts';
import { CallGraph } from './call-graph.ts';
import { readCode } from './code.ts';
import { declare } from './declared.ts';
import { Drafts } from './drafts.ts';
import { Evaluator } from './evaluator.ts';
import type { CodeContext } from './made-assets.ts';
import { Observed } from './observed.ts';
import { withOuterClients } from './outer-clients.ts';
import { Projects } from './projects.ts';
import type { ReadFile } from './read-extraction.ts';
import { joinServedSymbols } from './served-symbols.ts';
import { createWorld } from './world.ts';

export interface ResolveInput {
  /** Id of the source: its remote with sub-path, or a local name. */
  readonly source: string;
  /** How people call the source. */
  readonly name: string;
  readonly files: readonly ReadFile[];
  /** All paths that exist, read or not. */
  readonly paths: readonly string[];
  /** What the connector said without reading a file: the repository. */
  readonly discovered: ReadFile;
  /** Paths that were not read, with reasons. */
  readonly gaps: readonly { readonly path: string; readonly why: string }[];
  readonly libraries: readonly Library[];
  readonly resolvers: readonly Resolver[];
}

/** Gives every statement that the files of one source support. Pure: the same input gives the same statements. */
export const resolve = (input: ResolveInput): Statements => {
  const files = withOuterClients([input.discovered, ...input.files]);
  const world = createWorld(input.source, files, input.paths, input.resolvers);
  const evaluator = new Evaluator(world, input.libraries);
  const projects = new Projects(world, input.paths, input.name);
  const drafts = new Drafts(input.source);
  for (const gap of input.gaps) drafts.gaps.push({ source: input.source, path: gap.path, why: gap.why });

  const isAiFolder = new Set<string>();
  const projectAssets = new Map<string, number>();
  const observedRepository = () =>
    files.flatMap((file) =>
      file.extraction.assets.flatMap((asset) =>
        asset.kind === 'repository' ? observed.keyed(file.path, asset.key) : [],
      ),
    )[0];
  const projectAsset = (folder: string): number => {
    const known = projectAssets.get(folder);
    if (known !== undefined) return known;
    const project = projects.at(folder)!;
    const at: Evidence = {
      source: input.source,
      path: project.path || folder,
      line: project.line,
      how: 'declared',
      confidence: 1,
    };
    const number = drafts.asset('code-project', project.name, [drafts.identifier('place', `${folder}/`)], [at]);
    drafts.fact(number, 'path', folder === '' ? '.' : folder, [at]);
    const environment = environmentOf(folder);
    if (environment) drafts.fact(number, 'environment', environment, [{ ...at, how: 'inferred', confidence: 0.8 }]);
    projectAssets.set(folder, number);
    return number;
  };

  const observed = new Observed(drafts, evaluator, projects, projectAsset);
  for (const file of files) observed.assets(file);
  // What a project is gets decided by its code, before relations ask which kinds they join.
  const notebooks = new Map<string, number>();
  for (const file of input.files)
    for (const asset of file.extraction.assets)
      if (asset.kind === 'notebook')
        for (const number of observed.keyed(file.path, asset.key)) notebooks.set(file.path, number);
  const markAi = (folder: string) => {
    isAiFolder.add(folder);
    const number = projectAsset(folder);
    (drafts.assets[number] as { kind: string }).kind = 'ai-application';
  };
  // An agent of a workflow works on the project and is no part of it.
  for (const { extraction, path } of files)
    if (
      extraction.assets.some((asset) => asset.kind === 'agent' || asset.kind === 'model') &&
      !extraction.assets.some((asset) => asset.kind === 'ci-workflow')
    )
      markAi(projects.of(path).folder);

  const context: CodeContext = {
    drafts,
    evaluator,
    projects,
    graph: new CallGraph(evaluator),
    projectAsset,
    markAi,
    notebookAsset: (path) => notebooks.get(path),
  };
  joinServedSymbols(context, readCode(context), observed, files);
  for (const file of files) observed.relations(file);

  for (const unit of world.units) {
    if (unit.folder === undefined) continue;
    const inside = projects.all.filter(
      (project) => project.folder === unit.folder || projects.of(`${unit.folder}/x`).folder === project.folder,
    );
    const at: Evidence = {
      source: input.source,
      path: unit.path,
      line: unit.line,
      how: unit.inferred ? 'inferred' : 'declared',
      confidence: unit.inferred ? 0.7 : 1,
      note: `runs the code in ${unit.folder || 'the root folder'}`,
    };
    for (const compute of observed.keyed(unit.path, unit.holder))
      for (const project of inside) drafts.relate('runs', compute, projectAsset(project.folder), [at]);
  }

  const repository = observedRepository();
  if (repository !== undefined) {
    const whole: Evidence = { source: input.source, path: '', line: 0, how: 'observed', confidence: 1 };
    for (const number of projectAssets.values())
      drafts.relate('contains', repository, number, [drafts.assets[number]!.evidence[0] ?? whole]);
    for (const [path, number] of notebooks) {
      const project = projectAssets.get(projects.of(path).folder);
      drafts.relate('contains', project ?? repository, number, drafts.assets[number]!.evidence);
    }
  }
  declare(drafts, files);
  return drafts.statements();
};

/** What the folder’s name says of where the code lives. */
const environmentOf = (folder: string): string | undefined => {
  if (/(^|\/)(examples?|samples?|demos?|cookbooks?|tutorials?|quickstarts?|templates?)(\/|$)/i.test(folder))
    return 'example';
  if (/(^|\/)(tests?|e2e|fixtures?)(\/|$)/i.test(folder)) return 'test';
  if (/(^|\/)(prod|production)(\/|$)/i.test(folder)) return 'production';
  if (/(^|\/)staging(\/|$)/i.test(folder)) return 'staging';
  return undefined;
};
