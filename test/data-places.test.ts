/** Data that code names is the file that lies there, and lies in the bucket of its address. */
import { expect, it } from 'vitest';
import { plantTree } from './planted-tree.ts';
import { scanTree } from './scan-tree.ts';

const tour = (number: number): string => JSON.stringify({ text: `tour ${number} left at dawn`, label: number % 2 });

it('joins a path in a list to the file, and an address to its bucket', async () => {
  const root = plantTree({
    'ml/requirements.txt': 'datasets==3.1.0\ntransformers==4.56.0\n',
    'ml/data/tours.jsonl': `${Array.from({ length: 20 }, (_, index) => tour(index)).join('\n')}\n`,
    'ml/train.py': [
      'from datasets import load_dataset',
      'from transformers import AutoModelForSequenceClassification, Trainer',
      '',
      'tours = load_dataset("json", data_files=["s3://haulier-tours/2026/tours.jsonl", "data/tours.jsonl"])',
      'model = AutoModelForSequenceClassification.from_pretrained("harbourlight/transit-bert")',
      'Trainer(model=model, train_dataset=tours).train()',
      '',
    ].join('\n'),
    'infra/main.tf': 'resource "aws_s3_bucket" "tours" {\n  bucket = "haulier-tours"\n}\n',
  });
  const report = await scanTree(root);
  const asset = (id: string) => report.assets.find((one) => one.id === id)!;
  const datasets = report.assets.filter(({ kind }) => kind === 'dataset');
  expect(datasets.map(({ identifiers }) => identifiers?.[0]?.value.replace(/^.*\|/, '')).sort()).toEqual([
    'ml/data/tours.jsonl',
    's3://haulier-tours/2026/tours.jsonl',
  ]);
  const learned = report.relations.filter(({ kind }) => kind === 'trained-on').map(({ to }) => asset(to).name);
  expect(new Set(learned)).toEqual(new Set(datasets.map(({ name }) => name)));
  const bucket = report.assets.filter(({ kind }) => kind === 'bucket');
  expect(bucket).toHaveLength(1);
  expect(bucket[0]!.seen.map(({ path }) => path)).toEqual(expect.arrayContaining(['infra/main.tf', 'ml/train.py']));
  const held = report.relations.filter(({ kind, from }) => kind === 'contains' && from === bucket[0]!.id);
  expect(held.map(({ to }) => asset(to).name)).toEqual(['s3://haulier-tours/2026/tours.jsonl']);
});
