/** From what a connector found to statements: files are read and names followed, or all of it is recalled where no file changed. */
import { createHash } from 'node:crypto';
import type { Gap } from '../domain/observation.ts';
import type { Statements } from '../graph/statement.ts';
import type { Discovery } from '../kit/define-connector.ts';
import type { Catalog } from './catalog.ts';
import { createConcern, listConcerns } from './concerns.ts';
import { type FilesRead, type ReadingPlan, readFiles, rereadDoubtful } from './read-files.ts';
import { findConnected } from './resolve/find-connected.ts';
import { resolve } from './resolve/resolve.ts';

/** What the files of a source say. */
export interface SourceRead {
  readonly statements: Statements;
  readonly gaps: readonly Gap[];
  readonly counts: FilesRead['counts'];
}

export interface SourcePlan {
  readonly catalog: Pick<Catalog, 'libraries' | 'resolvers'>;
  readonly reading: Omit<ReadingPlan, 'concerns' | 'connect'>;
  /** Reads every program whole, also where nothing in it or around it is of concern. */
  readonly isThorough: boolean;
  /** Called between reading and following names. */
  readonly between: () => Promise<void>;
}

/** What is kept of a whole source. A reading in doubt is one with a gap, which may be due to the moment: it is made again and compared. */
interface Recalled extends SourceRead {
  readonly doubtful: FilesRead['doubtful'];
}

/** No path of a file: where the cache keeps what a whole source said. */
const wholeSource = '\0source';

/** Names the state of every file; undefined where one is so young that a later change could leave no trace. */
const stateOf = (
  { resources, source, extraction, gaps }: Discovery,
  { reading, isThorough }: SourcePlan,
): string | undefined => {
  const hash = createHash('sha256');
  hash.update(JSON.stringify([source, extraction, gaps, isThorough]));
  const lines: string[] = [];
  for (const { path, ignored, openToOthers } of resources) {
    const stamp = reading.stamp(path);
    if (stamp === undefined) return undefined;
    lines.push(`${path}\0${stamp}\0${ignored ?? ''}\0${openToOthers ?? ''}`);
  }
  return hash.update(lines.join('\n')).digest('hex');
};

const recall = async (state: string, plan: ReadingPlan): Promise<SourceRead | undefined> => {
  const body = plan.cache?.byContent(wholeSource, state);
  if (body === undefined) return undefined;
  const known = JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString()) as Recalled;
  const { doubtful, ...read } = known;
  return (await rereadDoubtful(doubtful, plan)) ? read : undefined;
};

/** Paths as statements about the source: its own folder is the empty path. */
const placeGap = ({ what, why }: Gap) => ({ path: what === '.' ? '' : what, why });

/** Reads all that was found, and follows names across it. */
export const readSource = async (discovery: Discovery, source: SourcePlan): Promise<SourceRead> => {
  const { libraries, resolvers } = source.catalog;
  const paths = discovery.resources.map(({ path }) => path);
  const plan: ReadingPlan = source.isThorough
    ? source.reading
    : {
        ...source.reading,
        concerns: createConcern(listConcerns(libraries)),
        connect: (read) => findConnected(read, paths, resolvers),
      };
  const state = plan.cache && stateOf(discovery, source);
  const known = state === undefined ? undefined : await recall(state, plan);
  if (known !== undefined) return known;

  const { read, counts, doubtful, ...files } = await readFiles(discovery.resources, plan);
  const gaps = [...discovery.gaps, ...files.gaps];
  await source.between();
  const statements = resolve({
    source: discovery.source.id,
    name: discovery.source.name,
    files: read,
    paths,
    discovered: { path: '', extraction: discovery.extraction },
    gaps: gaps.map(placeGap),
    libraries,
    resolvers,
  });
  if (state !== undefined) {
    const kept: Recalled = { statements, gaps, counts, doubtful };
    plan.cache?.keep(wholeSource, state, new TextEncoder().encode(JSON.stringify(kept)));
  }
  return { statements, gaps, counts };
};
