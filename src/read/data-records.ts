/** Reads data files as records with named values: tables, JSON, JSON lines; a bounded, evenly spread sample of large ones. */
import { readDelimited } from './delimited.ts';

/** One record: its values by the path of their keys (`messages.content`), and its line. */
export interface DataRecord {
  readonly values: readonly (readonly [path: string, value: string])[];
  readonly line: number;
  /** The record as JSON has it; absent in tables. */
  readonly json?: unknown;
}

export interface DataRecords {
  readonly form: 'table' | 'json' | 'json-lines';
  readonly columns: readonly string[];
  readonly records: readonly DataRecord[];
  /** How many records the file has, as far as that is known. */
  readonly count: number;
  /** The records read are not all of them. */
  readonly isSample: boolean;
  /** Lines that could not be read. */
  readonly unread: number;
  /** Keys of the object that holds the records, or of the file’s only object. */
  readonly outerKeys: readonly string[];
}

/** Most records that are looked at of one file, and most characters of one value. */
const mostRecords = 20_000;
const longestValue = 20_000;
const mostValues = 400;
const deepest = 8;

/** Values of a JSON value by the path of their keys; places in lists are left out of the path. */
const flatten = (json: unknown): readonly (readonly [string, string])[] => {
  const values: (readonly [string, string])[] = [];
  const visit = (value: unknown, path: string, depth: number): void => {
    if (values.length >= mostValues || depth > deepest || value === null) return;
    if (typeof value === 'string')
      values.push([path, value.length > longestValue ? value.slice(0, longestValue) : value]);
    else if (typeof value === 'number') values.push([path, String(value)]);
    else if (Array.isArray(value)) for (const item of value) visit(item, path, depth + 1);
    else if (typeof value === 'object')
      for (const [key, each] of Object.entries(value)) visit(each, path === '' ? key : `${path}.${key}`, depth + 1);
  };
  visit(json, '', 0);
  return values;
};

/** The JSON value of a text; undefined where it is none. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    // A RangeError is nesting without end.
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined;
    throw error;
  }
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every n-th item, so that no more than `most` are left. */
const spread = <T>(items: readonly T[], most: number): readonly T[] => {
  if (items.length <= most) return items;
  const step = items.length / most;
  return Array.from({ length: most }, (_, at) => items[Math.floor(at * step)]!);
};

const asRecords = (
  form: 'json' | 'json-lines',
  items: readonly { readonly json: unknown; readonly line: number }[],
  count: number,
  outerKeys: readonly string[] = [],
  unread = 0,
): DataRecords => {
  const chosen = spread(items, mostRecords);
  const columns = new Set<string>();
  for (const { json } of chosen.slice(0, 50)) if (isObject(json)) for (const key of Object.keys(json)) columns.add(key);
  return {
    form,
    columns: [...columns].slice(0, 2000),
    records: chosen.map(({ json, line }) => ({ values: flatten(json), line, json })),
    count,
    isSample: chosen.length < count - unread,
    unread,
    outerKeys,
  };
};

const readJsonLines = (text: string, isWhole: boolean): DataRecords | undefined => {
  const lines = text.split('\n');
  // The last line of a beginning breaks off.
  if (!isWhole) lines.pop();
  const filled = lines.map((line, at) => ({ line, at })).filter(({ line }) => line.trim() !== '');
  const chosen = spread(filled, mostRecords);
  const items: { json: unknown; line: number }[] = [];
  let failed = 0;
  for (const { line, at } of chosen) {
    const json = parseJson(line);
    if (isObject(json)) items.push({ json, line: at + 1 });
    else failed++;
    if (failed > 20 && failed > items.length) return undefined;
  }
  if (items.length === 0) return undefined;
  return asRecords('json-lines', items, filled.length, [], failed);
};

const readJsonFile = (text: string): DataRecords | undefined => {
  const json = parseJson(text);
  if (Array.isArray(json)) {
    const objects = json.filter(isObject);
    return objects.length > 0 && objects.length >= json.length * 0.8
      ? asRecords(
          'json',
          objects.map((each) => ({ json: each, line: 1 })),
          objects.length,
        )
      : undefined;
  }
  if (!isObject(json)) return undefined;
  const keys = Object.keys(json);
  // Records below one key: `{"data": [{…}]}`.
  const lists = Object.values(json).filter(
    (value): value is unknown[] => Array.isArray(value) && value.length >= 2 && value.every(isObject),
  );
  const [list] = [...lists].sort((a, b) => b.length - a.length);
  if (list)
    return asRecords(
      'json',
      list.map((each) => ({ json: each, line: 1 })),
      list.length,
      keys,
    );
  return asRecords('json', [{ json, line: 1 }], 1, keys);
};

/** The records of a data file by its name and text; undefined where it holds none. `isWhole` is false for a beginning of a file. */
export const readDataRecords = (path: string, text: string, isWhole: boolean): DataRecords | undefined => {
  if (/\.(?:jsonl|ndjson|jsonlines)$/i.test(path)) return readJsonLines(text, isWhole);
  if (/\.(?:csv|tsv|psv)$/i.test(path)) {
    const table = readDelimited(text, mostRecords);
    if (!table) return undefined;
    const { columns, rows, isCut } = table;
    return {
      form: 'table',
      columns,
      records: rows.map(({ cells, line }) => ({
        values: cells.slice(0, columns.length).map((cell, at) => [columns[at]!, cell.slice(0, longestValue)] as const),
        line,
      })),
      count: rows.length,
      isSample: isCut || !isWhole,
      unread: 0,
      outerKeys: [],
    };
  }
  const start = text.slice(0, 200).trimStart();
  if (!isWhole) return start.startsWith('{') ? readJsonLines(text, isWhole) : undefined;
  if (!start.startsWith('[') && !start.startsWith('{')) return undefined;
  return readJsonFile(text) ?? (start.startsWith('{') ? readJsonLines(text, isWhole) : undefined);
};
