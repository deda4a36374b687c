/** Reads data files (CSV, JSON, JSON lines, Parquet): what the data is for, what of persons stands in it, and what looks planted; logs of prompts too. */
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FactName,
  type FactSaid,
  type FileInput,
  type Gap,
  type RelationObservation,
} from '../../../kit/define-extractor.ts';
import { observeFolders, type Sample, sensitiveFacts } from '../../../kit/observe-data.ts';
import { project } from '../../../kit/observe-packages.ts';
import { observeSecrets } from '../../../kit/observe-secret.ts';
import { describeSigns, screenRecords } from '../../../read/crafted-records.ts';
import { type DataUse, isMadeUpData, type Purpose, purposeOf } from '../../../read/data-purpose.ts';
import { type DataRecords, readDataRecords } from '../../../read/data-records.ts';
import { readParquetSchema } from '../../../read/parquet-schema.ts';
import { judgeColumnNames, PersonalTally, type Sensitive } from '../../../read/personal-tally.ts';
import { findSecrets } from '../../../read/secret-search.ts';
import { baseNameOf } from '../../../read/source-path.ts';

type Facts = Partial<Record<FactName, FactSaid>>;

/** JSON that programs read as settings or wrote for themselves; none of it is a set of data. */
const settings =
  /(?:^|\/)(?:package(?:-lock)?|composer|tsconfig[\w.-]*|jsconfig|angular|nx|lerna|turbo|vercel|manifest|tokenizer\w*|vocab|special_tokens_map|config|settings|launch|tasks|devcontainer|renovate|components|schema|openapi|swagger|cdk|tslint|biome|firebase|app|project|workspace|index_store|graph_store|docstore|default__vector_store|image__vector_store|[\w-]+\.schema|[\w-]+\.config|[\w-]+\.lock|[\w-]+_config)\.json$|\.(?:postman_collection|excalidraw|geo|topo|tfstate|map)(?:\.json)?$|(?:^|\/)\.(?:vscode|idea|devcontainer|storybook|changeset)\//i;
const dataWords =
  /(?:^|[/_.-])(?:data|datasets?|train|training|fine.?tun\w*|corpus|corpora|knowledge\w*|kb|samples?|records?|customers?|users?|patients?|employees?|exports?|dump|eval\w*|traces?|logs?|feedback|conversations?|chats?|messages|transcripts?)(?:[/_.-]|\d|$)/i;

/** Fewest records of JSON that make a set of data. */
const leastRecords = 5;

const isDataset = (path: string, data: DataRecords, { purpose, shape }: DataUse, sensitive: Sensitive): boolean => {
  if (shape !== undefined || sensitive.kinds.length > 0) return true;
  if (data.form === 'json' && (data.count < leastRecords || data.columns.length < 2)) return false;
  return data.form === 'json' ? dataWords.test(path) && purpose !== undefined : data.count >= leastRecords;
};

const observeDataset = (
  { path, size }: FileInput,
  format: string,
  purpose: Purpose | undefined,
  facts: Facts,
  sensitiveLine: number | undefined,
): Extraction => {
  const asset: AssetObservation = {
    key: 'data',
    kind: 'dataset',
    name: baseNameOf(path),
    identifiers: [{ scheme: 'place', value: path }],
    facts: {
      path: { value: path },
      format: { value: format, how: 'observed' },
      source: { value: 'local-file', how: 'observed' },
      size: { value: size, how: 'observed' },
      usedFor: { value: purpose === undefined ? [] : [purpose], how: 'inferred', confidence: 0.8 },
      ...facts,
    },
    line: 1,
  };
  const folders = sensitiveLine === undefined ? undefined : observeFolders(path, 'data', sensitiveLine);
  const relations: readonly RelationObservation[] = [
    { relation: 'contains', from: project, to: { local: 'data' }, line: 1 },
    ...(folders?.relations ?? []),
  ];
  return { ...emptyExtraction, assets: [asset, ...(folders?.assets ?? [])], relations };
};

const observeLog = ({ path }: FileInput, shape: string, facts: Facts): Extraction => {
  const asset: AssetObservation = {
    key: 'log',
    kind: 'log-sink',
    name: baseNameOf(path),
    identifiers: [{ scheme: 'place', value: path }],
    facts: { path: { value: path }, service: { value: shape, how: 'inferred', confidence: 0.8 }, ...facts },
    line: 1,
  };
  return {
    ...emptyExtraction,
    assets: [asset],
    relations: [{ relation: 'contains', from: project, to: { local: 'log' }, line: 1 }],
  };
};

