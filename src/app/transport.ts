/** The transport for messages: one request to a public address, or to one that the user allowed; no redirects, no second chances. */
import { lookup } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { Message } from '../kit/define-notifier.ts';
import type { Sent, Transport } from '../operate/transport.ts';

/** Ranges in which this machine, its network and its cloud’s metadata lie. https://www.iana.org/assignments/iana-ipv4-special-registry */
const privateRanges = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  privateRanges.addSubnet(network, bits, 'ipv4');

/** Of IPv6 only global unicast is public, less what carries an IPv4 address or a document’s example inside. */
const publicRange = new BlockList();
publicRange.addSubnet('2000::', 3, 'ipv6');
const embeddingRanges = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  embeddingRanges.addSubnet(network, bits, 'ipv6');

/** Tells whether an IP address is one that anybody on the internet could have. */
export const isPublicAddress = (address: string): boolean =>
  isIP(address) === 4
    ? !privateRanges.check(address, 'ipv4')
    : isIP(address) === 6 &&
      !address.includes('%') &&
      publicRange.check(address, 'ipv6') &&
      !embeddingRanges.check(address, 'ipv6');

const explain = (host: string, address: string): string =>
  `${host} leads to ${address}, which is not a public address; a message must not reach services of this machine or network unless you allow it (--notify-allow ${host})`;

/** `allowed` are names and addresses as they stand in a URL; a place has `seconds` to answer. */
export const createTransport = (allowed: readonly string[], seconds = 10): Transport => {
  const isAllowed = new Set(allowed.map((host) => host.toLowerCase()));

  const send = ({ url, method, headers, body }: Message): Promise<Sent> => {
    if (!URL.canParse(url)) return Promise.resolve({ refused: `${url} is no address` });
    const target = new URL(url);
    const host = target.hostname.replace(/^\[|\]$/g, '');
    if (target.protocol !== 'https:' && target.protocol !== 'http:')
      return Promise.resolve({ refused: `${target.protocol} is neither https: nor http:` });
    const isFree = isAllowed.has(host);
    if (isIP(host) !== 0 && !isFree && !isPublicAddress(host)) return Promise.resolve({ refused: explain(host, host) });

    // The addresses are judged where the connection is made: a name that is asked twice may answer differently.
    const judge: LookupFunction = (name, options, done) =>
      lookup(name, { ...options, all: true }, (error, found) => {
        const bad = isFree ? undefined : found?.find(({ address }) => !isPublicAddress(address));
        if (error) done(error, '');
        else if (bad) done(new Error(explain(name, bad.address)), '');
        else if (options.all) done(null, found);
        else done(null, found[0]!.address, found[0]!.family);
      });

    return new Promise((settle) => {
      const open = target.protocol === 'https:' ? requestSecure : requestPlain;
      const outgoing = open(
        target,
        {
          method,
          headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
          agent: false,
          lookup: judge,
          signal: AbortSignal.timeout(seconds * 1000),
        },
        (response) => {
          const { statusCode: status = 0, headers: answered } = response;
          // What the place says besides its status is of no use, and may be endless.
          response.destroy();
          settle(
            status >= 300 && status < 400
              ? {
                  refused: `the place sent the message on to ${answered.location ?? 'somewhere'}, which is not followed`,
                }
              : { status },
          );
        },
      );
      outgoing.on('error', ({ name, message }) =>
        settle({
          refused: name === 'AbortError' || name === 'TimeoutError' ? `no answer within ${seconds} seconds` : message,
        }),
      );
      outgoing.end(body);
    });
  };
  return { send };
};
