/** The Hugging Face hub: files, whole repositories and data sets fetched from it, and models that it serves. */
import { credentialRead } from '../../../kit/client-meanings.ts';
import { defineLibrary, type Pick } from '../../../kit/define-library.ts';

const repository: Pick = { named: ['repo_id'], at: 0 };
export default defineLibrary({
  id: 'huggingface-hub',
  title: 'Hugging Face Hub',
  homepage: 'https://huggingface.co/docs/huggingface_hub',
  python: {
    packages: ['huggingface-hub', 'datasets'],
    modules: ['huggingface_hub', 'datasets'],
    meanings: [
      {
        of: [
          'huggingface_hub{,.file_download}.hf_hub_download',
          'huggingface_hub.{snapshot_download,HfApi().hf_hub_download,HfApi().snapshot_download}',
        ],
        unless: { named: ['repo_type'], matching: /^(dataset|space)$/ },
        asset: {
          kind: 'model',
          identifier: { scheme: 'model-name', value: { ...repository, prefix: 'huggingface:' } },
          facts: {
            provider: { value: 'huggingface' },
            modelName: repository,
            source: { value: 'hub' },
            hosting: { value: 'local' },
            revision: { named: ['revision'], fallback: 'main' },
          },
        },
        links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
        reference: 'https://huggingface.co/docs/huggingface_hub/guides/download',
      },
      {
        of: 'datasets{,.load}.load_dataset',
        onlyIf: { named: ['path'], at: 0, matching: /^([\w.-]+(?:\/[\w.-]+)?)$/ },
        unless: {
          named: ['path'],
          at: 0,
          matching: /^(json|csv|text|parquet|pandas|arrow|imagefolder|audiofolder|webdataset|xml)$/,
        },
        asset: {
          kind: 'dataset',
          identifier: { scheme: 'dataset-name', value: { named: ['path'], at: 0, prefix: 'huggingface:' } },
          facts: {
            source: { value: 'hub' },
            revision: { named: ['revision'], fallback: 'main' },
            remoteCode: { named: ['trust_remote_code'], fallback: false },
          },
        },
        links: [{ relation: 'reads', from: 'enclosing', to: 'self' }],
        reference: 'https://huggingface.co/docs/datasets/loading',
      },
      {
        of: 'datasets{,.load}.load_dataset',
        onlyIf: { named: ['data_files'] },
        asset: {
          kind: 'dataset',
          identifier: { scheme: 'place', value: { named: ['data_files'], path: ['*'], matching: /^(?!https?:).+$/s } },
          facts: { source: { value: 'local-file' } },
        },
        links: [{ relation: 'reads', from: 'enclosing', to: 'self' }],
        reference: 'https://huggingface.co/docs/datasets/loading#local-and-remote-files',
      },
      {
        of: [
          'datasets{,.load}.load_from_disk',
          'datasets{,.arrow_dataset}.Dataset.{from_csv,from_json,from_parquet,load_from_disk}',
        ],
        asset: {
          kind: 'dataset',
          identifier: { scheme: 'place', value: { named: ['dataset_path', 'path_or_paths'], at: 0 } },
          facts: { source: { value: 'local-file' } },
        },
        links: [{ relation: 'reads', from: 'enclosing', to: 'self' }],
        reference: 'https://huggingface.co/docs/datasets/loading#local-and-remote-files',
      },
      {
        of: 'datasets{,.combine}.{concatenate_datasets,interleave_datasets}',
        returns: { named: ['dsets', 'datasets'], at: 0 },
        reference: 'https://huggingface.co/docs/datasets/process#concatenate',
      },
      credentialRead(
        'huggingface_hub.{InferenceClient,AsyncInferenceClient}',
        'huggingface',
        'huggingface-token',
        { named: ['token', 'api_key'], environment: 'HF_TOKEN' },
        'https://huggingface.co/docs/huggingface_hub/package_reference/environment_variables#hftoken',
      ),
      {
        of: 'huggingface_hub.{InferenceClient,AsyncInferenceClient}',
        asset: {
          kind: 'model',
          identifier: {
            scheme: 'model-name',
            value: { named: ['model'], at: 0, matching: /^([\w.-]+\/[\w.-]+)$/, prefix: 'huggingface:' },
          },
          facts: {
            provider: { value: 'huggingface' },
            hosting: { value: 'remote-api' },
            source: { value: 'provider-api' },
          },
        },
        links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
        reference: 'https://huggingface.co/docs/huggingface_hub/guides/inference',
      },
      {
        of: 'huggingface_hub.{InferenceClient,AsyncInferenceClient}().{chat_completion,text_generation,chat.completions.create}',
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['messages', 'prompt'], at: 0 } },
      },
      {
        of: 'huggingface_hub.{upload_file,upload_folder,create_repo,HfApi().upload_file,HfApi().upload_folder,HfApi().create_repo}',
        effects: ['sends-out', 'changes-state'],
        reference: 'https://huggingface.co/docs/huggingface_hub/guides/upload',
      },
    ],
  },
  javascript: {
    packages: ['@huggingface/inference', '@huggingface/hub'],
    modules: ['@huggingface/inference', '@huggingface/hub'],
    meanings: [
      {
        of: '@huggingface/inference.{HfInference,InferenceClient}().{chatCompletion,chatCompletionStream,textGeneration,textGenerationStream,featureExtraction}',
        asset: {
          kind: 'model',
          identifier: { scheme: 'model-name', value: { named: ['model'], prefix: 'huggingface:' } },
          facts: {
            provider: { value: 'huggingface' },
            hosting: { value: 'remote-api' },
            source: { value: 'provider-api' },
          },
        },
        links: [{ relation: 'invokes', from: 'enclosing', to: 'self' }],
        yields: 'model-output',
        sink: { kind: 'prompt', value: { named: ['messages', 'inputs'] } },
        reference: 'https://huggingface.co/docs/huggingface.js/inference/README',
      },
    ],
  },
});
