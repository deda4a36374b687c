/** What `gcloud` printed and people saved: resources with the values that hold, and the policies over them. */
import { defineExtractor, type Extraction, emptyExtraction } from '../../../kit/define-extractor.ts';
import type { OpenExtraction } from '../../../kit/open-extraction.ts';
import { openExtraction } from '../../../kit/open-extraction.ts';
import { mostResources, stateExport, tooManyResources } from '../../../kit/state-export.ts';
import { withholdDefinitions } from '../../../kit/withhold-definitions.ts';
import { readJson } from '../../../read/json-positions.ts';
import { type Mistake, type Positioned, type PositionedEntry, valueAt } from '../../../read/positioned.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { google } from './dialect.ts';
import { type Asset, assetOf, resourceOf } from './read-assets.ts';
import { bindingsOf, statePolicy } from './state-policy.ts';

const signs =
  /googleapis\.com\/|"storage_url"\s*:\s*"gs:|serving\.knative\.dev\/v1|"projects\/[^"\s]+\/|"bindings"\s*:/;

/** A value of one line of a file as of that line. */
const shifted = (value: Positioned, by: number): Positioned => {
  if (value.is === 'scalar') return { ...value, line: value.line + by };
  if (value.is === 'list')
    return { ...value, line: value.line + by, items: value.items.map((item) => shifted(item, by)) };
  const entries = [...value.entries].map(
    ([key, entry]) => [key, { line: entry.line + by, value: shifted(entry.value, by) }] as [string, PositionedEntry],
  );
  return { ...value, line: value.line + by, entries: new Map(entries) };
};

/** The items of an answer: of a list, of a single thing, or of an export with one item in each line. */
const itemsIn = (
  text: string,
): { readonly items: readonly Positioned[]; readonly errors: readonly Mistake[]; readonly isCut: boolean } => {
  if (/^\s*\{[^\n]*\}[ \t\r]*\n\s*\{/.test(text)) {
    const lines = text.split('\n');
    const items: Positioned[] = [];
    const errors: Mistake[] = [];
    for (const [number, line] of lines.slice(0, mostResources).entries()) {
      if (line.trim() === '') continue;
      const read = readJson(line);
      if (read.value) items.push(shifted(read.value, number));
      errors.push(...read.errors.map(({ why }) => ({ line: number + 1, why })));
    }
    return { items, errors, isCut: lines.length > mostResources };
  }
  const { value, errors } = readJson(text);
  // The API itself puts the list below a name.
  const list =
    value && [valueAt(value, 'results'), valueAt(value, 'assets'), value].find((each) => each?.is === 'list');
  const items = list?.is === 'list' ? list.items : value ? [value] : [];
  return { items: items.slice(0, mostResources), errors, isCut: items.length > mostResources };
};

/** The bucket or project that a policy was saved for, which it does not name: `gs/<bucket>/…`, `projects/<project>/…`. */
const subjectOf = (path: string): { readonly bucket: string } | { readonly project: string } | undefined => {
  const bucket = /(?:^|\/)(?:gs|gcs|buckets?)\/([a-z0-9][a-z0-9._-]{1,220})\/[^/]+$/.exec(path)?.[1];
  if (bucket !== undefined) return { bucket };
  const project = /(?:^|\/)projects?\/([a-z][a-z0-9-]{4,28}[a-z0-9])\/[^/]+$/.exec(path)?.[1];
  return project === undefined ? undefined : { project };
};

const statePolicyAlone = (root: Positioned, path: string): OpenExtraction | undefined => {
  const bindings = bindingsOf(root);
  if (bindings === undefined || bindings.length === 0) return undefined;
  const into = openExtraction();
  const subject = subjectOf(path);
  if (subject === undefined)
    into.gaps.push({
      what: baseNameOf(path),
      scope: 'file',
      why: 'the policy does not say of which bucket or project it is: save it as gs/<bucket>/policy.json or projects/<project>/policy.json',
    });
  else
    statePolicy(
      bindings,
      'bucket' in subject
        ? { id: `//storage.googleapis.com/${subject.bucket}`, type: 'storage.googleapis.com/Bucket', line: root.line }
        : undefined,
      root.line,
      into,
    );
  return into;
};

const stateAssets = (items: readonly Positioned[], path: string): OpenExtraction | undefined => {
  const assets = items.flatMap((item): readonly Asset[] => {
    const asset = assetOf(item);
    return asset === undefined ? [] : [asset];
  });
  if (assets.length === 0) return undefined;
  // What the policies of a project name is told without its settings.
  const told = assets.filter(({ data, policy }) => data !== undefined || policy === undefined);
  const stack = stateExport(
    path,
    told.flatMap((asset, number) => resourceOf(asset, number) ?? []),
    google,
  );
  for (const asset of assets) {
    const bindings = bindingsOf(asset.policy);
    const isProject = /\/\/cloudresourcemanager\.googleapis\.com\/projects\//.test(asset.id);
    if (bindings) statePolicy(bindings, isProject ? undefined : asset, asset.line, stack);
  }
  return stack;
};

export default defineExtractor({
  id: 'gcloud-cli',
  title: 'Answers of the Google Cloud command line',
  claims: { endings: ['.json', '.jsonl', '.ndjson'] },
  limit: 50_000_000,
  extract(input): Extraction {
    const { path } = input;
    const text = input.text();
    if (!signs.test(text)) return emptyExtraction;
    const { items, errors, isCut } = itemsIn(text);
    const [first] = items;
    const into = stateAssets(items, path) ?? (items.length === 1 ? statePolicyAlone(first!, path) : undefined);
    if (into === undefined) return emptyExtraction;
    for (const { line, why } of errors.slice(0, 1))
      into.gaps.push({ what: `${baseNameOf(path)} line ${line}`, scope: 'file', why });
    if (isCut) into.gaps.push(tooManyResources(path));
    const { assets, relations, definitions, units, gaps } = into;
    return withholdDefinitions({ assets, relations, definitions, units, gaps, programs: [] }, input);
  },
});
