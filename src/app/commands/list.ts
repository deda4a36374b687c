/** `isobar list [SORT]`: every id of one sort with its title. */
import { ConfigError } from '../../kit/errors.ts';
import { writeOut } from '../outputs.ts';
import { suggest } from '../suggest.ts';
import { sayTrouble } from '../trouble.ts';
import { loadEntries } from '../vocabulary-entries.ts';

const plural = (sort: string): string => (sort.endsWith('y') ? `${sort.slice(0, -1)}ies` : `${sort}s`);

/** Writes the list, or without a sort how many of each there are; gives the exit code. */
export const list = async (sort: string | undefined): Promise<number> => {
  const entries = await loadEntries();
  const sorts = [...new Set(entries.map((entry) => entry.sort))];
  if (sort === undefined) {
    const lines = sorts.map((one) => {
      const number = entries.filter((entry) => entry.sort === one).length;
      return `${plural(one).padEnd(14)} ${number}\n`;
    });
    await writeOut(process.stdout, [...lines, '\nisobar list <sort> shows them; isobar explain <id> explains one.\n']);
    return 0;
  }
  const wanted = sorts.find((one) => sort === one || sort === plural(one));
  if (wanted === undefined) {
    const near = suggest(sort, sorts.map(plural));
    throw new ConfigError(
      sayTrouble(
        `${sort} is not a sort of thing that can be listed`,
        'there is nothing to show',
        near.length > 0 ? `did you mean ${near.join(', ')}?` : `name one of ${sorts.map(plural).join(', ')}`,
      ),
    );
  }
  const own = entries.filter((entry) => entry.sort === wanted);
  const widest = Math.min(40, Math.max(0, ...own.map(({ id }) => id.length)));
  const columns = process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY;
  await writeOut(
    process.stdout,
    own.map(({ id, title }) => {
      const line = `${id.padEnd(widest)}  ${title}`;
      return `${line.length > columns ? `${line.slice(0, columns - 1)}…` : line}\n`;
    }),
  );
  return 0;
};
