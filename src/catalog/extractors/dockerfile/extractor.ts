/** Dockerfiles: the base image, the environment that the image sets, the user it runs as, and the folder it is built from. */
import {
  type Definition,
  defineExtractor,
  emptyExtraction,
  literal,
  type Term,
} from '../../../kit/define-extractor.ts';
import { withholdSecrets } from '../../../kit/withhold-secrets.ts';
import { readDockerfile } from '../../../read/dockerfile.ts';
import { folderOf } from '../../../read/source-path.ts';

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
    const [name = '', digest] = base.image.split('@');
    return {
      ...emptyExtraction,
      definitions,
      units: [{ holder, folder: folderOf(path), line: base.line }],
      assets: [
        {
          key: holder,
          kind: 'container-image',
          name: path,
          identifiers: [{ scheme: 'place', value: path }],
          line: base.line,
        },
        ...(base.image.includes('$') || base.image === 'scratch'
          ? []
          : [
              {
                key: `${holder}#base`,
                kind: 'container-image' as const,
                name,
                identifiers: [
                  ...(digest === undefined ? [] : [{ scheme: 'image-digest' as const, value: digest }]),
                  { scheme: 'image-name' as const, value: /:[^/]*$/.test(name) ? name : `${name}:latest` },
                ],
                facts: { pinned: { value: digest !== undefined } },
                line: base.line,
              },
            ]),
        ...secrets,
      ],
      relations:
        base.image.includes('$') || base.image === 'scratch'
          ? []
          : [
              {
                relation: 'built-from',
                from: { local: holder },
                to: { local: `${holder}#base` },
                line: base.line,
              },
            ],
    };
  },
});
