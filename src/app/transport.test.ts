/** The transport: which addresses it refuses, however they are written, and what it makes of slow and leading places. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createTransport, isPublicAddress } from './transport.ts';

const message = (url: string) => ({ method: 'POST', url, headers: { 'x-one': '1' }, body: 'ü' }) as const;

const startPlace = async (answer: RequestListener): Promise<{ port: number; taken: string[] }> => {
  const taken: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    taken.push(`${request.method} ${request.url} ${request.headers['x-one']} ${body}`);
    answer(request, response);
  });
  await new Promise<void>((go) => server.listen(0, '127.0.0.1', go));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, taken };
};

describe('isPublicAddress', () => {
  it.each(['93.184.215.14', '1.1.1.1', '172.32.0.1', '2606:4700:4700::1111', '2a00:1450:4001:82a::200e'])(
    '%s is',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );
  it.each([
    ...['127.0.0.1', '127.255.0.1', '0.0.0.0', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
    ...['169.254.169.254', '169.254.170.2', '100.100.100.200', '192.0.0.192', '224.0.0.1', '255.255.255.255'],
    ...['::1', '::', 'fe80::1', 'fe80::1%eth0', 'fd00:ec2::254', 'fc00::1', 'ff02::1', '64:ff9b::7f00:1'],
    ...['::ffff:127.0.0.1', '::ffff:7f00:1', '::127.0.0.1', '2002:7f00:1::', '2001::1', 'localhost', ''],
  ])('%j is not', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('createTransport', () => {
  it('refuses this machine and its network in every spelling, and sends nothing', async () => {
    const { port, taken } = await startPlace((_request, response) => void response.end());
    const { send } = createTransport([]);
    for (const host of [
      ...['127.0.0.1', 'localhost', '127.1', '2130706433', '0x7f.1', '0177.0.0.1', '0.0.0.0', '[::1]'],
      ...['[::ffff:127.0.0.1]', '169.254.169.254', 'LOCALHOST', 'localhost.'],
    ]) {
      expect(await send(message(`http://${host}:${port}/`)), host).toEqual({
        refused: expect.stringMatching(/not a public address|ENOTFOUND|EAI_AGAIN/),
      });
    }
    expect(taken).toEqual([]);
  });

  it('sends to exactly what was allowed', async () => {
    const { port, taken } = await startPlace((_request, response) => void response.writeHead(202).end('thanks'));
    const { send } = createTransport(['127.0.0.1']);
    expect(await send(message(`http://127.0.0.1:${port}/hook?a=1`))).toEqual({ status: 202 });
    expect(taken).toEqual(['POST /hook?a=1 1 ü']);
    expect(await send(message(`http://localhost:${port}/`))).toEqual({ refused: expect.stringContaining('localhost') });
    expect(taken).toHaveLength(1);
  });

  it('does not follow where it is sent on to', async () => {
    const inner = await startPlace((_request, response) => void response.end());
    const { port } = await startPlace(
      (_request, response) => void response.writeHead(307, { location: `http://127.0.0.1:${inner.port}/` }).end(),
    );
    const sent = await createTransport(['127.0.0.1']).send(message(`http://127.0.0.1:${port}/`));
    expect(sent).toEqual({ refused: expect.stringContaining('is not followed') });
    expect(inner.taken).toEqual([]);
  });

  it('takes an endless answer for its status alone', async () => {
    const { port } = await startPlace((_request, response) => {
      response.writeHead(200);
      setInterval(() => response.write('x'.repeat(1000)), 5).unref();
    });
    expect(await createTransport(['127.0.0.1']).send(message(`http://127.0.0.1:${port}/`))).toEqual({ status: 200 });
  });

  it('waits no longer than it was told to', async () => {
    const { port } = await startPlace(() => undefined);
    const { send } = createTransport(['127.0.0.1'], 0.2);
    expect(await send(message(`http://127.0.0.1:${port}/`))).toEqual({ refused: 'no answer within 0.2 seconds' });
  });

  it('says what is wrong with an address that is none, and with a place that is not there', async () => {
    const { send } = createTransport(['127.0.0.1']);
    expect(await send(message('nowhere'))).toEqual({ refused: 'nowhere is no address' });
    expect(await send(message('file:///etc/passwd'))).toEqual({ refused: expect.stringContaining('neither') });
    expect(await send(message('http://127.0.0.1:1/'))).toEqual({ refused: expect.stringContaining('ECONNREFUSED') });
  });
});
