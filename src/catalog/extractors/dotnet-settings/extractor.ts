/** Settings of .NET applications: the values that code asks for as `configuration["OpenAI:Model"]`. */
import {
  type Definition,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  literal,
  unknownTerm,
} from '../../../kit/define-extractor.ts';
import { flatten } from '../../../read/java-settings.ts';
import { readJson } from '../../../read/json-positions.ts';
import { isCredentialName, judgeNamed } from '../../../read/secret-shapes.ts';
import { folderOf } from '../../../read/source-path.ts';

export default defineExtractor({
  id: 'dotnet-settings',
  title: 'Settings of a .NET application',
  claims: { paths: [/(^|\/)appsettings(?:\.[\w-]+)?\.json$/i] },
  limit: 1_000_000,
  extract(input): Extraction {
    const { value: root, errors } = readJson(input.text());
    const holder = `folder:${folderOf(input.path)}`;
    const definitions = flatten(root, ':').map(({ key, value, line }): Definition => {
      const last = key.slice(key.lastIndexOf(':') + 1);
      const isSecret =
        judgeNamed(last, value) !== undefined || isCredentialName(last) || /password|accountkey/i.test(value);
      // Keys are the same however they are written.
      const name = key.toLowerCase();
      const term = isSecret && value !== '' ? unknownTerm('a secret, not kept', line) : literal(value, line);
      return { namespace: 'dotnet-configuration', name, value: term, line, holder };
    });
    const gaps = errors
      .slice(0, 3)
      .map(({ line, why }) => ({ what: `${input.path}:${line}`, scope: 'file' as const, why }));
    return { ...emptyExtraction, definitions, gaps };
  },
});
