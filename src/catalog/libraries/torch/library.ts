/** PyTorch’s loading and saving of weights: pickles, which run code when they are read without restriction. */
import { defineLibrary, type Pick } from '../../../kit/define-library.ts';

/** Files of weights, given as a path or opened before. */
const weights = /^(?:\.\/)?(.+\.(?:pt|pth|bin|ckpt|pkl|pickle|tar|th|model))$/i;
const file: Pick = { named: ['f'], at: 0, maker: { named: ['file', 'path'], at: 0 }, matching: weights };

export default defineLibrary({
  id: 'torch',
  title: 'PyTorch',
  homepage: 'https://pytorch.org',
  python: {
    packages: ['torch', 'safetensors', 'torchvision', 'lightning', 'pytorch-lightning'],
    modules: ['torch', 'safetensors', 'torchvision', 'lightning', 'pytorch_lightning'],
    meanings: [
      {
        of: 'torch{,.serialization}.load',
        onlyIf: file,
        asset: {
          kind: 'model-artifact',
          identifier: { scheme: 'place', value: file },
          facts: {
            framework: { value: 'torch' },
            source: { value: 'local-file' },
            unsafeLoad: {
              named: ['weights_only'],
              choices: { true: false, false: true },
              // The default became True with 2.6: https://docs.pytorch.org/docs/stable/notes/serialization.html
              fallbackByVersion: {
                package: 'torch',
                ranges: [
                  ['>=2.6', true],
                  ['<2.6', false],
                ],
              },
            },
          },
        },
        links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
        reference: 'https://docs.pytorch.org/docs/stable/generated/torch.load.html',
      },
      {
        of: 'torch.hub{,._hub}.load_state_dict_from_url',
        asset: {
          kind: 'model-artifact',
          name: { named: ['url'], at: 0, matching: /([^/?#]+\.[A-Za-z0-9]+)(?:[?#].*)?$/ },
          facts: {
            framework: { value: 'torch' },
            source: { value: 'url' },
            // A digest that stands in the file’s name is compared only when that is asked for.
            provenanceVerified: { named: ['check_hash'], at: 4, fallback: false },
            unsafeLoad: { named: ['weights_only'], at: 6, choices: { true: false, false: true }, fallback: false },
          },
        },
        links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
        effects: ['takes-untrusted-content'],
        reference: 'https://docs.pytorch.org/docs/stable/hub.html#torch.hub.load_state_dict_from_url',
      },
      {
        of: 'torch.hub.download_url_to_file',
        effects: ['takes-untrusted-content'],
        reference: 'https://docs.pytorch.org/docs/stable/hub.html',
      },
      {
        // Runs the hubconf.py of a repository.
        of: 'torch.hub.load',
        asset: {
          kind: 'model',
          identifier: {
            scheme: 'model-name',
            value: { named: ['repo_or_dir'], at: 0, matching: /^([\w.-]+\/[\w.-]+)/, prefix: 'github:' },
          },
          facts: {
            source: { value: 'hub' },
            hosting: { value: 'local' },
            remoteCode: { value: true },
            revision: { named: ['repo_or_dir'], at: 0, matching: /^[\w.-]+\/[\w.-]+:(.+)$/ },
          },
        },
        links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
        reference: 'https://docs.pytorch.org/docs/stable/hub.html#torch.hub.load',
      },
      {
        of: 'torch{,.serialization}.save',
        links: [
          {
            relation: 'produces',
            from: 'enclosing',
            to: { kind: 'model-artifact', scheme: 'place', value: { named: ['f'], at: 1, matching: weights } },
          },
        ],
        effects: ['changes-state'],
        reference: 'https://docs.pytorch.org/docs/stable/generated/torch.save.html',
      },
      {
        of: 'safetensors.{torch,numpy,flax}.{load_file,safe_open}',
        onlyIf: { named: ['filename'], at: 0, matching: /^(?:\.\/)?(.+\.safetensors)$/ },
        asset: {
          kind: 'model-artifact',
          identifier: {
            scheme: 'place',
            value: { named: ['filename'], at: 0, matching: /^(?:\.\/)?(.+\.safetensors)$/ },
          },
          facts: { format: { value: 'safetensors' }, unsafeLoad: { value: false }, source: { value: 'local-file' } },
        },
        links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
        reference: 'https://huggingface.co/docs/safetensors',
      },
    ],
  },
});
