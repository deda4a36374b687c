/** Single values that tell of a person: whether an e-mail address, a telephone number or a name is somebody’s, or stands there as an example. */
import { isAccountNumber, isBirthDate, isCardNumber } from './check-digits.ts';
import { nationalIdentifiers } from './national-identifiers.ts';

/** What a value tells of a person. */
export const personalClasses = [
  'e-mail address',
  'telephone number',
  'national identifier',
  'tax number',
  'payment card',
  'bank account',
  'birth date',
  'postal address',
  'person name',
  'health detail',
  'health identifier',
] as const;
export type PersonalClass = (typeof personalClasses)[number];

/** Domains that documentation, samples and vendors’ invented companies use. */
const inventedDomain =
  /(?:^|[.@-])(?:example\d?|test|invalid|localhost|local|internal|domain|email|e-?mail|company\w*|your\w*|my\w*|acme\w*|contoso|fabrikam|northwind\w*|adventure-?works|foo|foobar|bar|abc|xyz|demo|sample|some\w*|mail|corp|org|host|server|site|website|provider|mailinator|tempmail|noreply\.github)\.[a-z.]+$|\.(?:test|example|invalid|localhost|local|internal|lan)$|(?:^|\.)(?:github|gitlab|bitbucket|noreply)\.(?:com|org)$|@[0-9a-f-]{36}/i;
/** Mailboxes of an office, and what people write for somebody. */
const nobody =
  /^(?:no-?reply|do-?not-?reply|info|support|admin|administrator|sales|contact|contacts|hello|help|helpdesk|security|team|office|service|services|feedback|privacy|legal|press|media|jobs|careers|hr|billing|accounts?|marketing|webmaster|postmaster|hostmaster|abuse|root|git|notifications?|news|newsletter|mailer-daemon|conduct|opensource|oss|maintainers?|enquir\w+|inquir\w+|customer\w*|orders?|returns|bookings?|reservations?|test\w*|user\d*|username|name|first\.?last|firstname\.?lastname|you|your\.?\w*|me|someone|somebody|foo|bar|baz|abc|xyz|example|sample|demo|dummy|fake|email|mail|my\.?\w*|john\.?_?doe\d*|jane\.?_?doe\d*|j\.?doe|jdoe|alice|bob|person|recipient|sender|to|from|x+|a|b|c)$/i;
/** Words that only the mailbox of an office has in it. */
const office =
  /admission|registrar|alumni|library|reception|events?$|marketing|complaint|referral|protection|safety|compliance|customer|support|service|sales|orders?$|booking|office|admin|helpdesk|feedback|enquir|inquir|contact|notif|alerts?$|newsletter|claims|benefits|billing|payment|accounts|partner|career|recruit|program|project|depart|registry|webmaster|maintainer|packages|security|privacy|community|editor|subscribe|listserv|mailing|noreply|no-reply/i;
const notTopLevel =
  /\.(?:png|jpe?g|gif|svg|webp|ico|js|ts|jsx|tsx|py|md|json|ya?ml|css|html?|txt|csv|pdf|sh|go|rs|java|rb|php|so|dll|exe|zip|gz|tar|ipynb|local|lan|internal|test|example|invalid|method|property|setter|app|component)$/i;

/** Tells whether an e-mail address is a person’s and not an office’s, an example’s or a file name’s. */
export const isPersonalMail = (address: string): boolean => {
  const [local = '', domain = ''] = address.split('@');
  return (
    !nobody.test(local) &&
    !office.test(local) &&
    // Up to four letters are a department’s: `hr`, `soe`, `dpo`.
    !/^[a-z]{1,4}$/i.test(local) &&
    !inventedDomain.test(domain) &&
    !notTopLevel.test(domain) &&
    /[a-z]{2}/i.test(local) &&
    !/^[0-9a-f]{16,}$/i.test(local)
  );
};

/** Tells whether a text is a telephone number that is not one of those reserved for fiction. */
export const isTelephone = (text: string): boolean => {
  const digits = text.replaceAll(/\D/g, '');
  if (digits.length < 8 || digits.length > 15 || new Set(digits).size < 4) return false;
  if (/[A-Za-z]{2}/.test(text.replace(/(?:ext|x)\.?\s*\d+$/i, ''))) return false;
  const american = /^1?(\d{3})(\d{3})(\d{4})$/.exec(digits);
  const isAmerican = american !== null && !/^\+(?!1)/.test(text.trim());
  // 555 is kept free for films; 0 and 1 begin no area.
  if (isAmerican && (american[2] === '555' || american[1] === '555' || american[1] === '123')) return false;
  // Free of charge for the caller: a company’s.
  if (isAmerican && /^(?:8(?:00|22|33|44|55|66|77|88)|900)$/.test(american[1]!)) return false;
  return !/(?:0123456|1234567|2345678|9876543)|(\d)\1{5}/.test(digits);
};

