/** Finds what tells of persons in running text: shapes with validators, and the words before them where a shape alone says too little. */
import { isAccountNumber, isCardNumber } from './check-digits.ts';
import { type NationalIdentifier, nationalIdentifiers } from './national-identifiers.ts';
import { isBirthday, isPersonalMail, isTelephone, type PersonalClass } from './personal-values.ts';

/** One thing found; the value never leaves the extractor. */
export interface PersonalFound {
  readonly of: PersonalClass;
  readonly value: string;
  /** Offset in the text, in UTF-16 units. */
  readonly at: number;
}

const before = '(?<![A-Za-z0-9_.@/+-])';
const after = '(?![A-Za-z0-9_@-])';
const mail =
  /(?<![\w.%+/:=&?-])[A-Za-z0-9][\w.%+-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\.){1,4}[A-Za-z]{2,24}(?![\w@:/-])/g;
const international = /(?<![\w+.-])\+\d{1,3}[ .-]?\(?\d{1,4}\)?(?:[ .-]?\d{2,4}){2,4}(?![\w-])/g;
const american = /(?<![\w+.-])(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?![\w-])/g;
const card = new RegExp(`${before}\\d{4}(?:[ -]?\\d{4,6}){2,3}(?:[ -]?\\d{1,4})?${after}`, 'g');
const account = new RegExp(`${before}[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?${after}`, 'g');
const birth =
  /(?:date of birth|birth ?date|\bdob|born on|geboren am|né(?:e)? le|fecha de nacimiento)\W{1,4}(\w[\w ,./-]{5,24})/gi;
const street =
  /(?<![\w.])\d{1,5} (?:[A-Z][a-z]+\.? ){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Terrace)\b\.?,? [^\n]{2,50}?(?:\b[A-Z]{2} \d{5}(?:-\d{4})?|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2})\b/g;
const medical =
  /\b(?:MRN|medical record (?:no\.?|number)|patient (?:id|no\.?|number))\b\W{1,4}([A-Z]{0,3}-?\d{4,12})\b/gi;

const cardWords = /card|visa|master|amex|american express|credit|debit|\bpan\b|\bcc\b|payment/i;
const phoneWords = /phone|\btel|call|mobile|\bcell|contact|fax|whats ?app|reach|dial|text me|handy|sms/i;

const selfSpeaking = nationalIdentifiers.filter((each) => each.speaksForItself);
const contextual = nationalIdentifiers.filter((each) => !each.speaksForItself);
const anySelfSpeaking = new RegExp(
  `${before}(?:${selfSpeaking.map(({ shape }) => shape.source).join('|')})${after}`,
  'g',
);
const anyWord = new RegExp(contextual.map(({ words }) => `(?:${words.source})`).join('|'), 'i');
const compiled = new Map(
  nationalIdentifiers.map((each) => [each, new RegExp(`${before}(?:${each.shape.source})${after}`, 'g')]),
);
const everyWord = new Map(contextual.map((each) => [each, new RegExp(each.words.source, 'gi')]));
const whole = new Map(nationalIdentifiers.map((each) => [each, new RegExp(`^(?:${each.shape.source})$`)]));

/** How far before a value the word may stand that says what it is, in characters. */
const reach = 48;
const lead = (text: string, at: number): string => text.slice(Math.max(0, at - reach), at);
const classOf = ({ sort }: NationalIdentifier): PersonalClass =>
  sort === 'tax' ? 'tax number' : sort === 'health' ? 'health identifier' : 'national identifier';

/** Longest text that is looked at in one piece. */
const longest = 4_000_000;

/** Everything in a text that tells of persons. Examples, test numbers and offices’ mailboxes are left out. */
export const findPersonal = (given: string): readonly PersonalFound[] => {
  const text = given.length > longest ? given.slice(0, longest) : given;
  const found: PersonalFound[] = [];
  const add = (of: PersonalClass, value: string, at: number): void => void found.push({ of, value, at });

  if (text.includes('@'))
    for (const match of text.matchAll(mail))
      if (isPersonalMail(match[0])) add('e-mail address', match[0].toLowerCase(), match.index);
  if (!/\d{2}/.test(text)) return found;

  for (const match of text.matchAll(international))
    if (isTelephone(match[0]) && (/[ .()-]/.test(match[0]) || phoneWords.test(lead(text, match.index))))
      add('telephone number', match[0].replaceAll(/\D/g, ''), match.index);
  for (const match of text.matchAll(american))
    if (isTelephone(match[0]) && phoneWords.test(lead(text, match.index)))
      add('telephone number', match[0].replaceAll(/\D/g, ''), match.index);
  for (const match of text.matchAll(card))
    if (isCardNumber(match[0]) && cardWords.test(lead(text, match.index)))
      add('payment card', match[0].replaceAll(/\D/g, ''), match.index);
  for (const match of text.matchAll(account))
    if (isAccountNumber(match[0]) && !sampleAccounts.has(match[0].replaceAll(' ', '')))
      add('bank account', match[0], match.index);
  for (const match of text.matchAll(birth)) {
    const day =
      /\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|[A-Za-z]{3,9} \d{1,2},? \d{4}|\d{1,2} [A-Za-z]{3,9} \d{4}/.exec(
        match[1]!,
      );
    if (day && isBirthday(day[0])) add('birth date', `${day[0]}@${match.index}`, match.index);
  }
  for (const match of text.matchAll(street)) add('postal address', match[0], match.index);
  for (const match of text.matchAll(medical)) add('health identifier', match[1]!, match.index);
  for (const match of text.matchAll(anySelfSpeaking)) {
    const kind = selfSpeaking.find((each) => whole.get(each)!.test(match[0]) && each.isValid(match[0]));
    if (kind) add(classOf(kind), match[0], match.index);
  }
  if (anyWord.test(text))
    for (const each of contextual) {
      const seen = new Set<number>();
      for (const word of text.matchAll(everyWord.get(each)!)) {
        const around = text.slice(word.index, word.index + word[0].length + reach);
        for (const match of around.matchAll(compiled.get(each)!)) {
          const at = word.index + match.index;
          if (match.index >= word[0].length && !seen.has(at) && each.isValid(match[0]))
            add(classOf(each), match[0], at);
          seen.add(at);
        }
      }
    }
  return found;
};

/** Account numbers that banks and standards publish as examples. */
const sampleAccounts = new Set(
  'GB82WEST12345698765432 GB29NWBK60161331926819 GB33BUKB20201555555555 DE89370400440532013000 DE75512108001245126199 FR1420041010050500013M02606 FR7630006000011234567890189 NL91ABNA0417164300 ES9121000418450200051332 ES7921000813610123456789 BE68539007547034 CH9300762011623852957 AT611904300234573201 IT60X0542811101000000123456 PT50000201231234567890154 SE4550000000058398257466 NO9386011117947 DK5000400440116243 FI2112345600000785 IE29AIBK93115212345678 LU280019400644750000 PL61109010140000071219812874 SA0380000000608010167519 AE070331234567890123456 BR1800360305000010009795493C1'.split(
    ' ',
  ),
);
