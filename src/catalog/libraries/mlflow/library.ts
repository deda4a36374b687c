/** MLflow: models that are taken from its registry, and those that are put there. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

const flavours =
  'pyfunc,sklearn,pytorch,tensorflow,keras,xgboost,lightgbm,catboost,onnx,transformers,sentence_transformers,langchain,llama_index,dspy,openai,spark,statsmodels,prophet';
const uri: Pick = { named: ['model_uri'], at: 0 };
/** `models:/eta/3`, `models:/eta@champion`, `models:/eta/Production`. */
const registered: Pick = { ...uri, matching: /^models:\/([^/@]+)/ };
const folder: Pick = { ...uri, matching: /^(?:\.\/)?((?![a-z0-9]+:).+)$/i };
const reference = 'https://mlflow.org/docs/latest/ml/model-registry/';
const loads: Meaning['links'] = [{ relation: 'loads', from: 'enclosing', to: 'self' }];
const name: Pick = { named: ['registered_model_name'], prefix: 'mlflow:' };

export default defineLibrary({
  id: 'mlflow',
  title: 'MLflow models',
  homepage: 'https://mlflow.org',
  python: {
    packages: ['mlflow', 'mlflow-skinny'],
    modules: ['mlflow'],
    meanings: [
      {
        of: `mlflow.{${flavours}}.load_model`,
        onlyIf: registered,
        asset: {
          kind: 'model',
          identifier: { scheme: 'model-name', value: { ...registered, prefix: 'mlflow:' } },
          facts: {
            modelName: registered,
            hosting: { value: 'local' },
            revision: { ...uri, matching: /^models:\/[^/@]+[/@](.+)$/ },
          },
        },
        links: loads,
        reference,
      },
      {
        of: `mlflow.{${flavours}}.load_model`,
        onlyIf: folder,
        asset: {
          kind: 'model-artifact',
          identifier: { scheme: 'place', value: folder },
          facts: { framework: { value: 'mlflow' }, source: { value: 'local-file' } },
        },
        links: loads,
        reference,
      },
      {
        of: [`mlflow.{${flavours}}.log_model`],
        onlyIf: name,
        links: [{ relation: 'produces', from: 'enclosing', to: { kind: 'model', scheme: 'model-name', value: name } }],
        effects: ['changes-state'],
        reference,
      },
      {
        of: 'mlflow.register_model',
        links: [
          {
            relation: 'produces',
            from: 'enclosing',
            to: { kind: 'model', scheme: 'model-name', value: { named: ['name'], at: 1, prefix: 'mlflow:' } },
          },
        ],
        effects: ['changes-state'],
        reference,
      },
    ],
  },
});
