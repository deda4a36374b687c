// Tests the search for credentials: every shape is found where it stands, and what only looks like one stays quiet.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SecretKind, secretKinds } from './secret-kinds.ts';
import { findSecrets } from './secret-search.ts';
import { isCredible, judgeNamed } from './secret-shapes.ts';

const find = (text: string) => findSecrets(new TextEncoder().encode(text));
const kindsIn = (text: string) => find(text).map(({ kind }) => kind);

const special = [
  'url-password',
  'google-service-account-key',
  'json-web-token',
  'aws-bedrock-short-key',
  'private-key',
];
/** An invented value of the shape, as random as a real one. */
const inventValue = (kind: SecretKind, seed: number): string => {
  const shape = fc.stringMatching(new RegExp(`^(?:${kind.shape.source})$`), { size: 'max' });
  const value = fc.sample(
    shape.filter((text) => isCredible(kind, text) && /[A-Za-z0-9]$/.test(text)),
    { numRuns: 1, seed },
  )[0];
  return value!;
};

test.each(secretKinds.filter(({ id, inContext }) => !inContext && !special.includes(id)))(
  '$id is found wherever it stands',
  (kind) => {
    const value = inventValue(kind, 7);
    const places = [
      `client = Client(api_key="${value}")`,
      `KEY=${value}\n`,
      `- key: ${value}`,
      `"source": ["os.environ['K'] = \\"${value}\\"\\n"]`,
      `curl -H "Authorization: Bearer ${value}"`,
      value,
    ];
    for (const place of places)
      expect(find(`# first\n\n${place}`), place).toEqual([expect.objectContaining({ kind: kind.id, value, line: 3 })]);
    const wanted = expect.objectContaining({ kind: kind.id }) as unknown;
    const fitsLonger = new RegExp(`^(?:${kind.shape.source})$`).test(`${value}x`);
    for (const place of [`x${value}`, fitsLonger ? '' : `${value}x`, value.slice(0, 9)])
      expect(find(place), place).not.toContainEqual(wanted);
  },
);

test.each(secretKinds.filter(({ id, inContext }) => inContext && !special.includes(id)))(
  '$id is found only beside its words',
  (kind) => {
    const value = inventValue(kind, 11);
    const name = kind.environment[0] ?? `${kind.keywords[0]}_API_KEY`;
    const wanted = expect.objectContaining({ kind: kind.id, value }) as unknown;
    for (const place of [
      `${name} = "${value}"`,
      `${name}=${value}`,
      `"${name}": "${value}",`,
      `os.environ["${name}"] = '${value}'`,
    ])
      if (kind.keywords.some((word) => name.toLowerCase().includes(word.toLowerCase())))
        expect(find(place), place).toContainEqual(wanted);
    for (const place of [
      `api_key = "${value}"`,
      `# ${kind.keywords[0]}\nkey = "${value}"`,
      `${kind.keywords[0]}_commit = "${value}"`,
      `${kind.keywords[0]} model ${value}`,
    ])
      expect(find(place), place).not.toContainEqual(wanted);
  },
);

test.each([
  ['documentation', 'OPENAI_API_KEY=sk-...'],
  ['the sample of LiteLLM', 'litellm master_key: sk-1234'],
  ['the sample of AWS', 'aws_access_key_id = AKIAIOSFODNN7EXAMPLE'],
  ['its secret half', 'aws_secret_access_key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"'],
  ['letters that fill a place', `ANTHROPIC_API_KEY="sk-ant-api03-${'x'.repeat(93)}AA"`],
  ['letters in a row', 'HF_TOKEN=hf_abcdefghijklmnopqrstuvwxyzABCDEFGH'],
  ['a text to fill in', 'GROQ_API_KEY=gsk_your_key_here_your_key_here_your_key_here_your_key1'],
  ['a name of a function', 'from huggingface_hub import hf_hub_download_with_a_name_of_34_letters'],
  ['a hash', 'wandb: sha256 = "0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33"'],
  ['a commit beside a vendor', 'cohere = { git = "x", rev = "0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33" }'],
  ['an id of a run', 'wandb_run_id = "0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33"'],
  ['a UUID', 'pinecone index 3f1c1a52-8a0f-4c63-9b0e-4b1c7e2f9d10'],
  ['a reference', `MISTRAL_API_KEY="$${'{MISTRAL_API_KEY_FROM_VAULT_x1}'}"`],
  ['a local database', 'DATABASE_URL=postgres://postgres:Xk29fjJq02mf@localhost:5432/app'],
  ['a service of Compose', 'redis://default:Xk29fjJq02mf@redis:6379'],
  ['a password to fill in', 'postgres://user:your-password-1@db.acme.io/app'],
  ['a template', 'f"postgresql://{user}:{password}@{host}.acme.io/db"'],
  ['an address with a port', 'see http://a.acme.io:8080/x@y'],
  [
    'a token of documentation',
    'api_key = "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ.SflKxwRJSMeKKF2QT4fwpMeJf36POk6yJV_adQssw5c"',
  ],
  [
    'an empty service account',
    '{"type": "service_account", "private_key": "-----BEGIN PRIVATE KEY-----\\n...\\n-----END PRIVATE KEY-----\\n"}',
  ],
])('quiet: %s', (_what, text) => {
  expect(kindsIn(text)).toEqual([]);
});

