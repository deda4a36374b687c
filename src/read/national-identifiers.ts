/** National identifiers of persons, country by country: how they are written, the check digits in them, and the words they stand beside. */
import { digitsOf, isBirthDate, passesLuhn, passesVerhoeff, remainder, weigh } from './check-digits.ts';

/** How one country identifies a person. */
export interface NationalIdentifier {
  /** Country in two letters, then what people call the identifier: `us social security number`. */
  readonly id: string;
  /** The whole identifier as it is written; every repetition is bounded. */
  readonly shape: RegExp;
  readonly isValid: (text: string) => boolean;
  /** Words of which one stands before it in running text, or in the name of its column. */
  readonly words: RegExp;
  /** Shape and check together are met by so few other texts that no word is needed. */
  readonly speaksForItself: boolean;
  /** It identifies for taxes or for health care. */
  readonly sort?: 'tax' | 'health';
}

const two = (digits: readonly number[], at: number): number => (digits[at] ?? 0) * 10 + (digits[at + 1] ?? 0);
/** All the same, or counting up or down: what people type for an example. */
const isTyped = (text: string): boolean => {
  const plain = text.replaceAll(/[^0-9A-Za-z]/g, '');
  return /^(.)\1*$/.test(plain) || '01234567890123456789'.includes(plain) || '98765432109876543210'.includes(plain);
};
const controlled =
  (check: (digits: readonly number[], text: string) => boolean) =>
  (text: string): boolean =>
    !isTyped(text) && check(digitsOf(text), text);

const describe = (
  id: string,
  shape: RegExp,
  words: RegExp,
  check: (digits: readonly number[], text: string) => boolean,
  more: Partial<Pick<NationalIdentifier, 'speaksForItself' | 'sort'>> = {},
): NationalIdentifier => ({ id, shape, words, isValid: controlled(check), speaksForItself: false, ...more });

const alone = { speaksForItself: true } as const;
const checkLetters = 'TRWAGMYFPDXBNJZSQVHLCKE';
const finnish = '0123456789ABCDEFHJKLMNPRSTUVWXY';

