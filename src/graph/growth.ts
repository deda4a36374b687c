/** Growth of typed arrays: columns that are filled row by row double as they fill. */

type Column = Uint8Array | Int32Array | Uint32Array | Float64Array;

/** The same column with room for at least `needed` rows; rows beyond those written are zero. */
export const grown = <C extends Column>(column: C, needed: number): C => {
  if (needed <= column.length) return column;
  const Kind = column.constructor as new (length: number) => C;
  const larger = new Kind(Math.max(needed, Math.ceil(column.length * 1.6), 16));
  larger.set(column as never);
  return larger;
};
