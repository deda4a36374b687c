/** Gives the job that starts an agent a token that only reads. */
import { defineRemediation } from '../../../kit/define-remediation.ts';
import { editLines } from '../../../kit/line-edits.ts';

export default defineRemediation({
  id: 'narrow-workflow-token',
  title: 'Give the agent’s job a token that only reads',
  restores: 'ci-agent-isolated',
  on: 'agent',
  effort: 2,
  changes: [{ set: 'jobPowers', value: [] }],
  does: (it) => `Let the job of ${it.name} only read, and let a job without an agent write.`,
  plan: (it, files) => {
    // Commands and further secrets stay as they are; then the token alone mends nothing.
    const powers = it.snapshot.value(it.number, 'jobPowers') ?? [];
    if (powers.some((power) => power === 'any-command' || power === 'secrets')) return undefined;
    const edits = files.flatMap((file) => {
      const all = editLines(file, /(permissions:\s*)write-all/, ([, start]) => `${start}read-all`);
      // Each right stands on a line of its own below the word.
      return all.length > 0 ? all : narrow(file);
    });
    return edits.length > 0 ? edits : undefined;
  },
  instructions: (it) => [
    `Write \`permissions: { contents: read }\` for the job that runs ${it.name}; an identity token (id-token: write) may stay.`,
    'Hand its answer to a second job by an output, and let that one, which runs no agent, label, comment or commit.',
    'Name the single commands that it may run, and give it no secret but the key to its model.',
  ],
});

/** The rights below the pointed-at `permissions:`, line by line, as far as they are indented further. */
const narrow = (file: Parameters<typeof editLines>[0]): ReturnType<typeof editLines> => {
  const lines = file.text.split('\n');
  return file.lines.flatMap((line) => {
    const head = /^(\s*)permissions:\s*(?:#.*)?$/.exec(lines[line - 1] ?? '');
    if (!head) return [];
    const below: number[] = [];
    for (let at = line; at < lines.length; at += 1) {
      const text = lines[at]!;
      if (text.trim() !== '' && !text.startsWith(`${head[1]} `)) break;
      below.push(at + 1);
    }
    return editLines(
      { ...file, lines: below },
      /^(\s*(?!id-token|models|attestations)[\w-]+:\s*)write\b/,
      ([, start]) => `${start}read`,
    );
  });
};
