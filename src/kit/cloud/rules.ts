/** Rules that rows of several clouds share. */
import type { FactRule, LinkRule } from '../resource-row.ts';

/** The page of the Terraform registry about a type, which says what each argument means. */
export const registryPage = (type: string): string => {
  const [provider = '', ...rest] = type.split('_');
  const name = provider === 'google' && /^service_account/.test(rest.join('_')) ? type : rest.join('_');
  return `https://registry.terraform.io/providers/hashicorp/${provider}/latest/docs/resources/${name}`;
};

/** A link to the identity that something runs as. */
export const runsAs = (at: string, more: Partial<LinkRule> = {}): LinkRule => ({
  relation: 'runs-as',
  at,
  kind: 'identity',
  scheme: 'arn',
  ...more,
});

/** Whoever passes the rules of the group, or the address that it names, reaches what is declared. */
export const exposedBy = (at: string): LinkRule => ({
  relation: 'exposes',
  at,
  kind: 'network-exposure',
  scheme: 'display-name',
  reverse: true,
});

/** A key of the customer’s stands there; without one the vendor’s own is used. */
export const customerKey = (at: string, how: 'default' | 'inferred' = 'default'): FactRule => ({
  at,
  present: true,
  otherwise: { value: false, how },
});

/** The value that holds unless another is written. */
export const unless = (at: string, value: boolean | string, is?: FactRule['is']): FactRule => ({
  at,
  ...(is ? { is } : {}),
  otherwise: { value, how: 'default' },
});
