/** Long lists in pieces that one statement of either database takes. */

/** SQLite takes 32,766 values in one statement; the widest row has 26. */
const batchSize = 500;

/** Does `act` on one piece after another. */
export const inBatches = async <Item>(
  items: readonly Item[],
  act: (batch: Item[]) => Promise<unknown>,
): Promise<void> => {
  for (let at = 0; at < items.length; at += batchSize) await act(items.slice(at, at + batchSize));
};
