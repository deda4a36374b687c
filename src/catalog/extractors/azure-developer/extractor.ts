/** The Azure Developer CLI’s `azure.yaml`: which folder of code each service of an application is made of. https://learn.microsoft.com/azure/developer/azure-developer-cli/azd-schema */
import {
  type AssetObservation,
  defineExtractor,
  emptyExtraction,
  type UnitLink,
} from '../../../kit/define-extractor.ts';
import { entriesOf, entryOf, textOf, valueAt } from '../../../read/positioned.ts';
import { folderOf, joinPath } from '../../../read/source-path.ts';
import { readYaml } from '../../../read/yaml-positions.ts';

const hosts: Readonly<Record<string, string>> = {
  appservice: 'app-service',
  containerapp: 'container-apps',
  function: 'azure-functions',
  aks: 'kubernetes',
  staticwebapp: 'static-web-app',
  'ai.endpoint': 'azure-machine-learning',
};

export default defineExtractor({
  id: 'azure-developer',
  title: 'Services of the Azure Developer CLI',
  claims: { names: ['azure.yaml', 'azure.yml'] },
  limit: 1_000_000,
  extract(input) {
    const { path } = input;
    const { value, errors } = readYaml(input.text());
    const assets: AssetObservation[] = [];
    const units: UnitLink[] = [];
    for (const [name, { value: service, line }] of entriesOf(valueAt(value, 'services'))) {
      const project = entryOf(service, 'project');
      const folder = joinPath(folderOf(path), textOf(project?.value) ?? '');
      const host = textOf(entryOf(service, 'host')?.value) ?? '';
      if (folder === undefined || !/^[\w-]{1,100}$/.test(name)) continue;
      // Bicep names the service in the tag `azd-service-name` of what runs it.
      const holder = `azd:${folderOf(path)}:${name}`;
      assets.push({
        key: holder,
        kind: 'compute',
        name,
        identifiers: [{ scheme: 'deployed-service', value: holder }],
        facts: {
          provider: { value: 'azure' },
          ...(Object.hasOwn(hosts, host) ? { service: { value: hosts[host]! } } : {}),
        },
        line,
      });
      units.push({ holder, folder, line: project?.line ?? line });
    }
    const gaps = errors.map((error) => ({
      what: `${path} line ${error.line}`,
      scope: 'file' as const,
      why: error.why,
    }));
    return { ...emptyExtraction, assets, units, gaps };
  },
});
