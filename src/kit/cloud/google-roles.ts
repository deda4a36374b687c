/** What predefined roles of Google Cloud let a member do. https://cloud.google.com/iam/docs/roles-permissions */
import type { FactName } from '../../domain/facts.ts';
import type { FactSaid } from '../../domain/observation.ts';

type GoogleEffect = 'reads' | 'writes' | 'administers';

const roles: Readonly<Record<string, readonly GoogleEffect[]>> = {
  'roles/storage.objectViewer': ['reads'],
  'roles/storage.objectCreator': ['writes'],
  'roles/storage.objectUser': ['reads', 'writes'],
  'roles/storage.objectAdmin': ['reads', 'writes'],
  'roles/storage.admin': ['reads', 'writes', 'administers'],
  'roles/bigquery.dataViewer': ['reads'],
  'roles/bigquery.dataEditor': ['reads', 'writes'],
  'roles/secretmanager.secretAccessor': ['reads'],
};
/** Basic roles reach everything of a project. */
const basic: ReadonlySet<string> = new Set(['roles/owner', 'roles/editor']);

/** What a role does to the data of the resource on which it is given. */
export const effectsOfGoogleRole = (role: string): readonly GoogleEffect[] =>
  Object.hasOwn(roles, role) ? roles[role]! : [];

/** The facts of an identity to which a role is given, on a whole project or on one resource. */
export const factsOfGoogleRole = (
  role: string,
  onProject: boolean,
  line: number,
): Partial<Record<FactName, FactSaid>> => {
  const isWide = onProject && (basic.has(role) || /\.(admin|editor|owner)$/i.test(role));
  return {
    actions: { value: [role], line },
    ...(basic.has(role) ? { wildcardActions: { value: true, line } } : {}),
    ...(isWide ? { wildcardResources: { value: true, line } } : {}),
    ...(role === 'roles/owner' && onProject ? { administrator: { value: true, line } } : {}),
  };
};
