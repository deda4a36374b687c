// The head of a README.md as the hub reads it. https://huggingface.co/docs/hub/model-cards documents it.
import type { FactName, FactSaid } from '../../../kit/define-extractor.ts';
import { entryOf, type Positioned, type PositionedFile, textOf, textsOf, valueAt } from '../../../read/positioned.ts';
import { type FolderSaid, hubFolder, modelNamed, type Origin } from './said.ts';

const listAt = (root: Positioned | undefined, key: string): readonly string[] => {
  const value = valueAt(root, key);
  const text = textOf(value);
  return text === undefined ? textsOf(value) : [text];
};

/** Keys of which only cards of models have any; pages of other sites have heads of their own. */
const ofModels = ['base_model', 'library_name', 'pipeline_tag', 'model-index', 'model_name', 'base_model_relation'];
const ofData = ['dataset_info', 'task_categories', 'annotations_creators', 'size_categories', 'source_datasets'];

/** Data sets that the card names; older ones have no organisation. */
const trainedOn = (root: Positioned | undefined): readonly Origin[] =>
  listAt(root, 'datasets').flatMap((name) =>
    /^[A-Za-z0-9][\w.-]*(?:\/[\w.-]+)?$/.test(name) && !/^(?:none|unknown|custom|private|n\/a|tbd|other)$/i.test(name)
      ? [
          {
            relation: 'trained-on' as const,
            to: {
              kind: 'dataset' as const,
              identifier: { scheme: 'dataset-name' as const, value: `huggingface:${name}` },
              name,
            },
            line: entryOf(root, 'datasets')!.line,
          },
        ]
      : [],
  );

/** Reads the head of a card; undefined for the head of any other page. */
export const readCard = ({ value: root }: PositionedFile): FolderSaid | undefined => {
  const has = (key: string): boolean => entryOf(root, key) !== undefined;
  const kind = ofModels.some(has) ? 'model-artifact' : ofData.some(has) ? 'dataset' : undefined;
  // The card of an application on the hub names models without being one.
  if (kind === undefined || (has('sdk') && has('emoji'))) return undefined;
  const said = (
    name: FactName,
    key: string,
    value = textOf(valueAt(root, key))?.trim(),
  ): Partial<Record<FactName, FactSaid>> => (value ? { [name]: { value, line: entryOf(root, key)!.line } } : {});
  const license = listAt(root, 'license')[0];
  const facts = {
    source: { value: 'local-file' },
    ...(license === undefined
      ? {}
      : said('license', 'license', license === 'other' ? (textOf(valueAt(root, 'license_name')) ?? license) : license)),
  };
  const line = root?.line ?? 1;
  const isLicensed = license !== undefined && !/^(?:unknown|none|tbd|n\/a|\[.*\])$/i.test(license);
  const documented = { value: isLicensed, line: entryOf(root, 'license')?.line ?? line };
  if (kind === 'dataset')
    return {
      kind,
      facts: { ...facts, documented, format: { value: hubFolder }, inspected: { value: true } },
      origins: [],
      line,
    };
  const bases = listAt(root, 'base_model').flatMap((name): readonly Origin[] => {
    const to = modelNamed(name, '');
    return to === undefined || to === null
      ? []
      : [{ relation: 'fine-tuned-from', to, line: entryOf(root, 'base_model')!.line }];
  });
  return {
    kind,
    facts: { ...facts, documented, ...said('framework', 'library_name') },
    origins: [...bases, ...trainedOn(root)],
    line,
  };
};
