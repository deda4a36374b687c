/** The account that a template is deployed into, and what of its resources belongs to it. */
import { mayJoin } from '../domain/relations.ts';
import type { TemplateStack } from './template-stack.ts';

/** One account for each template: its resources stand in one. */
export const stateAccount = (stack: TemplateStack, cloud: string): void => {
  const addresses = new Set(stack.resources.map(({ address }) => stack.keyOf(address)));
  const members = stack.assets.filter(
    ({ key, kind }) => addresses.has(key) && mayJoin('belongs-to', kind, 'cloud-account'),
  );
  const [first] = members;
  if (first === undefined) return;
  const sure = { how: 'inferred', confidence: 0.9 } as const;
  const key = `${stack.keyOf('')}#account`;
  stack.assets.push({
    key,
    kind: 'cloud-account',
    name: `${cloud} account of ${stack.path}`,
    identifiers: [{ scheme: 'template-resource', value: stack.identify('account') }],
    facts: { provider: { value: cloud } },
    line: first.line,
    ...sure,
  });
  for (const member of members)
    stack.relations.push({
      relation: 'belongs-to',
      from: { local: member.key },
      to: { local: key },
      line: member.line,
      ...sure,
    });
};
