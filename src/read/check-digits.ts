/** The check-digit procedures that cards, accounts and national identifiers share. */

/** The digits of a text as numbers; other characters are left out. */
export const digitsOf = (text: string): readonly number[] => [...text.replaceAll(/\D/g, '')].map(Number);

/** Tells whether the digits pass the Luhn check. */
export const passesLuhn = (digits: readonly number[]): boolean => {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = digits[digits.length - 1 - at]!;
    const doubled = at % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return digits.length > 1 && sum % 10 === 0;
};

/** The sum of the digits, each times its weight; digits without a weight do not count. */
export const weigh = (digits: readonly number[], weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * (digits[at] ?? 0), 0);

/** The remainder of a number written in decimal digits, however long. */
export const remainder = (digits: string, by: number): number => {
  let rest = 0;
  for (const digit of digits) rest = (rest * 10 + Number(digit)) % by;
  return rest;
};

const verhoeffTimes = [
  '0123456789',
  '1234067895',
  '2340178956',
  '3401289567',
  '4012395678',
  '5987604321',
  '6598710432',
  '7659821043',
  '8765932104',
  '9876543210',
];
const verhoeffTurn = [
  '0123456789',
  '1576283094',
  '5803796142',
  '8916043527',
  '9453126870',
  '4286573901',
  '2793806415',
  '7046913258',
];

/** Tells whether the digits pass the check of Verhoeff. */
export const passesVerhoeff = (digits: readonly number[]): boolean => {
  let state = 0;
  for (let at = 0; at < digits.length; at++) {
    const turned = Number(verhoeffTurn[at % 8]![digits[digits.length - 1 - at]!]);
    state = Number(verhoeffTimes[state]![turned]);
  }
  return state === 0;
};

/** Tells whether day, month and (where it is given) a year of four digits can be a date of birth. */
export const isBirthDate = (day: number, month: number, year?: number): boolean =>
  day >= 1 &&
  day <= 31 &&
  month >= 1 &&
  month <= 12 &&
  !(month === 2 && day > 29) &&
  (year === undefined || (year >= 1900 && year <= 2030));

/** Lengths of account numbers by country: https://www.swift.com/standards/data-standards/iban-international-bank-account-number */
const accountLengths: Readonly<Record<string, number>> = Object.fromEntries(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DK18 DO28 EE20 EG29 ES24 FI18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LI21 LT20 LU20 LV21 MC27 MD24 ME22 MK19 MR27 MT31 MU30 NL18 NO15 PK24 PL28 PS29 PT25 QA29 RO24 RS22 SA24 SC31 SE24 SI19 SK24 SM27 TN24 TR26 UA29 VA22 XK20'
    .split(' ')
    .map((each) => [each.slice(0, 2), Number(each.slice(2))]),
);

/** Tells whether a text is an international bank account number: its country’s length and the remainder of 97. */
export const isAccountNumber = (text: string): boolean => {
  const plain = text.replaceAll(/\s/g, '').toUpperCase();
  if (accountLengths[plain.slice(0, 2)] !== plain.length || !/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(plain)) return false;
  const turned = plain.slice(4) + plain.slice(0, 4);
  return (
    remainder(
      turned.replaceAll(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55)),
      97,
    ) === 1
  );
};

/** Numbers of cards that payment services publish for tests. */
const testCards =
  /^(?:4111111111111111|4444333322221111|4242424242424242|4000\d{8}\d{4}|5555555555554444|5105105105105100|2223003122003222|378282246310005|371449635398431|6011111111111117|6011000990139424|3056930009020004|38520000023237|3530111333300000|3566002020360505|4012888888881881|4222222222222|5200828282828210|5454545454545454|4917610000000000|4917300800000000|4532015112830366|4716108999716531)$/;
const cardShape =
  /^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|3[47]\d{13}|6(?:011|5\d{2})\d{12}|35\d{14}|3(?:0[0-5]|[68]\d)\d{11})$/;

/** Tells whether a text is the number of a payment card: a maker’s range, the Luhn check, no number that is published for tests. */
export const isCardNumber = (text: string): boolean => {
  const plain = text.replaceAll(/[ -]/g, '');
  if (!cardShape.test(plain) || testCards.test(plain) || new Set(plain).size < 4) return false;
  return passesLuhn(digitsOf(plain));
};
