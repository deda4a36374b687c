// Tests which hosts are of the public internet.
import { expect, test } from 'vitest';
import { isPublicHost } from './public-host.ts';

test.each(['api.openai.com', 'llm.harbourmark-labs.io', '203.0.113.7', '8.8.8.8', '172.32.0.1', '100.63.0.1'])(
  '%s is public',
  (host) => expect(isPublicHost(host)).toBe(true),
);

test.each([
  'localhost',
  'ollama',
  'models.default.svc',
  'models.default.svc.cluster.local',
  'llm.acme.internal',
  'host.docker.internal',
  '127.0.0.1',
  '0.0.0.0',
  '10.1.2.3',
  '172.16.0.9',
  '192.168.1.20',
  '169.254.169.254',
  '100.64.0.1',
  '::1',
  'api.example.com',
  'your-endpoint.com',
  '<host>',
  '',
  `${'a'.repeat(300)}.com`,
])('%s is not', (host) => expect(isPublicHost(host)).toBe(false));