/** Modulus 11,10 of ISO 7064. */
const passesElevenTen = (digits: readonly number[]): boolean => {
  let product = 10;
  for (const digit of digits.slice(0, -1)) {
    const sum = (digit + product) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return (11 - product) % 10 === digits.at(-1);
};

const oddValues = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
const fiscalCode = (text: string): boolean => {
  let sum = 0;
  for (let at = 0; at < 15; at++) {
    const letter = text[at]!.toUpperCase();
    const value = /\d/.test(letter) ? Number(letter) : letter.charCodeAt(0) - 65;
    sum += at % 2 === 0 ? oddValues[value]! : value;
  }
  return String.fromCharCode(65 + (sum % 26)) === text[15]!.toUpperCase();
};

const brazilian = (digits: readonly number[]): boolean => {
  const check = (length: number): number =>
    ((digits.slice(0, length).reduce((sum, digit, at) => sum + digit * (length + 1 - at), 0) * 10) % 11) % 10;
  return check(9) === digits[9] && check(10) === digits[10];
};

const turkish = (d: readonly number[]): boolean =>
  d[0] !== 0 &&
  ((((d[0]! + d[2]! + d[4]! + d[6]! + d[8]!) * 7 - (d[1]! + d[3]! + d[5]! + d[7]!)) % 10) + 10) % 10 === d[9] &&
  d.slice(0, 10).reduce((sum, digit) => sum + digit, 0) % 10 === d[10];

const singaporean = (text: string): boolean => {
  const first = text[0]!.toUpperCase();
  const sum =
    weigh(digitsOf(text), [2, 7, 6, 5, 4, 3, 2]) + (first === 'T' || first === 'G' ? 4 : first === 'M' ? 3 : 0);
  const letters = first === 'S' || first === 'T' ? 'JZIHGFEDCBA' : first === 'M' ? 'KLJNPQRTUWX' : 'XWUTRQPNMLK';
  return letters[sum % 11] === text.at(-1)!.toUpperCase();
};

/** Letters of the first place stand for two digits: https://en.wikipedia.org/wiki/National_identification_card_(Taiwan) */
const taiwanese = (digits: readonly number[], text: string): boolean => {
  const number = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(text[0]!.toUpperCase()) + 10;
  return (Math.floor(number / 10) + (number % 10) * 9 + weigh(digits, [8, 7, 6, 5, 4, 3, 2, 1, 1])) % 10 === 0;
};

const mexican = (text: string): boolean => {
  const letters = '0123456789ABCDEFGHIJKLMNÑOPQRSTUVWXYZ';
  const sum = [...text.slice(0, 17)].reduce((all, letter, at) => all + letters.indexOf(letter) * (18 - at), 0);
  return (10 - (sum % 10)) % 10 === Number(text[17]);
};

const chilean = (text: string): boolean => {
  const digits = digitsOf(text.slice(0, -1)).toReversed();
  const rest = 11 - (digits.reduce((sum, digit, at) => sum + digit * (2 + (at % 6)), 0) % 11);
  return (rest === 11 ? '0' : rest === 10 ? 'K' : String(rest)) === text.at(-1)!.toUpperCase();
};

/** Every country’s identifier that is looked for. */
export const nationalIdentifiers: readonly NationalIdentifier[] = [
  describe('us social security number', /\d{3}-\d{2}-\d{4}/, /\bssn\b|social.?security/i, (_, text) => {
    const [area = '', group, serial] = text.split('-');
    const isSample = /^(?:078-05-1120|219-09-9999|123-45-6789|987-65-43\d\d)$|^(\d)\1\1-(\d)\2-/.test(text);
    return !isSample && !/^(?:000|666|9)/.test(area) && group !== '00' && serial !== '0000';
  }),
  describe('ca social insurance number', /\d{3}[ -]\d{3}[ -]\d{3}/, /\bsin\b|social.?insurance/i, (d) => passesLuhn(d)),
  describe(
    'gb national insurance number',
    /[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D]/,
    /\bnino?\b|national.?insurance/i,
    (_, text) => !/^(?:BG|GB|KN|NK|NT|TN|ZZ)/.test(text),
  ),
  describe(
    'gb nhs number',
    /\d{3}[ -]?\d{3}[ -]?\d{4}/,
    /\bnhs\b/i,
    (d) => (11 - (weigh(d, [10, 9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === d[9],
    { sort: 'health' },
  ),
  describe(
    'ie personal public service number',
    /\d{7}[A-W][A-IW]?/,
    /\bppsn?\b|personal.?public.?service/i,
    (d, text) => {
      const extra = text.length > 8 && text[8] !== 'W' ? (text.charCodeAt(8) - 64) * 9 : 0;
      return 'WABCDEFGHIJKLMNOPQRSTUV'[(weigh(d, [8, 7, 6, 5, 4, 3, 2]) + extra) % 23] === text[7];
    },
  ),
  describe(
    'de tax identifier',
    /[1-9]\d ?\d{3} ?\d{3} ?\d{3}/,
    /steuer.?(?:id|identifikations|nummer)|\bidnr\b|tax.?(?:id|identification)/i,
    (d) => d.length === 11 && passesElevenTen(d),
    { sort: 'tax' },
  ),
  describe(
    'fr social security number',
    /[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}/,
    /\bnir\b|s[ée]curit[ée].?sociale|\binsee\b/i,
    (_, text) => {
      const plain = text.replaceAll(' ', '').replace('2A', '19').replace('2B', '18');
      return 97 - remainder(plain.slice(0, 13), 97) === Number(plain.slice(13));
    },
  ),
  describe('es identity number', /(?:[XYZ]-?\d{7}|\d{8})-?[A-HJ-NP-TV-Z]/, /\b(?:dni|nie|nif)\b/i, (_, text) => {
    const plain = text.replaceAll('-', '').replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)));
    return checkLetters[Number(plain.slice(0, -1)) % 23] === text.at(-1) && !plain.startsWith('12345678');
  }),
  describe(
    'it fiscal code',
    /[A-Z]{6}\d{2}[A-EHLMPR-T]\d{2}[A-Z]\d{3}[A-Z]/,
    /codice.?fiscale/i,
    (_, text) => fiscalCode(text),
    alone,
  ),
  describe(
    'pt tax number',
    /[1-3]\d{8}/,
    /\bnif\b|contribuinte/i,
    (d) => {
      const rest = 11 - (weigh(d, [9, 8, 7, 6, 5, 4, 3, 2]) % 11);
      return (rest > 9 ? 0 : rest) === d[8];
    },
    { sort: 'tax' },
  ),
  describe(
    'nl citizen service number',
    /\d{9}/,
    /\bbsn\b|burgerservice/i,
    (d) => weigh(d, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0,
  ),
  describe(
    'be national number',
    /\d{2}\.?\d{2}\.?\d{2}-?\d{3}\.?\d{2}/,
    /rijksregister|registre.?national|national.?number|\bnrn\b/i,
    (_, text) => {
      const plain = text.replaceAll(/\D/g, '');
      const check = (from: string): boolean => 97 - remainder(from + plain.slice(0, 9), 97) === Number(plain.slice(9));
      return check('') || check('2');
    },
  ),
  describe(
    'ch social insurance number',
    /756\.\d{4}\.\d{4}\.\d{2}/,
    /\bahv\b|\bavs\b/i,
    (d) => (weigh(d, [1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3]) + d[12]!) % 10 === 0,
    alone,
  ),
  describe(
    'at social insurance number',
    /[1-9]\d{3} ?\d{6}/,
    /\bsvnr\b|sozialversicherung/i,
    (d) => weigh(d, [3, 7, 9, 0, 5, 8, 4, 2, 1, 6]) % 11 === d[3],
  ),
  describe(
    'pl pesel',
    /\d{11}/,
    /\bpesel\b/i,
    (d) => (10 - (weigh(d, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === d[10],
  ),
  describe(
    'se personal number',
    /\d{6}[-+]\d{4}/,
    /person.?nummer|personal.?(?:identity.?)?number/i,
    (d) => isBirthDate(two(d, 4), two(d, 2)) && passesLuhn(d),
  ),
  describe(
    'fi personal identity code',
    /\d{6}[-+A-FU-Y]\d{3}[0-9A-FHJ-NPR-Y]/,
    /\bhetu\b|henkil[öo]tunnus/i,
    (d, text) =>
      isBirthDate(two(d, 0), two(d, 2)) && finnish[Number(text.slice(0, 6) + text.slice(7, 10)) % 31] === text[10],
    alone,
  ),
  describe('dk civil registration number', /\d{6}-\d{4}/, /\bcpr\b/i, (d) => isBirthDate(two(d, 0), two(d, 2))),
  describe(
    'no birth number',
    /\d{6} ?\d{5}/,
    /f[øo]dselsnummer|personnummer|birth.?number/i,
    (d) =>
      (11 - (weigh(d, [3, 7, 6, 1, 8, 9, 4, 5, 2]) % 11)) % 11 === d[9] &&
      (11 - (weigh(d, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === d[10],
  ),
  describe(
    'cz birth number',
    /\d{6}\/\d{4}/,
    /rodn[ée].?[čc][íi]slo/i,
    (_, text) => remainder(text.replace('/', ''), 11) === 0,
  ),
  describe(
    'ro personal numerical code',
    /[1-8]\d{12}/,
    /\bcnp\b/i,
    (d) => (weigh(d, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9]) % 11) % 10 === d[12],
  ),
  describe('tr identity number', /[1-9]\d{10}/, /t\.?c\.? ?kimlik|\btckn\b/i, turkish),
  describe('il identity number', /\d{9}/, /teudat.?zehut|תעודת זהות|israeli.?id/i, (d) => passesLuhn(d)),
  describe('br taxpayer number', /\d{3}\.\d{3}\.\d{3}-\d{2}/, /\bcpf\b/i, brazilian, { ...alone, sort: 'tax' }),
  describe(
    'cl national number',
    /\d{1,2}\.\d{3}\.\d{3}-[\dkK]/,
    /\brut\b|\brun\b/i,
    (_, text) => chilean(text.replaceAll(/[.-]/g, '')),
    alone,
  ),
  describe(
    'ar tax number',
    /(?:20|23|24|27|30|33)-\d{8}-\d/,
    /\bcui[tl]\b/i,
    (d) => {
      const rest = 11 - (weigh(d, [5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11);
      return (rest === 11 ? 0 : rest === 10 ? 9 : rest) === d[10];
    },
    { ...alone, sort: 'tax' },
  ),
  describe(
    'mx population registry code',
    /[A-Z][AEIOUX][A-Z]{2}\d{6}[HMX][A-Z]{5}[0-9A-Z]\d/,
    /\bcurp\b/i,
    (_, text) => mexican(text),
    alone,
  ),
  describe(
    'cn resident identity number',
    /[1-9]\d{5}(?:19|20)\d{9}[\dX]/,
    /身份证|resident.?id|id.?card/i,
    (d, text) => {
      const isDate = isBirthDate(two(d, 12), two(d, 10), two(d, 6) * 100 + two(d, 8));
      return isDate && '10X98765432'[weigh(d, [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11] === text[17];
    },
    alone,
  ),
  describe(
    'kr resident registration number',
    /\d{6}-[1-8]\d{6}/,
    /주민등록|\brrn\b|resident.?registration/i,
    (d) =>
      isBirthDate(two(d, 4), two(d, 2)) && (11 - (weigh(d, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === d[12],
  ),
  describe('jp individual number', /\d{4} ?\d{4} ?\d{4}/, /my.?number|マイナンバー|個人番号/i, (d) => {
    const rest = weigh(d, [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11;
    return (rest <= 1 ? 0 : 11 - rest) === d[11];
  }),
  describe('tw identity number', /[A-Z][12]\d{8}/, /身分證|national.?id|taiwan.?id/i, taiwanese),
  describe('sg identity number', /[STFGM]\d{7}[A-Z]/, /\bnric\b|\bfin\b/i, (_, text) => singaporean(text)),
  describe('in aadhaar number', /[2-9]\d{3} ?\d{4} ?\d{4}/, /aadh?aar/i, passesVerhoeff),
  describe(
    'in permanent account number',
    /[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]/,
    /\bpan\b|permanent.?account/i,
    (_, text) => text !== 'ABCDE1234F',
    { sort: 'tax' },
  ),
  describe(
    'au tax file number',
    /\d{3} ?\d{3} ?\d{3}/,
    /\btfn\b|tax.?file/i,
    (d) => weigh(d, [1, 4, 3, 7, 5, 8, 6, 9, 10]) % 11 === 0,
    { sort: 'tax' },
  ),
  describe(
    'au medicare number',
    /[2-6]\d{3} ?\d{5} ?\d/,
    /medicare/i,
    (d) => weigh(d, [1, 3, 7, 9, 1, 3, 7, 9]) % 10 === d[8],
    { sort: 'health' },
  ),
  describe(
    'za identity number',
    /\d{13}/,
    /\bsa.?id\b|south.?african?.?id|id.?number/i,
    (d) => isBirthDate(two(d, 4), two(d, 2)) && passesLuhn(d),
  ),
];
