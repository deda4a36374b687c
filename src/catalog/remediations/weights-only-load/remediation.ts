/** Loads weights with the setting that lets a file hold tensors only. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

export default defineRemediation({
  id: 'weights-only-load',
  title: 'Load tensors only',
  restores: 'model-format-safe',
  on: 'model-artifact',
  effort: 1,
  changes: [{ set: 'unsafeLoad', value: false }],
  does: (it) => `Load ${it.name} by a call that takes tensors only (torch.load: weights_only=True).`,
  plan: (_, files) => {
    const edits = files.flatMap((file) => {
      const written = editLines(file, /(weights_only\s*=\s*)False\b/, ([, start]) => `${start}True`, 6);
      const pickled = editLines(file, /(allow_pickle\s*=\s*)True\b/, ([, start]) => `${start}False`, 6);
      if (written.length + pickled.length > 0) return [...written, ...pickled];
      // A call that ends on its own line and has no inner call, so that the closing bracket is its own.
      return editLines(file, /\btorch\.load\(([^()\n]+)\)/, ([call, given]) =>
        call.includes('weights_only')
          ? undefined
          : `torch.load(${given!.trimEnd().replace(/,$/, '')}, weights_only=True)`,
      );
    });
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Pass weights_only=True where ${it.name} is loaded, and raise torch to 2.6 or later, in which that setting holds.`,
    'Where the file holds more than tensors, or the loader has no such setting (pickle, joblib): convert it once, in an isolated place, to safetensors.',
    'Load the converted file with safetensors.torch.load_file.',
  ],
});
