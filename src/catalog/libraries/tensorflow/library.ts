/** TensorFlow and Keras: models in files and folders, whose layers may run code, and models of TensorFlow Hub and Kaggle. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const keras =
  '{tensorflow.keras,keras,tf_keras,tensorflow.python.keras}{,.models,.saving,.saving.saving_lib,.saving.saving_api}';
const docs = 'https://keras.io/api/models/model_saving_apis/model_saving_and_loading/';
const given: Pick = { named: ['filepath'], at: 0 };
const path: Pick = { ...given, matching: /^(?:\.\/)?((?!https?:|hf:|gs:|s3:).+?)\/?$/ };
const loads: Meaning['links'] = [{ relation: 'loads', from: 'enclosing', to: 'self' }];
const artifact = (
  place: Pick,
  framework: string,
  facts: Readonly<Record<string, Pick>>,
): NonNullable<Meaning['asset']> => ({
  kind: 'model-artifact',
  identifier: { scheme: 'place', value: place },
  facts: { framework: { value: framework }, source: { value: 'local-file' }, ...facts },
});
/** Safe mode refuses lambdas and other code in the file. */
const unsafeLoad: Pick = { named: ['safe_mode'], choices: { true: false, false: true } };
/** Addresses of TensorFlow Hub, which Kaggle has taken over: `google/universal-sentence-encoder/4`. */
const hub: Pick = {
  named: ['handle'],
  at: 0,
  matching: /^https:\/\/(?:tfhub\.dev|(?:www\.)?kaggle\.com\/models)\/(.+?)\/?$/,
};
const hubDocs = 'https://www.tensorflow.org/hub/api_docs/python/hub/load';

export default defineLibrary({
  id: 'tensorflow',
  title: 'TensorFlow and Keras',
  homepage: 'https://www.tensorflow.org',
  python: {
    packages: ['tensorflow', 'keras', 'tf-keras', 'tensorflow-hub', 'tflite-runtime', 'ai-edge-litert'],
    modules: ['tensorflow', 'keras', 'tf_keras', 'tensorflow_hub', 'tflite_runtime', 'ai_edge_litert'],
    meanings: [
      {
        of: `${keras}.load_model`,
        onlyIf: path,
        asset: artifact(path, 'keras', { unsafeLoad }),
        links: loads,
        reference: docs,
      },
      {
        // Files of Keras’s own format are loaded in safe mode unless somebody says otherwise.
        of: `${keras}.load_model`,
        onlyIf: { ...given, matching: /\.keras$/ },
        asset: artifact(path, 'keras', { unsafeLoad: { ...unsafeLoad, fallback: true } }),
        reference: docs,
      },
      {
        of: ['tensorflow.saved_model.load', 'tensorflow.compat.v1.saved_model.load'],
        onlyIf: { ...path, named: ['export_dir'] },
        asset: artifact({ ...path, named: ['export_dir'] }, 'tensorflow', { format: { value: 'saved-model' } }),
        links: loads,
        reference: 'https://www.tensorflow.org/api_docs/python/tf/saved_model/load',
      },
      {
        of: 'tensorflow_hub{,.keras_layer,.module_v2}.{load,KerasLayer,resolve}',
        onlyIf: hub,
        asset: {
          kind: 'model',
          identifier: { scheme: 'model-name', value: { ...hub, prefix: 'tfhub:' } },
          facts: {
            source: { value: 'hub' },
            hosting: { value: 'local' },
            revision: { ...hub, matching: /\/(\d+)\/?$/ },
          },
        },
        links: loads,
        reference: hubDocs,
      },
      {
        of: [
          'tensorflow.lite.Interpreter',
          'tflite_runtime.interpreter.Interpreter',
          'ai_edge_litert.interpreter.Interpreter',
        ],
        onlyIf: { named: ['model_path'], at: 0, matching: /\.tflite$/ },
        asset: artifact({ named: ['model_path'], at: 0 }, 'tflite', {
          format: { value: 'tflite' },
          unsafeLoad: { value: false },
        }),
        links: loads,
        reference: 'https://ai.google.dev/edge/litert/inference',
      },
      {
        of: [
          '{tensorflow.keras,keras}{,.models}.{Sequential,Model,Functional}().{save,save_weights,export}',
          'tensorflow.saved_model.save',
        ],
        effects: ['changes-state'],
        reference: docs,
      },
    ],
  },
  javascript: {
    packages: ['@tensorflow/tfjs', '@tensorflow/tfjs-node'],
    modules: ['@tensorflow/tfjs', '@tensorflow/tfjs-node'],
    meanings: [
      {
        of: [
          '@tensorflow/tfjs.{loadLayersModel,loadGraphModel}',
          '@tensorflow/tfjs-node.{loadLayersModel,loadGraphModel}',
        ],
        onlyIf: { at: 0, matching: /^file:\/\/(?:\.\/)?(.+)$/ },
        asset: artifact({ at: 0, matching: /^file:\/\/(?:\.\/)?(.+)$/ }, 'tensorflow', {
          unsafeLoad: { value: false },
        }),
        links: loads,
        reference: 'https://js.tensorflow.org/api/latest/#loadLayersModel',
      },
      {
        of: [
          '@tensorflow/tfjs.{loadLayersModel,loadGraphModel}',
          '@tensorflow/tfjs-node.{loadLayersModel,loadGraphModel}',
        ],
        onlyIf: { at: 0, matching: /^https?:\/\/.+$/ },
        asset: {
          kind: 'model-artifact',
          identifier: { scheme: 'display-name', value: { at: 0, matching: /^https?:\/\/(.+)$/ } },
          facts: { framework: { value: 'tensorflow' }, source: { value: 'url' }, unsafeLoad: { value: false } },
        },
        links: loads,
        reference: 'https://js.tensorflow.org/api/latest/#loadGraphModel',
      },
    ],
  },
});
