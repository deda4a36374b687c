/** Finds credentials written into source, configuration, notebooks and prose; lock files and what build tools wrote are left out. */
import { type AssetObservation, defineExtractor, emptyExtraction } from '../../../kit/define-extractor.ts';
import { project } from '../../../kit/observe-packages.ts';
import { observeOpened, observeSecret, type SecretPlace } from '../../../kit/observe-secret.ts';
import { readJson } from '../../../read/json-positions.ts';
import { entriesOf, itemsOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';
import { findSecrets } from '../../../read/secret-search.ts';
import { baseNameOf } from '../../../read/source-path.ts';

const source =
  '.py .pyi .pyw .ipynb .js .mjs .cjs .jsx .ts .mts .cts .tsx .vue .svelte .astro .go .java .kt .kts .scala .groovy .cs .fs .vb .rb .php .rs .swift .m .mm .c .cc .cpp .h .hpp .dart .r .rmd .jl .lua .pl .ex .exs .erl .clj .sh .bash .zsh .fish .ps1 .psm1 .bat .cmd .sql .graphql .proto .html .htm .http .rest';
const configuration =
  '.json .jsonc .json5 .yaml .yml .toml .ini .cfg .conf .config .properties .plist .xml .tf .tfvars .hcl .bicep .nix .gradle .dockerfile .service .npmrc .pypirc .netrc';
const prose = '.md .mdx .rst .txt .adoc';

/** Files that programs write: nobody puts a key there, and everything in them is random. */
const written =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|poetry\.lock|composer\.lock|tokenizer(?:_config)?\.json|vocab\.json|merges\.txt)$|\.min\.(?:js|css|mjs)$|\.(?:bundle|chunk)\.js$|(?:^|\/)(?:node_modules|site-packages|vendor|third_party|dist|\.next|\.venv|__pycache__)\//;
/** Tests and prose are full of keys that were made up; there only a shape of its own counts. */
const invented =
  /(?:^|\/)(?:tests?|__tests__|__mocks__|spec|fixtures?|testdata|examples?)\/|(?:^|\/)test_[^/]*$|[._-](?:test|spec)\.[a-z]+$|\.(?:mdx?|rst|adoc|txt)$/i;

/** Longest line of a file that people write; bundled code has everything on one. */
const longestLine = 20_000;
const isBundled = (path: string, bytes: Uint8Array): boolean => {
  if (!/\.[cm]?js$/.test(path)) return false;
  let start = 0;
  for (let at = bytes.indexOf(10); ; at = bytes.indexOf(10, start)) {
    if ((at < 0 ? bytes.length : at) - start > longestLine) return true;
    if (at < 0) return false;
    start = at + 1;
  }
};

/** Every text that stands in an output of a notebook. */
const outputsOf = (text: string): readonly string[] => {
  const texts: string[] = [];
  const collect = (value: Positioned): void => {
    const own = textOf(value);
    if (own !== undefined) texts.push(own);
    for (const item of itemsOf(value)) collect(item);
    for (const [, entry] of entriesOf(value)) collect(entry.value);
  };
  for (const cell of itemsOf(valueAt(readJson(text).value, 'cells'))) {
    const outputs = valueAt(cell, 'outputs');
    if (outputs) collect(outputs);
  }
  return texts;
};

const endingsOf = (list: string): readonly string[] => list.split(' ');
const isConfiguration = new Set(endingsOf(configuration));

export default defineExtractor({
  id: 'secrets',
  title: 'Credentials in texts',
  claims: {
    names: ['Dockerfile', 'Containerfile', 'Makefile', 'Jenkinsfile', 'Procfile', 'Justfile', '.envrc'],
    endings: [...endingsOf(source), ...endingsOf(configuration), ...endingsOf(prose)],
    paths: [/(^|\/)(Docker|Container)file\.[^/]+$/],
  },
  limit: 20_000_000,
  extract(input) {
    const { path } = input;
    if (written.test(path) || isBundled(path, input.bytes)) return emptyExtraction;
    // UTF-16 has a zero beside every letter; only then the text must be encoded anew.
    const isWide =
      (input.bytes[0] === 0xff && input.bytes[1] === 0xfe) || (input.bytes[0] === 0xfe && input.bytes[1] === 0xff);
    const found = findSecrets(isWide ? new TextEncoder().encode(input.text()) : input.bytes).filter(
      ({ inContext, isWrong }) => !(inContext || isWrong) || !invented.test(path),
    );
    if (found.length === 0) return emptyExtraction;
    const outputs = path.endsWith('.ipynb') ? outputsOf(input.text()) : [];
    const placeOf = (value: string): SecretPlace => {
      if (outputs.some((output) => output.includes(value))) return 'notebook-output';
      const name = baseNameOf(path);
      return isConfiguration.has(name.slice(Math.max(0, name.lastIndexOf('.'))).toLowerCase())
        ? 'configuration'
        : 'source';
    };
    const assets: AssetObservation[] = found.map((one) =>
      observeSecret(input, one, one.value, placeOf(one.value), one.line),
    );
    const relations = assets.map(({ key, line }) => ({
      relation: 'contains' as const,
      from: project,
      to: { local: key },
      line,
    }));
    const opened = found.flatMap(({ value }, at) => observeOpened(value, assets[at]!));
    return { ...emptyExtraction, assets, relations: [...relations, ...opened] };
  },
});
