/** Reads the files beside weights as the Hugging Face hub keeps them: what the model is, what it came from, whether code comes with it. */
import {
  type AssetObservation,
  defineExtractor,
  type Extraction,
  emptyExtraction,
  type FactName,
  type FactSaid,
  type Gap,
  type RelationObservation,
} from '../../../kit/define-extractor.ts';
import { project } from '../../../kit/observe-packages.ts';
import { readFrontMatter } from '../../../read/front-matter.ts';
import { readJson } from '../../../read/json-positions.ts';
import type { PositionedFile } from '../../../read/positioned.ts';
import { baseNameOf, folderOf } from '../../../read/source-path.ts';
import { readAdapter, readConfig, readPipeline, readShards, readTemplate, readTokenizer } from './configurations.ts';
import { readCard } from './model-card.ts';
import type { FolderSaid, Origin } from './said.ts';

const key = 'folder';

const observe = (path: string, said: FolderSaid): Extraction => {
  const folder = folderOf(path);
  const facts: Partial<Record<FactName, FactSaid>> = { path: { value: folder === '' ? '.' : folder }, ...said.facts };
  const asset: AssetObservation = {
    key,
    kind: said.kind,
    name: baseNameOf(folder) || said.name || (said.kind === 'dataset' ? 'data set' : 'model'),
    identifiers: [{ scheme: 'place', value: folder }],
    facts,
    line: said.line,
  };
  const from = { local: key } as const;
  const relate = ({ relation, to, line, how, confidence }: Origin): RelationObservation => ({
    relation,
    from,
    to,
    line,
    ...(how === undefined ? {} : { how }),
    ...(confidence === undefined ? {} : { confidence }),
  });
  return {
    ...emptyExtraction,
    assets: [asset],
    relations: [{ relation: 'contains', from: project, to: from, line: said.line }, ...said.origins.map(relate)],
  };
};

type Read = (file: PositionedFile, path: string) => FolderSaid | undefined;

const readers: readonly (readonly [name: RegExp, read: Read])[] = [
  [/^config\.json$/, readConfig],
  [/^adapter_config\.json$/, readAdapter],
  [/^model_index\.json$/, readPipeline],
  [/^(?:(?:tokenizer|processor|preprocessor)_config|chat_template)\.json$/, readTokenizer],
  [/\.(?:safetensors|bin)\.index\.json$/, readShards],
];

export default defineExtractor({
  id: 'hugging-face-files',
  title: 'Model repositories of the Hugging Face hub',
  claims: {
    names: [
      'config.json',
      'adapter_config.json',
      'model_index.json',
      'tokenizer_config.json',
      'processor_config.json',
      'preprocessor_config.json',
      'chat_template.json',
      'chat_template.jinja',
      'README.md',
    ],
    endings: ['.safetensors.index.json', '.bin.index.json'],
  },
  limit: 20_000_000,
  extract(input): Extraction {
    const { path } = input;
    const name = baseNameOf(path);
    if (name === 'README.md') {
      if (input.bytes[0] !== 0x2d && input.bytes[0] !== 0xef) return emptyExtraction;
      const matter = readFrontMatter(input.text());
      const said = matter && readCard(matter.head);
      return said ? observe(path, said) : emptyExtraction;
    }
    if (name === 'chat_template.jinja') return observe(path, readTemplate(input.text()));
    const read = readers.find(([pattern]) => pattern.test(name))?.[1];
    if (read === undefined) return emptyExtraction;
    const file = readJson(input.text());
    const said = read(file, path);
    // Another program’s broken settings are no news here.
    if (said === undefined) return emptyExtraction;
    const gaps = file.errors.map(({ line, why }): Gap => ({ what: `${path}:${line}`, scope: 'file', why }));
    return { ...observe(path, said), gaps };
  },
});
