/** What roles of Azure let an identity do, by name and by the number under which every directory knows them. https://learn.microsoft.com/azure/role-based-access-control/built-in-roles */

import type { FactName } from '../../domain/facts.ts';
import type { FactSaid } from '../../domain/observation.ts';

export type AzureEffect = 'reads' | 'writes' | 'administers' | 'invokes';

export interface AzureRole {
  readonly name: string;
  readonly effects: readonly AzureEffect[];
  /** It may change everything in its scope. */
  readonly wide?: true;
  /** It may give rights to others, or to itself. */
  readonly administrator?: true;
}

const roles: Readonly<Record<string, AzureRole>> = {
  '8e3af657-a8ff-443c-a75c-2fe8c4bcb635': { name: 'Owner', effects: ['administers'], wide: true, administrator: true },
  'b24988ac-6180-42a0-ab88-20f7382dd24c': { name: 'Contributor', effects: ['administers'], wide: true },
  '18d7d88d-d35e-4fb5-a5c3-7773c20a72d9': {
    name: 'User Access Administrator',
    effects: ['administers'],
    wide: true,
    administrator: true,
  },
  'acdd72a7-3385-48ef-bd42-f606fba81ae7': { name: 'Reader', effects: [] },
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b': {
    name: 'Storage Blob Data Owner',
    effects: ['reads', 'writes', 'administers'],
  },
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe': { name: 'Storage Blob Data Contributor', effects: ['reads', 'writes'] },
  '2a2b9908-6ea1-4ae2-8e65-a410df84e7d1': { name: 'Storage Blob Data Reader', effects: ['reads'] },
  '17d1049b-9a84-46fb-8f53-869881c3d3ab': { name: 'Storage Account Contributor', effects: ['administers'] },
  '5e0bd9bd-7b93-4f28-af87-19fc36ad61bd': { name: 'Cognitive Services OpenAI User', effects: ['invokes'] },
  'a97b65f3-24c7-4388-baec-2e87135dc908': { name: 'Cognitive Services User', effects: ['invokes'] },
  'a001fd3d-188f-4b5d-821b-7da978bf7442': {
    name: 'Cognitive Services OpenAI Contributor',
    effects: ['invokes', 'administers'],
  },
  '25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68': { name: 'Cognitive Services Contributor', effects: ['administers'] },
  '1407120a-92aa-4202-b7e9-c0e197c71c8f': { name: 'Search Index Data Reader', effects: ['reads'] },
  '8ebe5a00-799e-43f5-93ac-243d3dce84a7': { name: 'Search Index Data Contributor', effects: ['reads', 'writes'] },
  '7ca78c08-252a-4471-8644-bb5ff32d4ba0': { name: 'Search Service Contributor', effects: ['administers'] },
  '4633458b-17de-408a-b874-0445c86b69e6': { name: 'Key Vault Secrets User', effects: ['reads'] },
  'b86a8fe4-44ce-4948-aee5-eccb2c155cd7': { name: 'Key Vault Secrets Officer', effects: ['reads', 'writes'] },
  'f6c7c914-8db3-469d-8ca1-694a8f32e121': { name: 'AzureML Data Scientist', effects: ['invokes', 'administers'] },
};

const byName = new Map(Object.values(roles).map((role) => [role.name.toLowerCase(), role]));

/** The role that a text names: its name, its number, or an identifier that ends with the number. */
export const azureRole = (text: string): AzureRole | undefined => {
  const number = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(text)?.[0].toLowerCase();
  return number === undefined ? byName.get(text.trim().toLowerCase()) : roles[number];
};

/** The facts of an identity to which a role is given, over one resource or over many. */
export const factsOfAzureRole = (
  role: AzureRole,
  isWide: boolean,
  line: number,
): Partial<Record<FactName, FactSaid>> => {
  const all = role.wide && isWide;
  const narrow: FactSaid = { value: false, how: 'inferred', confidence: 0.85, line };
  return {
    actions: { value: [role.name], line },
    wildcardActions: all ? { value: true, line } : narrow,
    wildcardResources: all ? { value: true, line } : narrow,
    ...(all && role.administrator ? { administrator: { value: true, line } } : {}),
  };
};

/** Whether a scope is wider than one resource: a subscription, a group of resources or a group of subscriptions. */
export const isWideScope = (text: string): boolean =>
  /subscriptions\/[^/]+\/?$|resourceGroups\/[^/]+\/?$|managementGroups\//i.test(text);
