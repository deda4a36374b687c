/** Compose files: services as compute with their image, environment and published ports, and the AI services among them. */
import { defineExtractor, type Extraction, emptyExtraction, type FileInput } from '../../../kit/define-extractor.ts';
import { type OpenExtraction, openExtraction } from '../../../kit/open-extraction.ts';
import { parseImage } from '../../../kit/recognise-service.ts';
import { withholdSecrets } from '../../../kit/withhold-secrets.ts';
import { entriesOf, entryOf, type PositionedEntry } from '../../../read/positioned.ts';
import { baseNameOf, folderOf, joinPath } from '../../../read/source-path.ts';
import { readYamlDocuments } from '../../../read/yaml-positions.ts';
import { extendedName, readService, type Service, textWithDefaults } from './read-service.ts';
import { stateExposures, stateImage, stateKnownService } from './state-service.ts';

/** The services of a file, those they extend first. */
const servicesOf = (entries: readonly (readonly [string, PositionedEntry])[]): readonly Service[] => {
  const byName = new Map(entries);
  const done = new Map<string, Service>();
  const read = (name: string, above: readonly string[]): Service | undefined => {
    const known = done.get(name);
    const entry = byName.get(name);
    if (known || !entry || above.includes(name)) return known;
    const base = extendedName(entry);
    const service = readService(name, entry, base === undefined ? undefined : read(base, [...above, name]));
    done.set(name, service);
    return service;
  };
  return entries.flatMap(([name]) => read(name, []) ?? []);
};

const stateUnits = (service: Service, key: string, path: string, into: OpenExtraction): void => {
  const folder = folderOf(path);
  const { build, image } = service;
  const languageImage = image && parseImage(textWithDefaults(image) ?? '');
  if (build) {
    const context = joinPath(folder, build.context);
    if (context !== undefined)
      into.units.push({ holder: key, folder: context, line: build.line, ...(image === undefined ? {} : { image }) });
    const dockerfile = context === undefined ? undefined : joinPath(context, build.dockerfile ?? 'Dockerfile');
    if (dockerfile !== undefined)
      into.definitions.push({
        namespace: 'build',
        name: 'dockerfile',
        value: { t: 'literal', value: dockerfile },
        line: build.line,
        holder: key,
      });
  } else if (languageImage && /^(python|node|oven\/bun|denoland\/deno)$/.test(languageImage.name)) {
    // A bare interpreter runs the code that is mounted into it.
    for (const mount of service.mounts) {
      const code = joinPath(folder, mount.path);
      if (code !== undefined) into.units.push({ holder: key, folder: code, line: mount.line });
    }
  }
  if (!build && image && into.units.every(({ holder }) => holder !== key))
    into.units.push({ holder: key, image, line: service.line });
};

const stateService = (service: Service, input: FileInput, into: OpenExtraction): void => {
  const { path } = input;
  const key = `compose:${path}:${service.name}`;
  const folder = folderOf(path);
  for (const { name, term, line } of service.variables) {
    const withheld = withholdSecrets(input, name, term, line, 'configuration');
    into.definitions.push({ namespace: 'environment', name, value: withheld.term, line, holder: key });
    for (const secret of withheld.secrets) {
      const secretKey = `${key}#${secret.key}`;
      into.assets.push({ ...secret, key: secretKey });
      into.relations.push({ relation: 'uses-secret', from: { local: key }, to: { local: secretKey }, line });
    }
  }
  for (const { path: written, line } of service.environmentFiles) {
    const file = joinPath(folder, written);
    if (file === undefined) continue;
    into.definitions.push({
      namespace: 'environment-file',
      name: file,
      value: { t: 'literal', value: file, at: line },
      line,
      holder: key,
    });
  }
  const names = [...new Set(service.variables.map(({ name }) => name))].sort();
  into.assets.push({
    key,
    kind: 'compute',
    name: service.name,
    identifiers: [{ scheme: 'compose-service', value: `${folder}:${service.name}` }],
    facts: {
      ...(names.length > 0 ? { environmentNames: { value: names } } : {}),
      hostPowers: { value: service.hostPowers },
    },
    line: service.line,
  });
  stateUnits(service, key, path, into);
  stateImage(service, key, into);
  stateKnownService(service, key, path, into);
  stateExposures(service, key, path, into);
  if (service.extendsFile !== undefined)
    into.gaps.push({
      what: `service ${service.name}`,
      scope: 'file',
      why: `it extends a service of ${service.extendsFile}, whose parts are not followed from here`,
    });
};

export default defineExtractor({
  id: 'compose',
  title: 'Compose files',
  claims: { paths: [/(^|\/)(docker-)?compose([._-][\w.-]+)?\.ya?ml$/i] },
  limit: 1_000_000,
  extract(input): Extraction {
    const into = openExtraction();
    for (const { value, errors } of readYamlDocuments(input.text())) {
      for (const { line, why } of errors)
        into.gaps.push({ what: `${baseNameOf(input.path)} line ${line}`, scope: 'file', why });
      const services = entriesOf(entryOf(value, 'services')?.value);
      for (const service of servicesOf(services)) stateService(service, input, into);
    }
    return { ...emptyExtraction, ...into };
  },
});