test('an image as base64 is quiet, whatever words stand in it by chance', () => {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let seed = 42;
  const image = Array.from({ length: 300_000 }, () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return letters[(seed >> 8) % 64];
  }).join('');
  const planted = `${image.slice(0, 5000)}AKIA${image.slice(5000)}hf_r8_AIza`;
  expect(kindsIn(`{"image/png": "${planted}"}`)).toEqual([]);
});

test('a password in an address and a service account are told', () => {
  expect(find('db = "postgresql://svc:hT9-qLz77Rw2@db7.acme-prod.io:5432/rag"')).toMatchObject([
    { kind: 'url-password', line: 1 },
  ]);
  const body = 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSj'.repeat(8);
  expect(kindsIn(`{"type": "service_account", "private_key": "-----BEGIN PRIVATE KEY-----\\n${body}\\n"}`)).toEqual([
    'google-service-account-key',
  ]);
});

test('many places are searched in time', () => {
  for (const text of ['hf_', '://a:', 'T3BlbkFJ', 'mistral key="', 'wandb '.repeat(3), '-----BEGIN PRIVATE KEY-----'])
    expect(kindsIn(text.repeat(Math.ceil(400_000 / text.length)))).toEqual([]);
});

test.each([
  ['OPENAI_API_KEY', 'sk-1234567890abcdef1234567890abcdef', undefined],
  ['AZURE_OPENAI_API_KEY', '9f4b1c07d2e85a63b1f0c9e7d8a42b56', 'azure-openai-key'],
  ['COHERE_API_KEY', 'k3JtQ9xPz7VbN2wLr8YdHc5MgSf1TaEu6oKiXj4R', 'cohere-api-key'],
  ['MY_SERVICE_TOKEN', 'q8Zt-71kfPz_92mdLw0c', 'credential'],
  ['ACCESS_KEY', '7215648k-4567-bcde-9d3f1e-58gtuv', undefined],
  ['ACCESS_KEY', '7215648k-4567-brzw-9d3f1e-58gtuv', 'credential'],
  ['MAX_TOKENS', '123456789012345678', undefined],
  ['SESSION_SECRET', 'change-me-in-production-2024', undefined],
  ['TOKEN_PATH', '/run/secrets/q8Zt71kfPz92mdLw0c', undefined],
  ['DB_PASSWORD', 'postgres', undefined],
  ['Authorization', `Bearer $${'{input:token}'}`, undefined],
  ['Authorization', 'Bearer q8Zt71kfPz92mdLw0c', 'credential'],
  ['NAME', 'q8Zt71kfPz92mdLw0c', undefined],
])('%s=%s is judged %s', (name, value, kind) => {
  expect(judgeNamed(name, value)?.kind).toBe(kind);
});

test('check digits tell a made-up token from a real one', () => {
  const [real] = find('GITHUB_TOKEN=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');
  expect(real).toMatchObject({ kind: 'github-token', confidence: 0.95, isWrong: false });
  const [madeUp] = find('GITHUB_TOKEN=ghp_Qm7vT2xLr9KbW4nZs8HdYc3FgJ6pAe3Wex5a');
  expect(madeUp).toMatchObject({ kind: 'github-token', confidence: 0.6, isWrong: true });
  expect(find('token: glsa_Qm7vT2xLr9KbW4nZs8HdYc3FgJ6pAe1u_40c155f3')[0]).toMatchObject({
    kind: 'grafana-token',
    isWrong: false,
  });
  expect(find('token: glsa_Qm7vT2xLr9KbW4nZs8HdYc3FgJ6pAe1u_00c155f3')[0]).toMatchObject({ isWrong: true });
});

test('a private key that nothing protects is found, one with a password and a public one are not', () => {
  const body = Array.from(
    { length: 8 },
    (_, at) => `b3Blbn${at}NzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtz`,
  ).join('\n');
  const key = (head: string): string => `-----BEGIN ${head}-----\n${body}\n-----END ${head}-----\n`;
  expect(find(`# key\n${key('OPENSSH PRIVATE KEY')}`)).toEqual([
    expect.objectContaining({ kind: 'private-key', line: 2 }),
  ]);
  expect(kindsIn(key('RSA PRIVATE KEY').replaceAll('\n', '\\n'))).toEqual(['private-key']);
  expect(kindsIn(key('ENCRYPTED PRIVATE KEY'))).toEqual([]);
  expect(kindsIn(key('PUBLIC KEY'))).toEqual([]);
  expect(kindsIn('-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----')).toEqual([]);
});

test('the key that every local emulator has opens nothing', () => {
  const emulator = 'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';
  expect(kindsIn(`DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=${emulator};`)).toEqual([]);
});

test('a key of Google beside the settings of a Firebase page is one for browsers', () => {
  const key = `AIza${'SyD3kLm9QxRt7VbN2'}${'cWpZf8HgJ4uY6sEoXaTi'.slice(0, 18)}`;
  expect(kindsIn(`const firebase = { apiKey: "${key}", authDomain: "halden.firebaseapp.com" };`)).toEqual([
    'firebase-browser-key',
  ]);
  expect(kindsIn(`GEMINI_API_KEY=${key}`)).toEqual(['google-api-key']);
});
