/** Finds what objects of Kubernetes mean by each other: keys of ConfigMaps, objects by name, and the pods that a Service leads to. */
import {
  type Candidate,
  defineResolver,
  type PlacedDefinition,
  type Resolution,
  type ResolverWorld,
  unknownTerm,
} from '../../../kit/define-resolver.ts';
import { folderOf, isWithin } from '../../../read/source-path.ts';

/** Those that are applied together with a file: of its folder, else of the folders below and beside it. */
const nearest = (
  definitions: readonly PlacedDefinition[],
  fromPath: string,
): { readonly found: readonly PlacedDefinition[]; readonly isBeside: boolean } => {
  const folder = folderOf(fromPath);
  const own = definitions.filter(({ path }) => folderOf(path) === folder);
  if (own.length > 0) return { found: own, isBeside: true };
  const below = definitions.filter(({ path }) => isWithin(folder, path));
  if (below.length > 0) return { found: below, isBeside: false };
  // The folders of one application stand beside each other; at the top of a source everything does.
  const above = folderOf(folder);
  return { found: above === '' ? [] : definitions.filter(({ path }) => isWithin(above, path)), isBeside: false };
};

const graded = (isBeside: boolean): Pick<Candidate, 'how' | 'confidence'> =>
  isBeside ? {} : { how: 'inferred', confidence: 0.7 };

const object = (value: string, path: string, line: number, isBeside: boolean): Candidate => ({
  term: unknownTerm(`${value} is known only in the cluster`, line),
  path,
  line,
  note: value.slice(value.indexOf(':') + 1),
  ...graded(isBeside),
  handle: { scheme: 'kubernetes-object', value, attribute: 'name' },
});

/** The pods whose labels hold every pair of a selector. https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/ */
const selected = (namespace: string, selector: string, fromPath: string, world: ResolverWorld): Resolution => {
  const wanted = selector.split(',').filter((pair) => pair !== '');
  if (wanted.length === 0) return { unknown: 'the Service selects no pods' };
  const fitting = world.definitions('kubernetes-labels', namespace).filter(({ value }) => {
    if (value.t !== 'list') return false;
    const labels = new Set(value.items.map((item) => (item.t === 'literal' ? String(item.value) : '')));
    return wanted.every((pair) => labels.has(pair));
  });
  const { found, isBeside } = nearest(fitting, fromPath);
  if (found.length === 0) return { unknown: `no manifest near ${fromPath} has pods with the labels ${selector}` };
  return { candidates: found.map(({ holder = '', path, line }) => object(holder, path, line, isBeside)) };
};

const behind = (namespace: string, service: string, fromPath: string, world: ResolverWorld): Resolution => {
  const services = world.definitions('kubernetes-selector', `${namespace} ${service}`);
  const [first] = nearest(services, fromPath).found;
  if (first === undefined) return { unknown: `no manifest near ${fromPath} declares the Service ${service}` };
  return selected(namespace, first.value.t === 'literal' ? String(first.value.value) : '', first.path, world);
};

export default defineResolver({
  id: 'kubernetes',
  title: 'Names of Kubernetes objects',
  names: {
    namespace: 'kubernetes',
    resolve(name, fromPath, world) {
      const [kind = '', namespace = '', named = '', key] = name.split(' ');
      if (kind === 'select') return selected(namespace, named, fromPath, world);
      if (kind === 'behind') return behind(namespace, named, fromPath, world);
      const { found, isBeside } = nearest(world.definitions('kubernetes', name), fromPath);
      const identity = (path: string): string =>
        `${folderOf(path)}:${namespace}/${kind}/${named}${key === undefined ? '' : `/${key}`}`;
      if (kind === 'ConfigMap') {
        if (found.length === 0) return { unknown: `no manifest near ${fromPath} has a ConfigMap ${named} with ${key}` };
        return {
          candidates: found.map(({ value, path, line }) => ({
            term: value,
            path,
            line,
            note: `${key} of ConfigMap ${named}`,
            ...graded(isBeside),
          })),
        };
      }
      // An object that no manifest declares is still one thing for all that name it from here.
      if (found.length === 0) return { candidates: [object(identity(fromPath), fromPath, 0, true)] };
      return { candidates: found.map(({ path, line }) => object(identity(path), path, line, isBeside)) };
    },
  },
});
