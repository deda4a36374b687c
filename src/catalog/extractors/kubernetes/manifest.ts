/** One Kubernetes object of a file, and the names by which other objects mean it. */
import type { Term } from '../../../kit/define-extractor.ts';
import { entriesOf, entryOf, itemsOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';
import { folderOf } from '../../../read/source-path.ts';

export interface Manifest {
  readonly path: string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string;
  readonly value: Positioned;
  readonly line: number;
}

/** A text, a number or a truth value as the text that Kubernetes would read there. */
export const scalarText = (value: Positioned | undefined): string | undefined =>
  value?.is === 'scalar' && value.value !== null ? String(value.value) : undefined;

/** The entries of a map of texts: labels, annotations, data. */
export const textEntries = (
  value: Positioned | undefined,
): readonly { readonly name: string; readonly text: string; readonly line: number }[] =>
  entriesOf(value).flatMap(([name, entry]) => {
    const text = scalarText(entry.value);
    return text === undefined ? [] : [{ name, text, line: entry.line }];
  });

/** API groups of Kubernetes itself end in `.k8s.io` or have no dot; extensions bring a group of their own. */
const apiVersion = /^(?:[a-z0-9.-]+\/)?v\d+(?:(?:alpha|beta)\d+)?$/;

/** Names that a template fills in are no names. */
const isWritten = (text: string | undefined): text is string => text !== undefined && !/[{}$<>]/.test(text);

/** The objects of a document: itself, or the items of a list. Anything that is no object of Kubernetes gives none. */
export const manifestsOf = (value: Positioned | undefined, path: string): readonly Manifest[] => {
  const version = textOf(valueAt(value, 'apiVersion'));
  const kind = textOf(valueAt(value, 'kind'));
  // A list that is cut short ends before it says that it is one.
  if (value?.is === 'map' && version !== undefined && kind === undefined)
    return itemsOf(valueAt(value, 'items')).flatMap((item) => manifestsOf(item, path));
  if (value?.is !== 'map' || version === undefined || kind === undefined) return [];
  if (!apiVersion.test(version) || !/^[A-Z][A-Za-z0-9]+$/.test(kind)) return [];
  if (kind === 'List' || kind.endsWith('List'))
    return itemsOf(valueAt(value, 'items')).flatMap((item) => manifestsOf(item, path));
  const metadata = entryOf(value, 'metadata')?.value;
  const name =
    scalarText(valueAt(metadata, 'name')) ?? scalarText(valueAt(metadata, 'generateName'))?.replace(/-+$/, '');
  const namespace = scalarText(valueAt(metadata, 'namespace'));
  if (kind !== 'Kustomization' && (metadata === undefined || !isWritten(name))) return [];
  return [
    {
      path,
      apiVersion: version,
      kind,
      name: name ?? '',
      namespace: isWritten(namespace) ? namespace : 'default',
      value,
      line: entryOf(value, 'kind')?.line ?? value.line,
    },
  ];
};

/** The identity of an object in the whole source: `deploy:default/Deployment/api`. */
export const identityOf = (
  { path, namespace }: Pick<Manifest, 'path' | 'namespace'>,
  kind: string,
  name: string,
): string => `${folderOf(path)}:${namespace}/${kind}/${name}`;

/** The key of an object among what its file says; of what runs, the holder of its environment too. */
export const keyOf = ({ path, kind, name }: Manifest): string => `kubernetes:${path}:${kind}/${name}`;

/** A name of the namespace `kubernetes`, which its resolver understands. */
export const kubernetesName = (name: string, at: number): Term => ({
  t: 'reference',
  namespace: 'kubernetes',
  name,
  at,
});

/** An annotation of an object; undefined when it is not set. */
export const annotationOf = (manifest: Manifest, name: string): string | undefined =>
  textEntries(valueAt(manifest.value, 'metadata', 'annotations')).find((each) => each.name === name)?.text;

/** Whether a cluster gave the object, as `kubectl get` prints it. https://kubernetes.io/docs/concepts/overview/working-with-objects/#object-spec-and-status */
export const isObserved = ({ value }: Manifest): boolean =>
  ['uid', 'resourceVersion'].every((key) => textOf(valueAt(value, 'metadata', key)) !== undefined);

/** Whether another object of the same file made it: the pods of a Deployment say no more than it does. */
export const isMadeByAnother = ({ value, namespace }: Manifest, among: readonly Manifest[]): boolean =>
  itemsOf(valueAt(value, 'metadata', 'ownerReferences')).some((owner) => {
    const kind = textOf(valueAt(owner, 'kind'));
    const name = textOf(valueAt(owner, 'name'));
    return among.some((each) => each.kind === kind && each.name === name && each.namespace === namespace);
  });
