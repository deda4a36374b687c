/** Terraform: what a stack declares of buckets, identities, compute, models and ways in, and every name it gives a value to. */
import { attachmentTable, joinTable, kindOfType, resourceTable } from '../../../kit/cloud/tables.ts';
import { defineExtractor, type Extraction, emptyExtraction, type Gap } from '../../../kit/define-extractor.ts';
import { withholdDefinitions } from '../../../kit/withhold-definitions.ts';
import { folderOf } from '../../../read/source-path.ts';
import { attributeAt, readTerraform, type TerraformFile } from '../../../read/terraform.ts';
import { readTerraformJson } from '../../../read/terraform-json.ts';
import { declareNames, declareVariables } from './declare-names.ts';
import { addressOf, StackFile } from './stack-file.ts';
import { stateAccounts, stateInvocationLogging } from './state-accounts.ts';
import { stateAzureRights } from './state-azure-rights.ts';
import { stateExposures } from './state-exposures.ts';
import { stateGoogleRights } from './state-google-rights.ts';
import { stateIdentities } from './state-identities.ts';
import { referenceTo, stateAttachment, stateResource } from './state-resource.ts';
import { stateRunning } from './state-running.ts';

/** Joins and attachments of a file: resources that speak of others. */
const stateRelated = (stack: StackFile): void => {
  for (const block of stack.file.blocks) {
    const [type = ''] = block.type === 'resource' ? block.labels : [];
    if (Object.hasOwn(attachmentTable, type)) stateAttachment(block, attachmentTable[type]!, stack);
    const join = Object.hasOwn(joinTable, type) ? joinTable[type]! : undefined;
    const from = join && attributeAt(block, join.from.at);
    const to = join && attributeAt(block, join.to.at);
    const named = from && stack.targetOf(from.term);
    const isOther = named !== undefined && kindOfType(named.type) !== join?.from.kind;
    if (!join || !from || !to || isOther) continue;
    for (const start of referenceTo(from.term, join.from, stack))
      for (const end of referenceTo(to.term, join.to, stack))
        stack.relations.push({ relation: join.relation, from: start, to: end, line: to.line });
  }
};

const extractStack = (path: string, file: TerraformFile): Extraction => {
  const stack = new StackFile(path, file);
  stack.definitions.push(...declareNames(file, stack.folder));
  const resources = file.blocks.filter(({ type }) => type === 'resource' || type === 'data');
  for (const block of resources) {
    const [type = ''] = block.labels;
    const row = Object.hasOwn(resourceTable, type) ? resourceTable[type]! : undefined;
    if (row) stateResource(block, block.type === 'data' ? { ...row, facts: {} } : row, stack);
  }
  for (const block of resources) {
    const row = Object.hasOwn(resourceTable, block.labels[0] ?? '') ? resourceTable[block.labels[0]!]! : undefined;
    if (row && block.type === 'resource' && stack.blockAt(addressOf(block)) === block) stateRunning(block, row, stack);
  }
  stateRelated(stack);
  stateIdentities(stack);
  stateGoogleRights(stack);
  stateAzureRights(stack);
  stateExposures(stack);
  stateInvocationLogging(stack);
  stateAccounts(stack);
  return stack.extraction();
};

const gapsOf = (path: string, file: TerraformFile): readonly Gap[] =>
  file.gaps.map(({ line, endLine, why }) => ({
    what: `${path} lines ${line} to ${endLine}`,
    scope: 'folder' as const,
    why,
  }));

export default defineExtractor({
  id: 'terraform',
  title: 'Terraform stacks',
  claims: { endings: ['.tf', '.tf.json', '.tfvars', '.tfvars.json', '.tofu'] },
  grammars: ['terraform'],
  limit: 2_000_000,
  async extract(input) {
    const { path } = input;
    const file = path.endsWith('.json')
      ? await readTerraformJson(input.text(), (text) => input.parse('terraform', text))
      : readTerraform(await input.parse('terraform'));
    const gaps = gapsOf(path, file);
    if (/\.tfvars(\.json)?$/.test(path))
      return withholdDefinitions(
        { ...emptyExtraction, definitions: declareVariables(file, folderOf(path)), gaps },
        input,
      );
    const extraction = withholdDefinitions(extractStack(path, file), input);
    return { ...extraction, gaps: [...gaps, ...extraction.gaps] };
  },
});
