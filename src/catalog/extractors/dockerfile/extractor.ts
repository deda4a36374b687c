/** Dockerfiles: the base image, the environment that the image sets, what it installs and starts, and the folder it is built from. */
import {
  type Definition,
  defineExtractor,
  emptyExtraction,
  literal,
  type Term,
} from '../../../kit/define-extractor.ts';
import { observeImage } from '../../../kit/observe-image.ts';
import { observeInstalls } from '../../../kit/observe-installs.ts';
import { openExtraction } from '../../../kit/open-extraction.ts';
import { withholdSecrets } from '../../../kit/withhold-secrets.ts';
import { readDockerfile } from '../../../read/dockerfile.ts';
import { folderOf } from '../../../read/source-path.ts';
import { stateOpenNotebook } from './state-notebook.ts';

export default defineExtractor({
  id: 'dockerfile',
  title: 'Dockerfiles',
  claims: { paths: [/(^|\/)(Dockerfile|Containerfile)(\.[\w.-]+)?$/, /(^|\/)[\w.-]+\.(Dockerfile|dockerfile)$/] },
  limit: 500_000,
  extract(input) {
    const { path } = input;
    const holder = `dockerfile:${path}`;
    const file = readDockerfile(input.text());
    const definitions: Definition[] = [];
    const secrets = file.variables.flatMap(({ name, value, line }) => {
      const term: Term = value.includes('$')
        ? { t: 'unknown', why: `${name} depends on an argument of the build`, at: line }
        : literal(value, line);
      const withheld = withholdSecrets(input, name, term, line, 'configuration');
      definitions.push({ namespace: 'environment', name, value: withheld.term, line, holder });
      return withheld.secrets;
    });
    const { base } = file;
    if (base === undefined)
      return {
        ...emptyExtraction,
        gaps: [{ what: path, scope: 'file', why: 'it has no FROM instruction' }],
      };
    const into = openExtraction();
    into.definitions.push(...definitions);
    into.units.push({ holder, folder: folderOf(path), line: base.line });
    into.assets.push({
      key: holder,
      kind: 'container-image',
      name: path,
      identifiers: [{ scheme: 'place', value: path }],
      line: base.line,
    });
    if (!base.image.includes('$') && base.image !== 'scratch') {
      const image = literal(base.image, base.line);
      const key = `${holder}#base`;
      into.assets.push(observeImage({ key, image, text: base.image, of: path, line: base.line }));
      into.relations.push({ relation: 'built-from', from: { local: holder }, to: { local: key }, line: base.line });
    }
    into.assets.push(...secrets);
    observeInstalls(path, file.runs, { local: holder }, into);
    stateOpenNotebook(file, path, holder, into);
    return { ...emptyExtraction, ...into };
  },
});
