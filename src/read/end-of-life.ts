/** What its maker has ended: models that are shut down, and packages and images that get no repairs any more, with the day and the page that says so. */

/** One announcement. `on` is the day (ISO) on which support or service ended; only days that are past are listed. */
export interface EndOfLife {
  readonly on: string;
  /** The maker’s page. */
  readonly page: string;
  /** What its maker names in its place. */
  readonly instead?: string;
}

interface RetiredModels extends EndOfLife {
  readonly provider: string;
  readonly names: readonly string[];
}

const openai = { provider: 'openai', page: 'https://developers.openai.com/api/docs/deprecations' } as const;
const anthropic = {
  provider: 'anthropic',
  page: 'https://platform.claude.com/docs/en/about-claude/model-deprecations',
} as const;
const google = { provider: 'google', page: 'https://ai.google.dev/gemini-api/docs/deprecations' } as const;
const vertex = {
  provider: 'google',
  page: 'https://cloud.google.com/vertex-ai/generative-ai/docs/deprecations',
} as const;

/** By the provider’s own interface; clouds that offer the same model keep dates of their own. */
const models: readonly RetiredModels[] = [
  {
    ...openai,
    on: '2024-01-04',
    names: [
      'text-davinci-003',
      'text-davinci-002',
      'text-davinci-001',
      'text-curie-001',
      'text-babbage-001',
      'text-ada-001',
      'davinci',
      'curie',
      'babbage',
      'ada',
    ],
  },
  {
    ...openai,
    on: '2023-03-23',
    names: ['code-davinci-002', 'code-davinci-001', 'code-cushman-002', 'code-cushman-001'],
  },
  { ...openai, on: '2024-09-13', names: ['gpt-3.5-turbo-0301', 'gpt-3.5-turbo-0613', 'gpt-3.5-turbo-16k-0613'] },
  { ...openai, on: '2024-12-06', names: ['gpt-4-vision-preview', 'gpt-4-1106-vision-preview'] },
  { ...openai, on: '2025-06-06', names: ['gpt-4-32k', 'gpt-4-32k-0613', 'gpt-4-32k-0314'] },
  { ...openai, on: '2025-07-14', names: ['gpt-4.5-preview', 'gpt-4.5-preview-2025-02-27'] },
  { ...openai, on: '2025-07-28', names: ['o1-preview', 'o1-preview-2024-09-12'] },
  { ...openai, on: '2025-10-27', names: ['o1-mini', 'o1-mini-2024-09-12'] },
  {
    ...openai,
    on: '2026-10-23',
    names: [
      'gpt-3.5-turbo',
      'gpt-3.5-turbo-0125',
      'gpt-4',
      'gpt-4-0613',
      'gpt-4-1106-preview',
      'gpt-4-turbo',
      'gpt-4-turbo-2024-04-09',
      'gpt-4o-2024-05-13',
      'gpt-4.1-nano',
      'gpt-4.1-nano-2025-04-14',
      'o1',
      'o1-2024-12-17',
      'o1-pro',
      'o1-pro-2025-03-19',
      'o3-mini',
      'o3-mini-2025-01-31',
      'o4-mini',
      'o4-mini-2025-04-16',
    ],
  },
  {
    ...anthropic,
    on: '2024-11-06',
    names: [
      'claude-1',
      'claude-1.0',
      'claude-1.1',
      'claude-1.2',
      'claude-1.3',
      'claude-instant-1',
      'claude-instant-1.1',
      'claude-instant-1.2',
    ],
  },
  { ...anthropic, on: '2025-07-21', names: ['claude-2', 'claude-2.0', 'claude-2.1', 'claude-3-sonnet-20240229'] },
  {
    ...anthropic,
    on: '2025-10-28',
    names: ['claude-3-5-sonnet-20240620', 'claude-3-5-sonnet-20241022', 'claude-3-5-sonnet-latest'],
  },
  { ...anthropic, on: '2026-01-05', names: ['claude-3-opus-20240229'] },
  {
    ...anthropic,
    on: '2026-02-19',
    names: [
      'claude-3-7-sonnet-20250219',
      'claude-3-7-sonnet-latest',
      'claude-3-5-haiku-20241022',
      'claude-3-5-haiku-latest',
    ],
  },
  { ...anthropic, on: '2026-04-20', names: ['claude-3-haiku-20240307'] },
  { ...anthropic, on: '2026-06-15', names: ['claude-sonnet-4-20250514', 'claude-opus-4-20250514'] },
  {
    ...google,
    on: '2025-09-29',
    names: [
      'gemini-1.5-pro',
      'gemini-1.5-pro-001',
      'gemini-1.5-pro-002',
      'gemini-1.5-flash',
      'gemini-1.5-flash-001',
      'gemini-1.5-flash-002',
      'gemini-1.5-flash-8b',
    ],
  },
  {
    ...google,
    on: '2026-06-01',
    names: ['gemini-2.0-flash', 'gemini-2.0-flash-001', 'gemini-2.0-flash-lite', 'gemini-2.0-flash-lite-001'],
  },
  { ...google, on: '2026-01-14', names: ['text-embedding-004'] },
  {
    ...vertex,
    on: '2025-04-09',
    names: [
      'gemini-1.0-pro',
      'gemini-1.0-pro-001',
      'gemini-1.0-pro-vision-001',
      'text-bison',
      'text-bison@001',
      'text-bison@002',
      'chat-bison',
      'chat-bison@001',
      'chat-bison@002',
      'code-bison',
      'codechat-bison',
    ],
  },
];

