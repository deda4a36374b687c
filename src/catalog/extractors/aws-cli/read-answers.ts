/** Finds the resources in what `aws` printed, and in the items of AWS Config. */
import { literal, type SaidIdentifier, type Term } from '../../../kit/define-extractor.ts';
import { exportedTerm, withEntries } from '../../../kit/exported-term.ts';
import { cloudName, type ExportedResource, mostResources } from '../../../kit/state-export.ts';
import { literalText, partOf } from '../../../kit/template-paths.ts';
import { readJson } from '../../../read/json-positions.ts';
import { entryOf, itemsOf, type Positioned, textOf, valueAt } from '../../../read/positioned.ts';
import { type Answer, answerOfType, answers } from './answers.ts';
import { accountOfArn, isArn, words } from './dialect.ts';

const identifiersOf = (type: string, arn: string | undefined, names: readonly string[]): readonly SaidIdentifier[] => {
  if (type === 'AWS::S3::Bucket')
    return names.slice(0, 1).map((name) => ({ scheme: 'bucket-name', value: `s3://${name}` }));
  const word = words[type];
  // Where no ARN tells things of one name in two accounts apart, only their ids do.
  const kept = isArn(arn) || names.length === 1 ? names : names.slice(1);
  return [
    ...(isArn(arn) ? [{ scheme: 'arn' as const, value: arn.replace(/:\*$/, '') }] : []),
    ...(word === undefined ? [] : kept.map((name) => cloudName('aws', word, name))),
  ];
};

const resourceOf = (
  answer: Answer,
  item: Positioned,
  root: Positioned,
  number: number,
  account: string | undefined,
): ExportedResource => {
  const properties = exportedTerm(item);
  const names = answer.names.flatMap((key) => literalText(partOf(properties, key)) ?? []);
  const arn = answer.arn === undefined ? undefined : literalText(partOf(properties, answer.arn));
  const own = account ?? (isArn(arn) ? accountOfArn(arn) : undefined);
  return {
    address: `${answer.type}/${number}`,
    type: answer.type,
    ...(names[0] === undefined ? {} : { name: names[0] }),
    properties: answer.adapt?.(properties, root) ?? properties,
    line: item.line,
    identifiers: identifiersOf(answer.type, arn, names),
    ...(answer.facts ? { facts: answer.facts(properties, root) } : {}),
    ...(answer.leavesOut ? { leavesOut: answer.leavesOut } : {}),
    ...(own === undefined ? {} : { account: own }),
  };
};

/** Whether an item is what the answer lists: it has every key, and what should be an ARN or an id is one. */
const isOf = (answer: Answer, item: Positioned): boolean => {
  if (item.is !== 'map' || !answer.needs.every((key) => entryOf(item, key) !== undefined)) return false;
  if (answer.arn !== undefined && answer.needs.includes(answer.arn)) return isArn(textOf(valueAt(item, answer.arn)));
  const [key = ''] = answer.needs;
  const text = textOf(valueAt(item, key));
  if (/Id$/.test(key)) return text !== undefined && /^(?:[A-Z0-9]{10}|i-[0-9a-f]{8,17})$/.test(text);
  return text !== undefined && (answer.at !== 'Buckets' || /^\d{4}-/.test(textOf(valueAt(item, 'CreationDate')) ?? ''));
};

const listed = (value: Positioned | undefined): readonly Positioned[] =>
  value?.is === 'list' ? value.items : value === undefined ? [] : [value];

const standing = (root: Positioned, at: string): readonly Positioned[] =>
  at === ''
    ? listed(root)
    : at
        .split('.')
        .reduce((found, key) => found.flatMap((each) => listed(valueAt(each, key))), [root] as readonly Positioned[]);

/** What was read of a list, and whether it went on. */
interface Listed<Item> {
  readonly found: readonly Item[];
  readonly isCut: boolean;
}

/** The resources of an answer; `account` is the one in whose name it was saved. */
export const readAnswers = (root: Positioned, account: string | undefined): Listed<ExportedResource> => {
  for (const answer of answers) {
    // Of a list that `--query` cut out of its answer the items alone remain.
    const items = root.is === 'list' && answer.arn !== undefined ? root.items : standing(root, answer.at);
    const [first] = items;
    if (first === undefined || !isOf(answer, first)) continue;
    const found = items
      .slice(0, mostResources)
      .filter((item) => isOf(answer, item))
      .map((item, number) => resourceOf(answer, item, root, number, account));
    return { found, isCut: items.length > mostResources };
  }
  return { found: [], isCut: false };
};

/** A value that AWS Config writes as an object or as the text of one. */
const unfolded = (value: Positioned | undefined): Positioned | undefined => {
  const text = textOf(value);
  if (text === undefined) return value;
  const read = readJson(text).value;
  return read?.is === 'map' || read?.is === 'list' ? read : undefined;
};

/** One item of AWS Config, and what it says of a bucket beside it. */
export interface ConfigItem {
  readonly resource: ExportedResource;
  readonly block?: Positioned;
  readonly policy?: Positioned;
}

/** The items of a configuration snapshot, a history or `get-resource-config-history`. https://docs.aws.amazon.com/config/latest/APIReference/API_ConfigurationItem.html */
export const readConfigItems = (root: Positioned): Listed<ConfigItem> => {
  const fromQuery = itemsOf(valueAt(root, 'Results')).flatMap((each) => unfolded(each) ?? []);
  const items = [
    ...itemsOf(valueAt(root, 'configurationItems')),
    ...itemsOf(valueAt(root, 'baseConfigurationItems')),
    ...fromQuery,
  ];
  const found = items.slice(0, mostResources).flatMap((item, number): readonly ConfigItem[] => {
    const type = textOf(valueAt(item, 'resourceType'));
    const arn = textOf(valueAt(item, 'arn'));
    const id = textOf(valueAt(item, 'resourceId'));
    if (
      type === undefined ||
      id === undefined ||
      /^ResourceDeleted/.test(textOf(valueAt(item, 'configurationItemStatus')) ?? '')
    )
      return [];
    const configuration = unfolded(valueAt(item, 'configuration'));
    const properties: Term = configuration === undefined ? { t: 'map', entries: [] } : exportedTerm(configuration);
    const answer = answerOfType(type);
    const name = textOf(valueAt(item, 'resourceName')) ?? id;
    const account = textOf(valueAt(item, 'awsAccountId')) ?? textOf(valueAt(item, 'accountId'));
    const block = unfolded(valueAt(item, 'supplementaryConfiguration', 'PublicAccessBlockConfiguration'));
    const policy = unfolded(
      valueAt(unfolded(valueAt(item, 'supplementaryConfiguration', 'BucketPolicy')), 'policyText'),
    );
    const named: Term =
      type === 'AWS::S3::Bucket' ? withEntries(properties, { BucketName: literal(name) }) : properties;
    return [
      {
        resource: {
          address: `${type}/${number}`,
          type,
          name,
          properties: answer?.adapt?.(named, item) ?? named,
          line: item.line,
          identifiers: identifiersOf(type, arn, [name, ...(id === name ? [] : [id])]),
          ...(type === 'AWS::S3::Bucket' ? { leavesOut: ['customerKey', 'versioned'] as const } : {}),
          ...(account === undefined ? {} : { account }),
        },
        ...(block ? { block } : {}),
        ...(policy ? { policy } : {}),
      },
    ];
  });
  return { found, isCut: items.length > mostResources };
};
