/** Loading of Python objects from files: pickle and what is built on it runs code that stands in the file. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

/** Whatever these libraries load is taken for a model by its ending … */
const estimator = /^(?:\.\/)?(.+\.(?:pkl|pickle|joblib|sav|model|dill|z))$/i;
/** … while a plain pickle is one only when its name says so. */
const model =
  /^(?:\.\/)?((?:.*\/)?(?:models?|checkpoints?|weights|artifacts)\/.+\.(?:pkl|pickle|dill|sav)|.*(?:model|classif|regress|weights|checkpoint|estimator|pipeline|vectori[sz]er|tfidf|scaler|encoder|clf|xgb|lgbm|forest|svm|tokenizer)[^/]*\.(?:pkl|pickle|dill|sav))$/i;

const load = (of: string, file: Pick, when?: Pick): Meaning => ({
  of,
  onlyIf: when ?? file,
  asset: {
    kind: 'model-artifact',
    identifier: { scheme: 'place', value: file },
    facts: { unsafeLoad: { value: true }, format: { value: 'pickle' }, source: { value: 'local-file' } },
  },
  links: [{ relation: 'loads', from: 'enclosing', to: 'self' }],
  reference: 'https://docs.python.org/3/library/pickle.html',
});
const opened = (matching: RegExp): Pick => ({
  named: ['file', 'filename'],
  at: 0,
  maker: { named: ['file', 'filename'], at: 0 },
  matching,
});
const saved = (of: string, at: number, matching: RegExp): Meaning => ({
  of,
  links: [
    {
      relation: 'produces',
      from: 'enclosing',
      to: {
        kind: 'model-artifact',
        scheme: 'place',
        value: { named: ['file', 'filename'], at, maker: { named: ['file'], at: 0 }, matching },
      },
    },
  ],
  effects: ['changes-state'],
});

export default defineLibrary({
  id: 'pickle',
  title: 'pickle and its kin',
  homepage: 'https://docs.python.org/3/library/pickle.html',
  python: {
    packages: ['joblib', 'dill', 'cloudpickle', 'scikit-learn'],
    modules: ['pickle', '_pickle', 'cPickle', 'joblib', 'dill', 'cloudpickle', 'sklearn', 'numpy'],
    meanings: [
      load('{pickle,_pickle,cPickle,dill,cloudpickle}.load', opened(model)),
      load('joblib{,.numpy_pickle}.load', opened(estimator)),
      load('sklearn.externals.joblib.load', opened(estimator)),
      {
        ...load('numpy.load', opened(/^(?:\.\/)?(.*(?:model|weights|checkpoint|embedding)[^/]*\.np[yz])$/i)),
        asset: {
          kind: 'model-artifact',
          identifier: {
            scheme: 'place',
            value: opened(/^(?:\.\/)?(.*(?:model|weights|checkpoint|embedding)[^/]*\.np[yz])$/i),
          },
          facts: {
            source: { value: 'local-file' },
            // https://numpy.org/doc/stable/reference/generated/numpy.load.html
            unsafeLoad: { named: ['allow_pickle'], at: 2, fallback: false },
          },
        },
        reference: 'https://numpy.org/doc/stable/reference/generated/numpy.load.html',
      },
      saved('{pickle,_pickle,cPickle,dill,cloudpickle}.dump', 1, model),
      saved('joblib{,.numpy_pickle}.dump', 1, estimator),
      {
        // The bytes may come from anywhere.
        of: '{pickle,_pickle,cPickle,dill,cloudpickle}.loads',
        sink: { kind: 'eval', value: { at: 0 } },
        effects: ['executes-code'],
        reference: 'https://docs.python.org/3/library/pickle.html',
      },
    ],
  },
});
