/** pandas as far as it reads and writes tables in buckets. */
import { defineLibrary, type Meaning, type Pick } from '../../../kit/define-library.ts';

/** The bucket of an address: `s3://models/training/x.parquet` is of `s3://models`. */
const bucketOf = (pick: Pick): Pick => ({ ...pick, matching: /^((?:s3|gs):\/\/[^/]+)/ });

const formats = '{csv,parquet,json,feather,excel,pickle,table,orc}';
const path: Pick = { named: ['filepath_or_buffer', 'path', 'path_or_buf', 'io'], at: 0 };

const flow = (of: string | readonly string[], relation: 'reads' | 'writes'): Meaning => ({
  of,
  onlyIf: bucketOf(path),
  links: [{ relation, from: 'enclosing', to: { kind: 'bucket', scheme: 'bucket-name', value: bucketOf(path) } }],
  reference: 'https://pandas.pydata.org/docs/user_guide/io.html#reading-writing-remote-files',
});

export default defineLibrary({
  id: 'pandas',
  title: 'pandas',
  homepage: 'https://pandas.pydata.org',
  python: {
    packages: ['pandas'],
    modules: ['pandas'],
    meanings: [
      flow(`pandas.read_${formats}`, 'reads'),
      flow([`pandas.DataFrame().to_${formats}`, `pandas.read_${formats}().to_${formats}`], 'writes'),
    ],
  },
});
