/** Tells whether a host is one of the public internet, by its name or address alone. */

/** Names that never leave a machine, a cluster or a company. https://www.iana.org/assignments/special-use-domain-names/ */
const insideNames =
  /(?:^|\.)(?:local|localhost|localdomain|internal|intranet|lan|corp|home|private|svc|cluster|test|example|invalid|arpa)$/i;
const address = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

/** `host` without port and brackets. A single word, a placeholder and an address of version 6 are not called public. */
export const isPublicHost = (host: string): boolean => {
  const [, a, b] = address.exec(host)?.map(Number) ?? [];
  if (a !== undefined && b !== undefined)
    return !(
      a === 0 ||
      a === 10 ||
      a === 127 ||
      a >= 224 ||
      (a === 100 && b >= 64 && b < 128) ||
      (a === 169 && b === 254) ||
      (a === 172 && b >= 16 && b < 32) ||
      (a === 192 && b === 168)
    );
  if (!/^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i.test(host)) return false;
  return (
    !insideNames.test(host) && !/(?:^|\.)(?:example|your-?[\w-]*|my-?domain|yourdomain)\.(?:com|org|net)$/i.test(host)
  );
};
