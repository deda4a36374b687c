/** Chains: the hops of a path put into rows that can be read from left to right. */

interface Joining {
  readonly from: { readonly id: string };
  readonly to: { readonly id: string };
}

/**
 * Every hop stands in exactly one row, and each row goes on as long as it can. A row begins where nothing leads to, as long as there is
 * such a place; a circle is cut open where it is first met.
 */
export const layOutChains = <Hop extends Joining>(hops: readonly Hop[]): readonly (readonly Hop[])[] => {
  const left = [...hops];
  const rows: Hop[][] = [];
  const take = (at: number): Hop => left.splice(at, 1)[0]!;
  while (left.length > 0) {
    const begin = left.findIndex(({ from }) => !left.some(({ to }) => to.id === from.id));
    const row = [take(Math.max(begin, 0))];
    for (;;) {
      const end = row.at(-1)!.to.id;
      const next = left.findIndex(({ from }) => from.id === end);
      if (next < 0) break;
      row.push(take(next));
    }
    rows.push(row);
  }
  return rows;
};
