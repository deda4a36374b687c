/** What resources of vendors of vector stores and databases say of themselves in Terraform. */
import type { FactRule, FactRules, Meaning, ResourceRow } from '../resource-row.ts';

const page = (provider: string, name: string): string =>
  `https://registry.terraform.io/providers/${provider}/latest/docs/resources/${name}`;
/** A service of the vendor’s, which asks for a key and answers over TLS. */
const hosted = (service: string): FactRules => {
  const named: FactRule = { value: service };
  return {
    provider: named,
    service: named,
    selfHosted: { value: false },
    authentication: { value: 'key' },
    encryptedTransport: { value: true },
    encryptedAtRest: { value: true },
  };
};

export const otherVendors: readonly Meaning<ResourceRow>[] = [
  {
    types: ['pinecone_index'],
    reference: page('pinecone-io/pinecone', 'index'),
    kind: 'vector-store',
    facts: hosted('pinecone'),
  },
  {
    types: ['qdrant-cloud_accounts_cluster'],
    reference: page('qdrant/qdrant-cloud', 'accounts_cluster'),
    kind: 'vector-store',
    facts: hosted('qdrant'),
  },
  {
    types: ['mongodbatlas_cluster', 'mongodbatlas_advanced_cluster'],
    reference: page('mongodb/mongodbatlas', 'advanced_cluster'),
    kind: 'data-store',
    facts: { ...hosted('mongodb-atlas'), authentication: { value: 'password' } },
  },
  {
    types: ['mongodbatlas_project_ip_access_list'],
    reference: page('mongodb/mongodbatlas', 'project_ip_access_list'),
    kind: 'network-exposure',
    name: 'comment',
    facts: { public: { at: 'cidr_block', is: { '0.0.0.0/0': true, '*': false } } },
  },
];
