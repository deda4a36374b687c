/** Packages that only compute: a call into them reads, sends and changes nothing, so that a tool that uses them stays fully known. */
import { defineLibrary } from '../../../kit/define-library.ts';

export default defineLibrary({
  id: 'without-effects',
  title: 'Packages that only compute',
  homepage: 'https://docs.pydantic.dev',
  python: {
    packages: [
      'pydantic',
      'python-dotenv',
      'beautifulsoup4',
      'lxml',
      'jinja2',
      'pyyaml',
      'python-dateutil',
      'pytz',
      'tiktoken',
      'tenacity',
      'orjson',
      'markdown',
      'rich',
      'loguru',
    ],
    modules: (
      'pydantic pydantic_core dotenv bs4 lxml markdownify html2text jinja2 yaml ruamel toml tomli dateutil pytz pendulum arrow tiktoken tenacity backoff orjson ujson simplejson ' +
      'markdown rich loguru structlog tqdm click typer attr attrs typing_extensions annotated_types more_itertools toolz numexpr sympy scipy rapidfuzz thefuzz regex ' +
      'jsonschema jsonpath_ng xmltodict tabulate colorama termcolor humanize uuid6 ulid nanoid cachetools sortedcontainers networkx unidecode langdetect phonenumbers ' +
      'email_validator validators furl yarl multidict emoji inflect textstat nltk'
    ).split(' '),
    meanings: [
      {
        // A field of a settings class has its default for a value.
        of: ['pydantic{,.fields}.Field', 'attr.{ib,attrib}', 'attrs.field'],
        returns: { named: ['default'], at: 0 },
        reference: 'https://docs.pydantic.dev/latest/concepts/fields/#default-values',
      },
    ],
  },
  javascript: {
    packages: ['zod', 'lodash', 'date-fns', 'uuid', 'cheerio', 'marked', 'dotenv'],
    modules: (
      'zod zod-to-json-schema lodash lodash-es ramda date-fns dayjs luxon moment uuid nanoid cuid cheerio turndown marked markdown-it dotenv chalk picocolors kleur yaml js-yaml ' +
      'jsonc-parser json5 mathjs decimal.js bignumber.js big.js validator ajv superjson clsx tailwind-merge immer rxjs p-limit p-retry p-queue mustache handlebars ejs nunjucks ' +
      'he html-entities slugify pluralize fuse.js gpt-tokenizer tiktoken js-tiktoken papaparse csv-parse fast-xml-parser jsdom ms debug winston pino tslib valibot yup joi'
    ).split(' '),
    meanings: [],
  },
});