const observeParquet = (input: FileInput): Extraction => {
  const schema = readParquetSchema(input.bytes);
  if (schema === undefined) {
    const isParquet = new TextDecoder('latin1').decode(input.bytes.subarray(0, 4)) === 'PAR1';
    if (!isParquet) return emptyExtraction;
    const why =
      input.bytes.length < input.size
        ? 'of a table this large only the beginning was read, and its columns are named at its end'
        : 'its end, where the columns are named, cannot be read';
    return { ...emptyExtraction, gaps: [{ what: input.path, scope: 'file', why }] };
  }
  const { columns, rows } = schema;
  const { kinds, classes } = isMadeUpData(input.path) ? nothing : judgeColumnNames(columns);
  const sample: Sample = { read: rows, of: rows, unit: 'rows', isSample: false };
  // The names of columns promise; the values are packed and were not read. Silent names promise nothing.
  const promised: Facts = Object.fromEntries(
    kinds.length === 0
      ? []
      : Object.entries(sensitiveFacts({ kinds, classes, line: 1 }, sample)).map(([fact, said]) => [
          fact,
          { ...said, how: 'inferred', confidence: 0.6 },
        ]),
  );
  const { purpose } = purposeOf(input.path, noRecords);
  return observeDataset(input, 'parquet', purpose, promised, kinds.length === 0 ? undefined : 1);
};

const nothing: Sensitive = { kinds: [], classes: [], line: 0 };
const noRecords: DataRecords = {
  form: 'table',
  columns: [],
  records: [],
  count: 0,
  isSample: false,
  unread: 0,
  outerKeys: [],
};

const mayHoldRecords = ({ path, bytes }: FileInput): boolean => {
  if (!/\.json$/i.test(path)) return true;
  if (settings.test(path)) return false;
  const start = new TextDecoder().decode(bytes.subarray(0, 4000)).trimStart();
  return (
    /^\[\s*\{/.test(start) ||
    (/^\{/.test(start) && /\[\s*\{|"(?:run_type|traceId|messages|inputs|observations)"/.test(start))
  );
};

export default defineExtractor({
  id: 'data-files',
  title: 'Data file',
  claims: { endings: ['.csv', '.tsv', '.psv', '.jsonl', '.ndjson', '.jsonlines', '.json', '.parquet'] },
  limit: 24_000_000,
  head: 4_000_000,
  extract(input) {
    if (/\.parquet$/i.test(input.path)) return observeParquet(input);
    if (!mayHoldRecords(input)) return emptyExtraction;
    const isWhole = input.bytes.length === input.size;
    const data = readDataRecords(input.path, input.text(), isWhole);
    if (data === undefined || data.records.length === 0) return emptyExtraction;
    const use = purposeOf(input.path, data);
    const tally = new PersonalTally();
    if (!isMadeUpData(input.path)) for (const { values, line } of data.records) tally.add(values, line);
    const sensitive = tally.result();
    const records = data.records.length;
    const of = isWhole ? data.count : Math.round((data.count * input.size) / Math.max(1, input.bytes.length));
    const sample: Sample = { read: records, of, unit: 'records', isSample: data.isSample || !isWhole };
    const credentials = isMadeUpData(input.path)
      ? []
      : findSecrets(input.bytes).filter(({ inContext, kind }) => !inContext && kind !== 'url-password');
    // Credentials of JSON files are told by the extractor that searches them.
    const secrets = observeSecrets(input, /\.json$/i.test(input.path) ? [] : credentials, 'source');
    if (!isDataset(input.path, data, use, sensitive)) return { ...emptyExtraction, ...secrets };
    const facts = sensitiveFacts(sensitive, sample, credentials);
    const gaps: readonly Gap[] =
      data.unread > 0
        ? [{ what: input.path, scope: 'file', why: `${data.unread} of its lines are no JSON and were not looked at` }]
        : [];
    const told = (said: Extraction): Extraction => ({
      ...said,
      assets: [...said.assets, ...secrets.assets],
      relations: [...said.relations, ...secrets.relations],
      gaps,
    });
    if (use.purpose === 'log' && isMadeUpData(input.path)) return emptyExtraction;
    if (use.purpose === 'log') return told(observeLog(input, use.shape ?? 'prompt-log', facts));
    const signs = screenRecords(input.path, data, use.shape !== undefined);
    const craftedRecords: FactSaid = {
      value: describeSigns(signs, records, 'records'),
      line: signs[0]?.line ?? 1,
      how: 'observed',
      confidence: signs.length > 0 ? 0.7 : (facts.dataKinds?.confidence ?? 0.9),
    };
    const isSensitive = sensitive.kinds.length > 0 || credentials.length > 0;
    const line = facts.dataKinds?.line ?? 1;
    const said = observeDataset(
      input,
      data.form,
      use.purpose,
      { ...facts, craftedRecords },
      isSensitive ? line : undefined,
    );
    return told(said);
  },
});
