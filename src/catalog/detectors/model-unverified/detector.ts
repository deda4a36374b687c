/** Finds weights that are fetched from an address and loaded without comparing them with anything. */
import { defineDetector } from '../../../kit/define-detector.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDetector({
  id: 'model-unverified',
  title: 'Weights fetched and loaded without a check',
  about: 'model-artifact',
  tests: 'model-verified',
  category: 'model-integrity',
  severity: 'low',
  // Only a call that fetches says whether it compares; of a file that lies in the tree, its commit is the record.
  applies: fact('it', 'source').is('url'),
  passes: fact('it', 'provenanceVerified').is(true),
  message: (it) => `${it.name} is fetched from an address and loaded without comparing a digest or a signature.`,
  why: 'Whoever controls that server, or the way to it, decides what is loaded, and nobody would notice a change.',
  remedy: (it) =>
    `Compare the digest of ${it.name} where it is fetched (torch.hub: check_hash=True with the digest in the file’s name), or verify its signature before it is loaded.`,
  steps: [
    'Note the digest of the reviewed file: sha256sum {name}.',
    "Compare it where it is fetched: hashlib.file_digest(file, 'sha256').hexdigest() == '<digest>' before it is loaded; torch.hub.load_state_dict_from_url(…, check_hash=True); curl … && echo '<digest>  <file>' | sha256sum -c.",
    'Or sign models: model_signing sign in the pipeline, model_signing verify before loading.',
  ],
  references: [
    'https://docs.pytorch.org/docs/stable/hub.html#torch.hub.load_state_dict_from_url',
    'https://github.com/sigstore/model-transparency',
    'LLM03:2025',
    'AML.M0013',
    'CWE-494',
  ],
  payload: () => ({ signature: 'absent' }),
});