const monthName = /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/i;
/** Tells whether a text is a day in somebody’s life: `1984-05-17`, `17.05.1984`, `May 17, 1984`. */
export const isBirthday = (text: string): boolean => {
  const iso = /^\s*(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(text);
  if (iso) return isBirthDate(Number(iso[3]), Number(iso[2]), Number(iso[1]));
  const other = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})(?: .*)?$/.exec(text);
  if (other) {
    const [one, two] = [Number(other[1]), Number(other[2])];
    return isBirthDate(Math.max(one, two), Math.min(one, two)) || isBirthDate(one, two);
  }
  return monthName.test(text) && /\b(?:19|20)\d{2}\b/.test(text) && text.length < 30;
};

/** Tells whether a text is written as names of persons are: one to four words, each with a capital. */
export const isNameLike = (text: string): boolean =>
  /^(?:\p{Lu}[\p{L}'’.-]{0,24}|van|von|de|der|da|di|bin|al|el|la)(?:[ ,]+(?:\p{Lu}[\p{L}'’.-]{0,24}|van|von|de|der|da|di|bin|al|el|la|\p{Lu}\.?)){0,4}$/u.test(
    text.trim(),
  );

const isAddress = (text: string): boolean => /\d/.test(text) && /[A-Za-z]{3}/.test(text) && text.length < 160;
interface ColumnRule {
  readonly name: RegExp;
  readonly of: PersonalClass;
  readonly fits: (value: string) => boolean;
}

const wholeMail = /^[\w.%+-]{1,64}@[A-Za-z0-9.-]{1,190}\.[A-Za-z]{2,24}$/;

/** Names of columns, in lower case with blanks between words, and what a value in them must be to count. */
const columnRules: readonly ColumnRule[] = [
  {
    name: /\be ?mails?\b/,
    of: 'e-mail address',
    fits: (value) => wholeMail.test(value.trim()) && isPersonalMail(value.trim()),
  },
  {
    name: /\b(?:tele)?phones?\b|\bmobile(?: (?:no|nr|number|phone))?$|\bcell(?:phone)?\b|\bmsisdn\b|\bwhats ?app\b|\btelefon\w*/,
    of: 'telephone number',
    fits: isTelephone,
  },
  {
    name: /\bcard (?:number|no|num)\b|\b(?:credit|debit) ?card\b|\bcc (?:number|num)\b|^pan$/,
    of: 'payment card',
    fits: isCardNumber,
  },
  { name: /\biban\b|\bbank account\b|\baccount (?:number|no)\b/, of: 'bank account', fits: isAccountNumber },
  {
    name: /\bbirth ?(?:date|day)\b|\bdate of birth\b|\bdob\b|\bgeburtsdatum\b|\bfecha nacimiento\b/,
    of: 'birth date',
    fits: isBirthday,
  },
  {
    name: /\b(?:first|last|given|family|middle|full|maiden) ?names?\b|\bsurname\b|\bforename\b|\b(?:customer|patient|employee|client|contact|person|student|applicant|candidate|guest|card ?holder|account ?holder|tenant|borrower|insured) ?(?:full )?name\b|\bvorname\b|\bnachname\b|\bapellidos?\b/,
    of: 'person name',
    fits: isNameLike,
  },
  {
    name: /\bstreet\b|\b(?:home|postal|mailing|billing|shipping|residential|street) address\b|\baddress line\b|^address$/,
    of: 'postal address',
    fits: isAddress,
  },
  {
    name: /\bmedical record\b|\bmrn\b|\bpatient (?:id|number|no)\b|\bhealth insurance (?:id|number)\b/,
    of: 'health identifier',
    fits: (value) => /\d/.test(value),
  },
  {
    name: /\bdiagnos[ei]s\b|\bicd ?(?:9|10|11|code)\b|\bmedications?\b|\bprescriptions?\b|\bblood (?:type|group)\b|\bhiv\b|\bmedical (?:history|condition)\b/,
    of: 'health detail',
    fits: (value) => value.trim().length > 1,
  },
];

/** Words of a column’s name: `customerEmail`, `customer_email` and `Customer E-Mail` are alike. */
export const columnWords = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[_.\-/\s]+/g, ' ')
    .toLowerCase()
    .trim();

/** What a column of this name would hold, and the test of one value; undefined for names that say nothing of persons. */
export const columnRuleOf = (name: string): Pick<ColumnRule, 'of' | 'fits'> | undefined => {
  const words = columnWords(name);
  if (
    words.length > 60 ||
    /\b(?:is|has|count|number of|verified|hash(?:ed)?|template|subject|body|type|status|enabled|opt|url|domain|label|format|regex|masked|redacted)\b/.test(
      words,
    )
  )
    return undefined;
  const named = nationalIdentifiers.filter((each) => each.words.test(words));
  const [first] = named;
  if (first) {
    const shapes = named.map((each) => ({ ...each, whole: new RegExp(`^(?:${each.shape.source})$`) }));
    const of =
      first.sort === 'tax' ? 'tax number' : first.sort === 'health' ? 'health identifier' : 'national identifier';
    return { of, fits: (value) => shapes.some((each) => each.whole.test(value.trim()) && each.isValid(value.trim())) };
  }
  return columnRules.find((rule) => rule.name.test(words));
};
