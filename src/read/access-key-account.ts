/** The account that an access key of AWS belongs to, which stands in the key’s identifier. */

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/**
 * The account number (twelve digits) in an access key identifier such as `ASIAQNZGKIQY56JQ7WML`; undefined for those from before 2019, which
 * do not hold one: https://medium.com/@TalBeerySec/a-short-note-on-aws-key-id-f88cc4317489
 */
export const accountOfAccessKey = (key: string): string | undefined => {
  if (!/^A[A-Z]{3}[A-Z2-7]{16}$/.test(key)) return undefined;
  // The first five bits tell the form; older keys have a lower letter here.
  if (letters.indexOf(key[4]!) < letters.indexOf('Q')) return undefined;
  let value = 0n;
  for (const letter of key.slice(4, 14)) value = value * 32n + BigInt(letters.indexOf(letter));
  // Ten letters are fifty bits: the account stands in the forty behind the first, before the last nine.
  const account = (value >> 9n) & 0xff_ffff_ffffn;
  return String(account).padStart(12, '0').slice(-12);
};
