/** Takes the stored outputs out of a notebook. */
import type { AssetView } from '../../../kit/define-detector.ts';
import type { Change, Edit, PlanFile } from '../../../kit/define-remediation.ts';
import { defineRemediation } from '../../../kit/define-remediation.ts';

/** The key of a cell’s outputs; inside a text its quotes would be escaped. */
const outputs = /(?<!\\)"outputs"\s*:\s*\[/g;

/** Where the list that opens before `from` closes; undefined where it never does. */
const closingOf = (text: string, from: number): number | undefined => {
  let depth = 1;
  let isText = false;
  for (let at = from; at < text.length; at++) {
    const letter = text[at];
    if (isText) {
      if (letter === '\\') at++;
      else if (letter === '"') isText = false;
    } else if (letter === '"') isText = true;
    else if (letter === '[' || letter === '{') depth++;
    else if (letter === ']' || letter === '}') {
      depth--;
      if (depth === 0) return at;
    }
  }
  return undefined;
};

/** Credentials that stand in the outputs of this notebook and nowhere else. */
const secretsIn = ({ snapshot, number }: AssetView): number[] => {
  const own = new Set(snapshot.evidence(number).map(({ path }) => path));
  return [...snapshot.ofKind('secret')].filter(
    (secret) =>
      snapshot.value(secret, 'place') === 'notebook-output' &&
      snapshot.evidence(secret).every(({ path }) => own.has(path)),
  );
};

const clear = ({ path, text }: PlanFile): readonly Edit[] => {
  const edits: Edit[] = [];
  let done = 0;
  for (const match of text.matchAll(outputs)) {
    const from = match.index + match[0].length;
    // An output may itself be JSON with a key of that name.
    if (from < done) continue;
    const to = closingOf(text, from);
    if (to === undefined) return [];
    done = to;
    if (text.slice(from, to).trim() !== '') edits.push({ path, from, to, text: '' });
  }
  return edits;
};

export default defineRemediation({
  id: 'clear-notebook-outputs',
  title: 'Clear the outputs of the notebook',
  restores: 'notebook-outputs-clean',
  on: 'notebook',
  effort: 1,
  takesPrivate: true,
  changes: (it) => [
    { set: 'outputKinds', value: [] },
    { set: 'hasOutputs', value: false },
    ...secretsIn(it).map((of): Change => ({ set: 'hardCoded', value: false, of })),
  ],
  does: (it) => `Clear the stored outputs of ${it.name}.`,
  plan: (_, files) => {
    const edits = files.filter(({ path }) => path.endsWith('.ipynb')).flatMap(clear);
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Clear the outputs of ${it.name}: jupyter nbconvert --clear-output --inplace, or “Clear All Outputs”.`,
    'Withdraw every credential that stood in them: the history of the repository keeps what was committed.',
    'Let a hook clear outputs before each commit (nbstripout --install), so that it does not happen again.',
  ],
});
