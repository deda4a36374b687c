/** Facts of an identity that stand in another block than the identity itself. */
import type { FactName, FactSaid } from '../../../kit/define-extractor.ts';
import type { StackFile } from './stack-file.ts';

/** States facts of the identity at an address, if there are any. */
export const addIdentity = (
  address: string,
  key: string,
  facts: Partial<Record<FactName, FactSaid>>,
  line: number,
  stack: StackFile,
): void => {
  if (Object.keys(facts).length === 0) return;
  stack.assets.push({
    key,
    kind: 'identity',
    name: stack.nameAt(address, 'name'),
    identifiers: [{ scheme: 'terraform-address', value: stack.identify(address) }],
    facts,
    line,
  });
};
