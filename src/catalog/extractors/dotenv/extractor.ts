/** Reads `.env` files: the environment variables they give to the code of their folder, and the credentials among them. */
import {
  type AssetObservation,
  type Definition,
  defineExtractor,
  literal,
  type RelationObservation,
  type Term,
  unknownTerm,
} from '../../../kit/define-extractor.ts';
import { observeModelAddress } from '../../../kit/observe-model-address.ts';
import { project } from '../../../kit/observe-packages.ts';
import { observeOpened, observeSecret } from '../../../kit/observe-secret.ts';
import { type EnvironmentLine, readDotenv } from '../../../read/dotenv.ts';
import { redirectionsAmong } from '../../../read/model-addresses.ts';
import { findSecrets } from '../../../read/secret-search.ts';
import { isCredentialName, judgeNamed } from '../../../read/secret-shapes.ts';
import { baseNameOf, folderOf } from '../../../read/source-path.ts';

/** Files that show which names are wanted; their values hold only where nothing else says one. */
const example = /example|sample|template|dist|default|schema|spec/i;

const reference = /\$\{([A-Za-z_]\w*)(?::?-([^}]*))?\}|\$([A-Za-z_]\w*)/g;

/** The value as a term: other variables are replaced in it, unless it stands in single quotes. */
const termOf = ({ value, line, isLiteral }: EnvironmentLine): Term => {
  // The password of an address is not kept, whoever it is for.
  const text = value.replaceAll(/(:\/\/[^\s/:@]*):[^\s/@]*@/g, '$1@');
  if (isLiteral || !text.includes('$')) return literal(text, line);
  const parts: Term[] = [];
  let from = 0;
  for (const match of text.matchAll(reference)) {
    if (match.index > from) parts.push(literal(text.slice(from, match.index), line));
    const fallback = match[2] === undefined ? {} : { fallback: literal(match[2], line) };
    parts.push({ t: 'environment', name: match[1] ?? match[3]!, ...fallback, at: line });
    from = match.index + match[0].length;
  }
  if (from < text.length) parts.push(literal(text.slice(from), line));
  const [only] = parts;
  return parts.length === 1 && only ? only : { t: 'template', parts, at: line };
};

export default defineExtractor({
  id: 'dotenv',
  title: 'Environment file',
  claims: {
    paths: [/(^|\/)\.env([._-][\w.-]+)?$/, /(^|\/)[\w-]+\.env$/, /(^|\/)\.?env\.(example|sample|template|dist)$/],
  },
  limit: 1_000_000,
  extract(input) {
    const { lines, errors } = readDotenv(input.text());
    const folder = folderOf(input.path);
    const holder = `${example.test(baseNameOf(input.path)) ? 'example' : 'folder'}:${folder}`;
    const assets = new Map<string, AssetObservation>();
    const add = (asset: AssetObservation): void => void (assets.has(asset.key) || assets.set(asset.key, asset));
    const opened: RelationObservation[] = [];
    const definitions = lines.map((one): Definition => {
      const { name, value, line } = one;
      const judgement = judgeNamed(name, value);
      if (judgement) {
        const secret = observeSecret(input, judgement, judgement.value, 'environment-file', line);
        add(secret);
        opened.push(...observeOpened(judgement.value, secret));
      }
      // Under such a name even a value that looks harmless may be a password.
      const isKept = !judgement && (value === '' || value.includes('$') || !isCredentialName(name));
      const isAddress = judgement?.kind === 'url-password';
      return {
        namespace: 'environment',
        name,
        value: isKept || isAddress ? termOf(one) : unknownTerm('a secret, not kept', line),
        line,
        holder,
      };
    });
    // A key in a comment is as good as one in use.
    for (const one of findSecrets(input.bytes)) add(observeSecret(input, one, one.value, 'environment-file', one.line));
    // What an example shows is filled in by whoever copies it.
    if (!example.test(baseNameOf(input.path)))
      for (const each of redirectionsAmong(lines)) add(observeModelAddress(input.path, each, 'environment-file'));
    const relations = [...assets.values()].map(({ key, line }) => ({
      relation: 'contains' as const,
      from: project,
      to: { local: key },
      line,
    }));
    const gaps = errors.map(({ line, why }) => ({ what: `${input.path}:${line}`, scope: 'file' as const, why }));
    return {
      assets: [...assets.values()],
      relations: [...relations, ...opened],
      definitions,
      units: [],
      programs: [],
      gaps,
    };
  },
});
