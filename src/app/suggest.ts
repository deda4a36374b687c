/** Did you mean: the ids that are nearest to what was typed. */

/** Edits (insert, delete, replace, swap neighbours) from one text to another; more than `most` is told as `most + 1`. */
export const countEdits = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a[row - 1] === b[column - 1];
      let cost = Math.min(last[column]! + 1, line[column - 1]! + 1, last[column - 1]! + (isSame ? 0 : 1));
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) cost = Math.min(cost, before[column - 2]! + 1);
      line.push(cost);
    }
    before = last;
    last = line;
  }
  return Math.min(last[b.length]!, most + 1);
};

/** At most three known words near to the one typed, nearest first: few edits away, or one holding the other. */
export const suggest = (typed: string, known: readonly string[]): readonly string[] => {
  const word = typed.toLowerCase();
  const most = Math.max(1, Math.floor(word.length / 3));
  return [...new Set(known)]
    .map((one) => {
      const lower = one.toLowerCase();
      const isPart = word.length >= 3 && (lower.includes(word) || (lower.length >= 3 && word.includes(lower)));
      return { one, distance: Math.min(countEdits(word, lower, most), isPart ? most : most + 1) };
    })
    .filter(({ distance }) => distance <= most)
    .sort((a, b) => a.distance - b.distance || (a.one < b.one ? -1 : 1))
    .slice(0, 3)
    .map(({ one }) => one);
};
