/** Fine-tuning at OpenAI: the file that is handed over, the job, and the model that comes of it. */
import type { Link, Meaning, Pick } from '../../../kit/define-library.ts';

const reference = 'https://platform.openai.com/docs/guides/supervised-fine-tuning';
/** The id of a file that was handed over, or the file as the call gave it back. */
const trainedOn: Link = {
  relation: 'trained-on',
  from: 'self',
  to: {
    pick: { named: ['training_file'] },
    texts: { kind: 'dataset', scheme: 'display-name' },
  },
};
const base: Pick = { named: ['model'], prefix: 'openai:' };

/** `on` gives the paths of methods on every client. */
export const training = (on: (methods: readonly string[]) => readonly string[]): readonly Meaning[] => {
  const jobs = on(['fine_tuning.jobs.create', 'fineTuning.jobs.create']);
  return [
    {
      of: on(['files.create']),
      onlyIf: { named: ['purpose'], matching: /^fine-tune$/ },
      asset: {
        kind: 'dataset',
        identifier: { scheme: 'place', value: { named: ['file'], maker: { named: ['file', 'path'], at: 0 } } },
        facts: { source: { value: 'local-file' } },
      },
      links: [{ relation: 'reads', from: 'enclosing', to: 'self' }],
      effects: ['sends-out'],
      reference,
    },
    {
      of: jobs,
      asset: { kind: 'training-job', name: { named: ['suffix'] }, facts: { framework: { value: 'openai' } } },
      links: [trainedOn, { relation: 'produces', from: 'self', to: { made: 'fine-tune' } }],
      reference,
    },
    {
      of: jobs,
      asset: { kind: 'fine-tune', name: { named: ['suffix'] }, facts: { provider: { value: 'openai' } } },
      links: [
        trainedOn,
        { relation: 'fine-tuned-from', from: 'self', to: { kind: 'model', scheme: 'model-name', value: base } },
        {
          relation: 'provided-by',
          from: 'self',
          to: { kind: 'provider-account', scheme: 'provider', value: { value: 'openai' } },
        },
      ],
      reference,
    },
  ];
};
