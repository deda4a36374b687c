/** Kubernetes: what manifests say of workloads, their settings, credentials, identities and the ways in to them. */
import { defineExtractor, type Extraction, emptyExtraction, type FileInput } from '../../../kit/define-extractor.ts';
import { type OpenExtraction, openExtraction } from '../../../kit/open-extraction.ts';
import { readJson } from '../../../read/json-positions.ts';
import { baseNameOf } from '../../../read/source-path.ts';
import { readYamlDocuments } from '../../../read/yaml-positions.ts';
import { stateChartValues } from './chart-values.ts';
import { isMadeByAnother, isObserved, type Manifest, manifestsOf } from './manifest.ts';
import { innerService, stateRoute, stateService } from './services.ts';
import { stateBinding, stateRole, stateServiceAccount } from './state-rights.ts';
import { stateInferenceService } from './state-serving.ts';
import { stateConfigMap, stateKustomization, stateOutsideSecret, stateSecret } from './state-settings.ts';
import { stateWorkload } from './state-workload.ts';
import { workloadKindOf } from './workload-kinds.ts';

/** Kinds whose names stand for something else in other groups. */
const isGroup = ({ apiVersion }: Manifest, ...groups: readonly string[]): boolean =>
  groups.some((group) => (group === '' ? !apiVersion.includes('/') : apiVersion.startsWith(`${group}/`)));

const stateManifest = (
  manifest: Manifest,
  services: Parameters<typeof stateWorkload>[3],
  input: FileInput,
  into: OpenExtraction,
): void => {
  const workload = workloadKindOf(manifest);
  const isCompute = workload !== undefined && stateWorkload(manifest, workload, input, services, into);
  switch (manifest.kind) {
    case 'InferenceService':
      if (isGroup(manifest, 'serving.kserve.io', 'serving.kubeflow.org'))
        stateInferenceService(manifest, isCompute, into);
      return;
    case 'Service':
      if (isGroup(manifest, '')) stateService(manifest, into);
      return;
    case 'Ingress':
    case 'HTTPRoute':
    case 'GRPCRoute':
      stateRoute(manifest, into);
      return;
    case 'ServiceAccount':
      stateServiceAccount(manifest, into);
      return;
    case 'Role':
    case 'ClusterRole':
      if (isGroup(manifest, 'rbac.authorization.k8s.io')) stateRole(manifest, into);
      return;
    case 'RoleBinding':
    case 'ClusterRoleBinding':
      stateBinding(manifest, into);
      return;
    case 'ConfigMap':
      stateConfigMap(manifest, input, into);
      return;
    case 'Secret':
      stateSecret(manifest, input, into);
      return;
    case 'SealedSecret':
    case 'ExternalSecret':
      stateOutsideSecret(manifest, into);
      return;
    case 'Kustomization':
      stateKustomization(manifest, input, into);
      return;
    default:
  }
};

/** States a manifest; what a cluster itself said of an object is observed. */
const stateObject = (
  manifest: Manifest,
  services: Parameters<typeof stateWorkload>[3],
  input: FileInput,
  into: OpenExtraction,
): void => {
  const [assets, relations] = [into.assets.length, into.relations.length];
  stateManifest(manifest, services, input, into);
  if (!isObserved(manifest)) return;
  for (let at = assets; at < into.assets.length; at++) into.assets[at] = { how: 'observed', ...into.assets[at]! };
  for (let at = relations; at < into.relations.length; at++)
    into.relations[at] = { how: 'observed', ...into.relations[at]! };
};

/** What every manifest has; cheap to look for in the many YAML files that are none. */
const looksLikeManifest = (text: string): boolean =>
  /^[ -]*["']?apiVersion["']?\s*:/m.test(text) && /^[ -]*["']?kind["']?\s*:/m.test(text);

const isJson = (path: string): boolean => /\.json$/i.test(path);

const looksLikeJsonManifest = (text: string): boolean =>
  /"apiVersion"\s*:\s*"(?:[a-z0-9.-]+\/)?v\d/.test(text) && /"kind"\s*:\s*"[A-Z]/.test(text);

const extractManifests = (input: FileInput): Extraction => {
  const { path } = input;
  const text = input.text();
  if (isJson(path) ? !looksLikeJsonManifest(text) : !looksLikeManifest(text)) return emptyExtraction;
  const into = openExtraction();
  const isTemplate = /\{\{-?\s*(?:\.|\$|if\b|range\b|include\b|with\b|template\b|define\b|end\b)/.test(text);
  if (isTemplate && /(^|\/)templates\//.test(path))
    return {
      ...emptyExtraction,
      gaps: [{ what: path, scope: 'file', why: 'a Helm template: what it says is known only once Helm fills it in' }],
    };
  const documents = isJson(path) ? [readJson(text)] : readYamlDocuments(text);
  const manifests = documents.flatMap(({ value }) => manifestsOf(value, path));
  if (isJson(path) && manifests.length === 0) return emptyExtraction;
  const errors = documents.flatMap((document) => document.errors);
  if (errors.length > 0)
    into.gaps.push({
      what: `${baseNameOf(path)} line ${errors[0]!.line}`,
      scope: 'file',
      why: isTemplate ? 'a template that another program fills in' : errors[0]!.why,
    });
  // What stands in a broken template is not what will be.
  if (errors.length > 0 && isTemplate) return { ...emptyExtraction, gaps: into.gaps };
  const services = manifests.filter((each) => each.kind === 'Service' && isGroup(each, '')).map(innerService);
  for (const manifest of manifests)
    if (!isMadeByAnother(manifest, manifests)) stateObject(manifest, services, input, into);
  return { ...emptyExtraction, ...into };
};

/** Values that Terraform’s `templatefile` fills in before it hands them to a chart; what lies in `templates/` is Helm’s own. */
const filledByTerraform = /^(?!(?:.*\/)?templates\/).*\.tpl$/i;

export default defineExtractor({
  id: 'kubernetes',
  title: 'Kubernetes manifests',
  claims: {
    paths: [
      /^(?!.*(?:pnpm-lock|openapi|swagger|compose)[^/]*$)(?!(?:.*\/)?\.github\/).*\.(?:ya?ml|json)$/i,
      filledByTerraform,
    ],
  },
  limit: 20_000_000,
  extract(input) {
    if (/(^|\/)values[^/]*\.ya?ml$/.test(input.path) && !looksLikeManifest(input.text()))
      return stateChartValues(input);
    if (filledByTerraform.test(input.path)) {
      const text = input.text();
      const isValues = /^[ -]*repository\s*:/m.test(text) && !/\{\{|%\{/.test(text) && !looksLikeManifest(text);
      return isValues ? stateChartValues(input) : emptyExtraction;
    }
    return extractManifests(input);
  },
});
