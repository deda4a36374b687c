/** A format that holds tensors and settings only loads safely, whatever loads it. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { fact } from '../../../kit/tests.ts';

export default defineDerivation({
  id: 'inert-format-loads-safely',
  title: 'Inert formats load safely',
  when: {
    variables: { artifact: 'model-artifact' },
    edges: [],
    where: fact('artifact', 'format').in(
      'safetensors',
      'gguf',
      'ggml',
      'onnx',
      'tflite',
      'openvino',
      'lightgbm',
      'xgboost',
      'catboost',
    ),
  },
  conclude: ({ bound }, snapshot) =>
    bound.artifact === undefined || snapshot.fact(bound.artifact, 'unsafeLoad')
      ? []
      : [{ fact: 'unsafeLoad', of: 'artifact', value: false, note: 'the format holds no code' }],
});
