/** `isobar explain ID`: what an id means, whatever it is the id of. */
import { ConfigError } from '../../kit/errors.ts';
import { writeOut } from '../outputs.ts';
import { suggest } from '../suggest.ts';
import { sayTrouble } from '../trouble.ts';
import { type Entry, loadEntries } from '../vocabulary-entries.ts';
import { layOut } from './lay-out.ts';

const show = (entry: Entry, columns: number): string =>
  [
    `${entry.id}  (${entry.sort})`,
    ...layOut(entry.title, 2, columns),
    ...entry.parts.flatMap(([head, text]) => (text === '' ? [] : ['', `  ${head}`, ...layOut(text, 4, columns)])),
    '',
  ].join('\n');

/** Writes everything that bears the id; gives the exit code. */
export const explain = async (id: string): Promise<number> => {
  const entries = await loadEntries();
  const found = entries.filter((entry) => entry.id === id);
  const same = found.length > 0 ? found : entries.filter((entry) => entry.id.toLowerCase() === id.toLowerCase());
  if (same.length === 0) {
    const near = suggest(
      id,
      entries.map((entry) => entry.id),
    );
    throw new ConfigError(
      sayTrouble(
        `nothing has the id ${id}`,
        'there is nothing to explain',
        near.length > 0 ? `did you mean ${near.join(', ')}?` : 'isobar list shows every id',
      ),
    );
  }
  const columns = Math.min(process.stdout.isTTY ? process.stdout.columns : 100, 100);
  await writeOut(
    process.stdout,
    same.map((entry) => `${show(entry, columns)}\n`),
  );
  return 0;
};