const torchserve: EndOfLife = { on: '2025-08-07', page: 'https://github.com/pytorch/serve' };
const googleGenerativeAi = (page: string, instead: string): EndOfLife => ({ on: '2025-11-30', page, instead });

/** By ecosystem and name; every release is meant. */
const packages: Readonly<Record<string, EndOfLife>> = {
  'pypi torchserve': torchserve,
  'pypi torch-model-archiver': torchserve,
  'pypi torch-workflow-archiver': torchserve,
  'pypi google-generativeai': googleGenerativeAi(
    'https://github.com/google-gemini/deprecated-generative-ai-python',
    'google-genai',
  ),
  'npm @google/generative-ai': googleGenerativeAi(
    'https://github.com/google-gemini/deprecated-generative-ai-js',
    '@google/genai',
  ),
};

const python = 'https://devguide.python.org/versions/';
const node = 'https://github.com/nodejs/Release';
/** By the name of the image and the series in its tag. */
const series: Readonly<Record<string, Readonly<Record<string, EndOfLife>>>> = {
  python: {
    '2.7': { on: '2020-01-01', page: python },
    '3.6': { on: '2021-12-23', page: python },
    '3.7': { on: '2023-06-27', page: python },
    '3.8': { on: '2024-10-07', page: python },
    '3.9': { on: '2025-10-31', page: python },
  },
  node: {
    '12': { on: '2022-04-30', page: node },
    '14': { on: '2023-04-30', page: node },
    '16': { on: '2023-09-11', page: node },
    '18': { on: '2025-04-30', page: node },
    '20': { on: '2026-04-30', page: node },
  },
};

/** `ended` with the announcement; `going-on` where the table covers the provider, package or image and lists no end of it. */
export type Support = { readonly state: 'ended'; readonly end: EndOfLife } | { readonly state: 'going-on' };

const going: Support = { state: 'going-on' };
const orGoing = (end: EndOfLife | undefined): Support => (end ? { state: 'ended', end } : going);

/** Of a model as `provider:name`; undefined for providers that the table does not cover. */
export const supportOfModel = (qualified: string): Support | undefined => {
  const [, provider = '', name = ''] = /^([a-z]+):([^@]+(?:@\d{3})?)$/.exec(qualified.toLowerCase()) ?? [];
  if (!models.some((each) => each.provider === provider)) return undefined;
  return orGoing(
    models.find((each) => each.provider === provider && each.names.includes(name.replace(/^models\//, ''))),
  );
};

/** Of a package; undefined for those that the table does not cover. */
export const supportOfPackage = (ecosystem: string, name: string): Support | undefined => {
  const end = packages[`${ecosystem} ${name}`];
  return end && orGoing(end);
};

/** Of an image by name and tag; undefined for images and tags that the table does not cover. */
export const supportOfImage = (name: string, tag: string): Support | undefined => {
  if (name === 'pytorch/torchserve') return orGoing(torchserve);
  const known = Object.hasOwn(series, name) ? series[name] : undefined;
  const written = (name === 'node' ? /^(\d{2})(?=$|[.-])/ : /^(\d\.\d{1,2})(?=$|[.-])/).exec(tag)?.[1];
  return known === undefined || written === undefined ? undefined : orGoing(known[written]);
};
