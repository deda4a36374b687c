/** What extractors say of sensitive data they saw in a file: kinds, classes with counts, and how sensitive that makes it; never a value. */
import type { FactName } from '../domain/facts.ts';
import type { AssetObservation, FactSaid, RelationObservation } from '../domain/observation.ts';
import type { ClassCount, Sensitive } from '../read/personal-tally.ts';
import { folderOf } from '../read/source-path.ts';

type Facts = Partial<Record<FactName, FactSaid>>;

/** What was read of the data, for the confidence of what was not found. */
export interface Sample {
  /** Records that were looked at. */
  readonly read: number;
  /** Records that there are, as far as it is known. */
  readonly of: number;
  /** What a record is called: `records`, `outputs`, `chunks`. */
  readonly unit: string;
  /** More is there that was not counted. */
  readonly isSample: boolean;
}

const large = (number: number): string => number.toLocaleString('en');

const describeClass = ({ of, records }: ClassCount, { read, unit }: Sample): string =>
  records === 0 ? `${of} by the name of a column` : `${of} in ${large(records)} of ${large(read)} ${unit}`;

/** A class that no file of that sort should hold without protection. */
const restricted: ReadonlySet<string> = new Set([
  'national identifier',
  'tax number',
  'payment card',
  'bank account',
  'health identifier',
]);

/** How surely a sample stands for the whole: all of it 0.95; of a part less, the smaller it is. */
const confidenceOf = ({ read, of, isSample }: Sample): number =>
  isSample ? Math.round(Math.min(0.9, 0.6 + 0.3 * Math.min(1, read / Math.max(of, read, 1))) * 100) / 100 : 0.95;

/** Facts of a data set in which these kinds were found (`screened` is of data sets and logs); `credentials` of shapes that speak for themselves were seen in it. */
export const sensitiveFacts = (
  { kinds, classes, line }: Sensitive,
  sample: Sample,
  credentials: readonly { readonly line: number }[] = [],
): Facts => {
  const all = [...kinds, ...(credentials.length > 0 ? ['credential'] : [])];
  const at = line > 0 ? line : (credentials[0]?.line ?? 1);
  const confidence = all.length > 0 ? 0.9 : confidenceOf(sample);
  const dataKinds: FactSaid = { value: all, line: at, how: 'observed', confidence };
  const screened: FactSaid = { value: true, line: at, how: 'observed' };
  if (all.length === 0) return { dataKinds, screened };
  const isRestricted = credentials.length > 0 || all.includes('health') || classes.some(({ of }) => restricted.has(of));
  const told = [
    ...classes.map((each) => describeClass(each, sample)),
    ...(credentials.length > 0
      ? [`credential in ${credentials.length === 1 ? 'one place' : `${credentials.length} places`}`]
      : []),
  ];
  return {
    dataKinds,
    screened,
    dataClasses: { value: told, line: at, how: 'observed', confidence: 0.9 },
    sensitivity: { value: isRestricted ? 'restricted' : 'confidential', line: at, how: 'inferred', confidence: 0.8 },
  };
};

/** Folders above a file that are told as collections of what is sensitive in them. */
const levels = 2;

/** The folders above a file as collections that contain it, so that whoever reads the folder reads the file. */
export const observeFolders = (
  path: string,
  key: string,
  line: number,
): { readonly assets: readonly AssetObservation[]; readonly relations: readonly RelationObservation[] } => {
  const assets: AssetObservation[] = [];
  const relations: RelationObservation[] = [];
  let inner = key;
  let folder = folderOf(path);
  for (let level = 0; level < levels && folder !== ''; level++) {
    const outer = `folder:${folder}`;
    assets.push({
      key: outer,
      kind: 'dataset',
      name: `${folder}/`,
      identifiers: [{ scheme: 'place', value: folder }],
      facts: {
        path: { value: folder },
        source: { value: 'local-file', how: 'observed' },
        usedFor: { value: [], how: 'inferred', confidence: 0.6 },
      },
      line: 0,
    });
    relations.push({ relation: 'contains', from: { local: outer }, to: { local: inner }, line });
    inner = outer;
    folder = folderOf(folder);
  }
  return { assets, relations };
};
