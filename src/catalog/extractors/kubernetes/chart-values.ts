/** Values of a Helm chart: the images and variables that are written out plainly. */
import { type Extraction, emptyExtraction, type FileInput, literal } from '../../../kit/define-extractor.ts';
import { observeImage } from '../../../kit/observe-image.ts';
import { type OpenExtraction, openExtraction } from '../../../kit/open-extraction.ts';
import { withholdSecrets } from '../../../kit/withhold-secrets.ts';
import { booleanOf, entriesOf, entryOf, itemsOf, type Positioned, valueAt } from '../../../read/positioned.ts';
import { baseNameOf, folderOf } from '../../../read/source-path.ts';
import { readYaml } from '../../../read/yaml-positions.ts';
import { stateChartService } from './chart-service.ts';
import { scalarText } from './manifest.ts';
import { termOf } from './read-pod.ts';

interface ChartImage {
  readonly text: string;
  readonly line: number;
}

/** `image: {registry, repository, tag, digest}`, `image: name:tag`, or a name with its repository and version beside it. */
const imageOf = (component: Positioned): ChartImage | undefined => {
  // Some charts write the parts of the image beside the other settings of the component.
  const beside = entryOf(component, 'tag') && entryOf(component, 'repository');
  const entry = entryOf(component, 'image') ?? (beside && { line: beside.line, value: component });
  if (!entry) return undefined;
  const whole = scalarText(entry.value);
  // The charts of NVIDIA’s operators: `repository: nvcr.io/nvidia/k8s`, `image: container-toolkit`, `version: v1.17.8`.
  const [folder, version] = [scalarText(valueAt(component, 'repository')), scalarText(valueAt(component, 'version'))];
  if (whole !== undefined && folder !== undefined && version !== undefined && /^[\w.-]+$/.test(whole))
    return /[{}$<>]/.test(`${folder}${version}`)
      ? undefined
      : { text: `${folder}/${whole}:${version}`, line: entry.line };
  if (whole !== undefined)
    return /^[\w.-]+(?:[/:][\w.-]+)+$/.test(whole) ? { text: whole, line: entry.line } : undefined;
  const repository = scalarText(valueAt(entry.value, 'repository'));
  if (repository === undefined || repository === '' || /[{}$<>]/.test(repository)) return undefined;
  const registry = scalarText(valueAt(entry.value, 'registry'));
  const tag = scalarText(valueAt(entry.value, 'tag'));
  const digest = scalarText(valueAt(entry.value, 'digest'));
  return {
    text: `${registry ? `${registry}/` : ''}${repository}${tag ? `:${tag}` : ''}${digest ? `@${digest}` : ''}`,
    line: entry.line,
  };
};

/** Names under which charts keep variables of a container: a map of texts, or a list as in a pod. */
const variableKeys = ['env', 'extraEnv', 'extraEnvVars', 'environment', 'envVars', 'environmentVariables'];

const variablesOf = (component: Positioned) =>
  variableKeys.flatMap((key) => {
    const value = entryOf(component, key)?.value;
    const fromMap = entriesOf(value).flatMap(([name, entry]) => {
      const text = scalarText(entry.value);
      // What a chart leaves empty is filled in by whoever installs it.
      return text === undefined || text === '' ? [] : [{ name, text, line: entry.line }];
    });
    const fromList = itemsOf(value).flatMap((item) => {
      const [name, text] = [scalarText(valueAt(item, 'name')), scalarText(valueAt(item, 'value'))];
      return name === undefined || text === undefined || text === '' ? [] : [{ name, text, line: item.line }];
    });
    return [...fromMap, ...fromList];
  });

const stateComponent = (
  name: string,
  component: Positioned,
  whole: Positioned,
  input: FileInput,
  into: OpenExtraction,
): void => {
  const image = imageOf(component);
  if (image === undefined || booleanOf(valueAt(component, 'enabled')) === false) return;
  const key = `helm:${input.path}:${name}`;
  const variables = variablesOf(component);
  const names = [...new Set(variables.map((each) => each.name))].sort();
  into.assets.push({
    key,
    kind: 'compute',
    name,
    identifiers: [{ scheme: 'symbol', value: `${input.path}#${name}` }],
    facts: names.length > 0 ? { environmentNames: { value: names } } : {},
    line: image.line,
    // The templates of the chart decide whether it runs so.
    how: 'inferred',
    confidence: 0.8,
  });
  const term = literal(image.text, image.line);
  into.assets.push(observeImage({ key: `${key}#image`, image: term, text: image.text, of: name, line: image.line }));
  into.relations.push({ relation: 'runs', from: { local: key }, to: { local: `${key}#image` }, line: image.line });
  into.units.push({ holder: key, image: term, line: image.line });
  stateChartService(
    component,
    whole,
    { key, name, path: input.path, image: image.text, line: image.line },
    new Map(variables.map((each) => [each.name, each.text])),
    into,
  );
  for (const { name: variable, text, line } of variables) {
    const withheld = withholdSecrets(input, variable, termOf(text, line), line, 'configuration');
    into.definitions.push({ namespace: 'environment', name: variable, value: withheld.term, line, holder: key });
    for (const secret of withheld.secrets) {
      const own = `${key}#${secret.key}`;
      into.assets.push({ ...secret, key: own });
      into.relations.push({ relation: 'uses-secret', from: { local: key }, to: { local: own }, line });
    }
  }
};

/** Deepest nesting in which a component of a chart is looked for. */
const deepest = 4;

const stateComponents = (
  name: string,
  value: Positioned,
  whole: Positioned,
  depth: number,
  input: FileInput,
  into: OpenExtraction,
): void => {
  stateComponent(name, value, whole, input, into);
  if (depth >= deepest) return;
  for (const [key, entry] of entriesOf(value)) {
    if (key === 'image') continue;
    if (entry.value.is === 'map') stateComponents(key, entry.value, whole, depth + 1, input, into);
    for (const item of itemsOf(entry.value))
      if (item.is === 'map')
        stateComponents(scalarText(valueAt(item, 'name')) ?? key, item, whole, depth + 1, input, into);
  }
};

/** What a file of chart values says. */
export const stateChartValues = (input: FileInput): Extraction => {
  const { value, errors } = readYaml(input.text());
  const into = openExtraction();
  if (errors.length > 0)
    into.gaps.push({
      what: `${baseNameOf(input.path)} line ${errors[0]!.line}`,
      scope: 'file',
      why: errors[0]!.why,
    });
  if (value) stateComponents(baseNameOf(folderOf(input.path)) || 'chart', value, value, 0, input, into);
  return { ...emptyExtraction, ...into };
};
