/** Counts what records tell of persons, column by column, and says what kinds of sensitive data that makes; values are never kept. */
import { findPersonal } from './personal-text.ts';
import { columnRuleOf, type PersonalClass } from './personal-values.ts';

/** One class of personal data in a set of records. */
export interface ClassCount {
  readonly of: PersonalClass;
  /** Records in which it was found. */
  readonly records: number;
  /** Different values; for names of columns alone 0. */
  readonly distinct: number;
  /** Line of the first. */
  readonly line: number;
}

export interface Sensitive {
  /** In the words of the fact `dataKinds`. */
  readonly kinds: readonly string[];
  readonly classes: readonly ClassCount[];
  /** Line of the first value that decided; 0 where nothing was found. */
  readonly line: number;
}

interface Seen {
  readonly values: Set<string>;
  records: number;
  line: number;
}

/** Different values that are remembered while counting. */
const mostRemembered = 5000;
/** A column holds what its name says when so many of its values fit, of those that are filled. */
const fitting = 0.6;
const leastFitting = 3;

interface Column {
  readonly rule: NonNullable<ReturnType<typeof columnRuleOf>>;
  filled: number;
  readonly fit: Seen;
}

const emptySeen = (): Seen => ({ values: new Set(), records: 0, line: 0 });
const note = (seen: Seen, value: string, line: number): void => {
  if (seen.values.size < mostRemembered) seen.values.add(value);
  if (seen.line === 0) seen.line = line;
};

/** How many different values of a class are more than chance or an example; `few` for single files of prose and outputs. */
const leastDistinct: Readonly<Record<PersonalClass, readonly [many: number, few: number]>> = {
  'e-mail address': [3, 2],
  'telephone number': [5, 2],
  'national identifier': [2, 1],
  'tax number': [2, 1],
  'payment card': [2, 1],
  'bank account': [2, 1],
  'health identifier': [2, 1],
  'birth date': [3, 1],
  'postal address': [3, 1],
  'person name': [3, 3],
  'health detail': [3, 3],
};
/** Found alone these make data personal. */
const decisive: ReadonlySet<PersonalClass> = new Set([
  'e-mail address',
  'national identifier',
  'tax number',
  'payment card',
  'bank account',
  'health identifier',
]);

/** So many numbers are a list of persons, whatever stands beside them. */
const manyNumbers = 30;

/** A running count over the records of one thing. */
export class PersonalTally {
  readonly #found = new Map<PersonalClass, Seen>();
  readonly #columns = new Map<string, Column | null>();
  readonly #isProse: boolean;
  records = 0;

  /** `isProse` for texts of which one mention counts: outputs, chunks, letters. */
  constructor(isProse = false) {
    this.#isProse = isProse;
  }

  #seen(of: PersonalClass): Seen {
    const known = this.#found.get(of);
    if (known) return known;
    const made = emptySeen();
    this.#found.set(of, made);
    return made;
  }

  #column(path: string): Column | null {
    const known = this.#columns.get(path);
    if (known !== undefined) return known;
    const rule = columnRuleOf(path.slice(path.lastIndexOf('.') + 1));
    const made = rule ? { rule, filled: 0, fit: emptySeen() } : null;
    if (this.#columns.size < 5000) this.#columns.set(path, made);
    return made;
  }

  /** Adds one record of named values. `lineOf` tells the line of an offset where a value spans lines. */
  add(
    values: readonly (readonly [path: string, value: string])[],
    line: number,
    lineOf?: (at: number) => number,
  ): void {
    this.records++;
    const here = new Set<PersonalClass>();
    for (const [path, value] of values) {
      if (value === '') continue;
      const column = this.#column(path);
      if (column) {
        column.filled++;
        if (column.rule.fits(value)) {
          column.fit.records++;
          note(column.fit, value, line);
        }
        continue;
      }
      if (value.length < 8) continue;
      for (const { of, value: found, at } of findPersonal(value)) {
        const seen = this.#seen(of);
        note(seen, found, lineOf?.(at) ?? line);
        here.add(of);
      }
    }
    for (const of of here) this.#seen(of).records++;
  }

  /** What was found so far. */
  result(): Sensitive {
    const all = new Map<PersonalClass, Seen>(
      [...this.#found].map(([of, seen]) => [of, { ...seen, values: seen.values }] as const),
    );
    for (const column of this.#columns.values()) {
      if (!column || column.fit.records < leastFitting || column.fit.records < column.filled * fitting) continue;
      const there = all.get(column.rule.of);
      if (!there || there.values.size < column.fit.values.size) all.set(column.rule.of, column.fit);
    }
    const classes = [...all]
      .filter(([of, { values }]) => values.size >= leastDistinct[of][this.#isProse ? 1 : 0])
      .map(
        ([of, { records, values, line }]): ClassCount => ({
          of,
          // A record can hold a list, and every item of it a value.
          records: Math.min(records, this.records),
          distinct: values.size,
          line,
        }),
      )
      .sort((a, b) => b.records - a.records || (a.of < b.of ? -1 : 1));
    return judgeClasses(classes);
  }
}

/** What kinds of data the classes make together. A birth date, a name or an illness alone is nobody’s. */
export const judgeClasses = (classes: readonly ClassCount[]): Sensitive => {
  const has = (of: PersonalClass): boolean => classes.some((each) => each.of === of);
  // A few numbers without a name are those of hotels, shops and help lines.
  const areMany = classes.some(({ of, distinct }) => of === 'telephone number' && distinct >= manyNumbers);
  const isPersonal =
    classes.some(({ of }) => decisive.has(of)) ||
    areMany ||
    (has('person name') && (has('birth date') || has('postal address') || has('telephone number')));
  if (!isPersonal) return { kinds: [], classes: [], line: 0 };
  const kinds = [
    'personal',
    ...(has('health identifier') || has('health detail') ? ['health'] : []),
    ...(has('payment card') || has('bank account') ? ['payment'] : []),
  ];
  return { kinds, classes, line: Math.min(...classes.map(({ line }) => line)) };
};

/** What the names of columns alone promise, where no value can be read. */
export const judgeColumnNames = (columns: readonly string[]): Sensitive => {
  const classes = new Map<PersonalClass, ClassCount>();
  for (const column of columns) {
    const of = columnRuleOf(column)?.of;
    if (of !== undefined) classes.set(of, { of, records: 0, distinct: 0, line: 1 });
  }
  return judgeClasses([...classes.values()]);
};
