// What running text tells of persons, and what only looks like it.
import { describe, expect, it } from 'vitest';
import { findPersonal } from './personal-text.ts';

const classesIn = (text: string): readonly string[] => findPersonal(text).map(({ of }) => of);

describe('finding personal data in text', () => {
  it.each([
    ['an e-mail address', 'Write to Maria, maria.keller@kellerbau.de, today.', 'e-mail address'],
    ['an international number', 'Mobil: +49 170 4471238', 'telephone number'],
    ['an American number', 'You can call me at (212) 473-8291.', 'telephone number'],
    ['a card', 'My Visa card is 4539 1488 0343 6467, exp 09/27', 'payment card'],
    ['an account', 'Bitte auf DE44 5001 0517 5407 3249 31 überweisen', 'bank account'],
    ['a birth date', 'Patient, date of birth: 1984-05-17', 'birth date'],
    ['an address', 'Send it to 221 Baker Street, Springfield IL 62704.', 'postal address'],
    ['a medical record number', 'MRN: 00482913', 'health identifier'],
    ['an identifier beside its name', 'SSN 512-43-8921', 'national identifier'],
    ['an identifier that speaks for itself', 'o CPF dela: 390.533.447-05.', 'tax number'],
  ])('finds %s', (_, text, of) => expect(classesIn(text)).toEqual([of]));

  it.each([
    [
      'addresses of documentation',
      'alice@example.com, user@test.org, name@company.com, you@yourdomain.com, a@b.example',
    ],
    ['mailboxes of an office', 'support@kellerbau.de no-reply@kellerbau.de info@kellerbau.de sales@kellerbau.de'],
    ['what only looks like an address', 'git@github.com:a/b.git logo@2x.png torch@2.1.py @app.route user:pass@host.de'],
    ['numbers for films', 'call (212) 555-0147 or phone 123-456-7890'],
    ['numbers published for tests', 'card 4111 1111 1111 1111, card 4242424242424242'],
    ['published example accounts', 'IBAN GB82 WEST 1234 5698 7654 32'],
    ['numbers without a word', '512-43-8921 and 4539148803436467 and 212-473-8291 and 943 476 5919'],
    [
      'hashes, versions and moments',
      'a1b2c3d4e5f60718293a4b5c6d7e8f90 v1.20.300 2024-05-17T10:22:31.123456789Z 1716012345678',
    ],
    ['an account with a wrong check', 'IBAN DE45 5001 0517 5407 3249 31'],
  ])('leaves %s alone', (_, text) => expect(classesIn(text)).toEqual([]));

  it('tells where it stands', () => {
    const text = 'one\ntwo maria.keller@kellerbau.de';
    expect(findPersonal(text)[0]?.at).toBe(text.indexOf('maria'));
  });

  it('is done quickly with a text made to hold it up', () => {
    const began = performance.now();
    for (const text of [
      'a@'.repeat(50_000),
      '1 '.repeat(100_000),
      '4 '.repeat(100_000),
      'A1'.repeat(100_000),
      '1 Aa '.repeat(40_000),
      `${'a.'.repeat(60_000)}@`,
      '+1 (2'.repeat(30_000),
    ])
      findPersonal(text);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
