/** The order of Maven versions, by its published rules. */

/** https://maven.apache.org/pom.html#Version_Order_Specification; a word that is not named here stands after all of these, in the order of the alphabet. */
const qualifiers: Readonly<Record<string, number>> = {
  alpha: 1,
  beta: 2,
  milestone: 3,
  rc: 4,
  cr: 4,
  snapshot: 5,
  '': 6,
  final: 6,
  ga: 6,
  release: 6,
  sp: 7,
};
const afterAllNamed = 8;
/** Only in front of a digit: `1-a1` is `1-alpha-1`, `1-a` is none. */
const abbreviations: Readonly<Record<string, string>> = { a: 'alpha', b: 'beta', m: 'milestone' };

/** One part of a version: a number, as digits without leading zeros, or a word; and whether a dot stands in front of it. */
interface Part {
  readonly isNumber: boolean;
  readonly text: string;
  readonly isAfterDot: boolean;
}

const rankOf = (word: string): number => (Object.hasOwn(qualifiers, word) ? qualifiers[word]! : afterAllNamed);
const isNull = ({ isNumber, text }: Part): boolean => (isNumber ? text === '' : rankOf(text) === qualifiers['']);

/** Longest version that is compared; a published one has a few dozen characters. */
const longest = 300;

/** Tells whether a text can be a version at all; `LATEST` and `RELEASE` ask for one. */
const isVersion = (text: string): boolean =>
  text.length <= longest && /^[0-9A-Za-z][\w.+~-]*$/.test(text) && !/^(?:latest|release)$/i.test(text);

const partsOf = (version: string): Part[] => {
  const parts: Part[] = [];
  let isAfterDot = true;
  let isFilled = false;
  const pieces = version.toLowerCase().match(/\d+|[^\d.-]+|[.-]/g) ?? [];
  pieces.forEach((piece, at) => {
    if (piece === '.' || piece === '-') {
      if (!isFilled) parts.push({ isNumber: true, text: '', isAfterDot });
      isAfterDot = piece === '.';
      isFilled = false;
      return;
    }
    const isNumber = /^\d/.test(piece);
    // A change between digits and letters separates as a hyphen does, and so does any separator in front of a word.
    if (isFilled || !isNumber) isAfterDot = false;
    const isBeforeDigit = /^\d/.test(pieces[at + 1] ?? '');
    const text = isNumber ? piece.replace(/^0+/, '') : (isBeforeDigit && abbreviations[piece]) || piece;
    parts.push({ isNumber, text, isAfterDot });
    isFilled = true;
  });
  return parts;
};

/** Without the parts that say nothing at the end and in front of every hyphen: `1.0.0-rc` is `1-rc`. */
const trim = (parts: Part[]): readonly Part[] => {
  for (let at = parts.length - 1; at > 0; at--) {
    const next = parts[at + 1];
    if (isNull(parts[at]!) && (next === undefined || !next.isAfterDot)) parts.splice(at, 1);
  }
  return parts;
};

/** What stands where the shorter version has nothing: a zero behind a dot, no word behind a hyphen. */
const nothingLike = ({ isAfterDot }: Part): Part => ({ isNumber: isAfterDot, text: '', isAfterDot });

const compareParts = (a: Part, b: Part): number => {
  // A word comes before a number behind a hyphen, and that before a number behind a dot.
  const kindOf = ({ isNumber, isAfterDot }: Part): number => (isNumber ? (isAfterDot ? 2 : 1) : 0);
  if (kindOf(a) !== kindOf(b)) return kindOf(a) - kindOf(b);
  if (a.isNumber) return a.text.length - b.text.length || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);
  const [left, right] = [rankOf(a.text), rankOf(b.text)];
  if (left !== right || left !== afterAllNamed) return left - right;
  return a.text < b.text ? -1 : a.text > b.text ? 1 : 0;
};

/** Compares two versions of Maven: -1, 0 or 1; undefined when either is none. */
export const compareMavenVersions = (a: string, b: string): number | undefined => {
  if (!isVersion(a) || !isVersion(b)) return undefined;
  const [left, right] = [trim(partsOf(a)), trim(partsOf(b))];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const one = left[at] ?? nothingLike(right[at]!);
    const order = compareParts(one, right[at] ?? nothingLike(one));
    if (order !== 0) return Math.sign(order);
  }
  return 0;
};

/** Tells whether a text names one release that stays what it is: no range, no property, no snapshot. */
export const isExactMavenVersion = (text: string): boolean => isVersion(text) && !/-?snapshot$/i.test(text);
