// The places of a path’s boxes and arrows: columns from left to right, each hop on a lane of its own so that no label covers another.

interface Joining {
  readonly from: string;
  readonly to: string;
}

/** Sizes in pixels. */
export interface Sizes {
  /** Width of the box of an asset. */
  widthOf(id: string): number;
  readonly height: number;
  /** Room between two columns of a path with so many, for the words on an arrow. */
  gapOf(columns: number): number;
}

export interface Box {
  readonly id: string;
  readonly x: number;
  /** Middle. */
  readonly y: number;
  readonly width: number;
}

/** One stretch of a hop between two neighbouring columns. */
export interface Stretch {
  readonly hop: number;
  readonly x: number;
  readonly endX: number;
  readonly y: number;
  readonly lane: number;
  readonly endY: number;
  /** Where a hop that goes on leaves the column that it passes. */
  readonly throughX?: number;
  /** The hop’s words stand on its first stretch. */
  readonly isFirst: boolean;
  readonly head?: 'left' | 'right';
}

export interface PathLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly Box[];
  readonly stretches: readonly Stretch[];
}

/** Least distance between the middles of two lanes: two lines of words. */
const laneRoom = 48;
const boxRoom = 20;

/** Columns by the longest way from a beginning; what leads back is turned, so that a circle has a beginning too. */
const findColumns = (hops: readonly Joining[]) => {
  const ids = [...new Set(hops.flatMap(({ from, to }) => [from, to]))];
  const open = new Set<string>();
  const done = new Set<string>();
  const turned = new Set<number>();
  const visit = (id: string): void => {
    open.add(id);
    for (const [at, { from, to }] of hops.entries()) {
      if (from !== id) continue;
      if (open.has(to)) turned.add(at);
      else if (!done.has(to)) visit(to);
    }
    open.delete(id);
    done.add(id);
  };
  const begins = ids.filter((id) => !hops.some(({ to }) => to === id));
  for (const id of [...begins, ...ids]) if (!done.has(id)) visit(id);
  const edges = hops.map(({ from, to }, at) => (turned.has(at) ? { from: to, to: from } : { from, to }));
  const columns = new Map(ids.map((id) => [id, 0]));
  for (let round = 0; round < ids.length; round++)
    for (const { from, to } of edges)
      if (from !== to && columns.get(to)! <= columns.get(from)!) columns.set(to, columns.get(from)! + 1);
  // A beginning stands beside what it leads to, not at the far left of a long path.
  for (const id of ids) {
    const next = edges.filter(({ from, to }) => from === id && to !== id).map(({ to }) => columns.get(to)!);
    if (next.length > 0 && !edges.some(({ to }) => to === id)) columns.set(id, Math.min(...next) - 1);
  }
  return { edges, columns, turned };
};

interface Stop {
  readonly id: string;
  readonly isBox: boolean;
  y: number;
}

/** Puts the stops of one column where their neighbours want them, none over another. */
const settle = (column: readonly Stop[], wish: (stop: Stop) => number | undefined, height: number): void => {
  const wished = column.map((stop) => wish(stop) ?? stop.y);
  let bottom = Number.NEGATIVE_INFINITY;
  for (const [at, stop] of column.entries()) {
    const half = stop.isBox ? height / 2 : laneRoom / 2;
    stop.y = Math.max(wished[at]!, bottom + half);
    bottom = stop.y + half + (stop.isBox ? boxRoom : 0);
  }
  const drift = column.reduce((sum, stop, at) => sum + wished[at]! - stop.y, 0) / column.length;
  for (const stop of column) stop.y += drift;
};

const mean = (values: readonly number[]): number | undefined =>
  values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Lays out a path of at least one hop. */
export const layOutPath = (hops: readonly Joining[], sizes: Sizes): PathLayout => {
  const { edges, columns, turned } = findColumns(hops);
  const columnCount = Math.max(...columns.values()) + 1;
  const gap = sizes.gapOf(columnCount);
  const stops: Stop[][] = Array.from({ length: columnCount }, () => []);
  const byId = new Map<string, Stop>();
  const addStop = (column: number, id: string, isBox: boolean): void => {
    const stop = { id, isBox, y: stops[column]!.length * (sizes.height + boxRoom) };
    stops[column]!.push(stop);
    byId.set(id, stop);
  };
  // A hop over several columns passes each of them at a stop of its own, in the order in which the path tells it.
  const pieces: { hop: number; from: string; to: string; column: number; isFirst: boolean; isLast: boolean }[] = [];
  for (const [hop, { from, to }] of edges.entries()) {
    const [begin, end] = [columns.get(from)!, columns.get(to)!];
    if (!byId.has(from)) addStop(begin, from, true);
    for (let column = begin; column < end; column++) {
      const next = column + 1 === end ? to : `\u0000${hop}-${column}`;
      if (!byId.has(next)) addStop(column + 1, next, column + 1 === end);
      const last = column === begin ? from : `\u0000${hop}-${column - 1}`;
      pieces.push({ hop, from: last, to: next, column, isFirst: column === begin, isLast: column + 1 === end });
    }
  }
  const before = (stop: Stop) => mean(pieces.filter(({ to }) => to === stop.id).map(({ from }) => byId.get(from)!.y));
  const after = (stop: Stop) => mean(pieces.filter(({ from }) => from === stop.id).map(({ to }) => byId.get(to)!.y));
  for (const wish of [before, after, before, after]) {
    const order = wish === before ? stops : stops.toReversed();
    for (const column of order) {
      column.sort((a, b) => (wish(a) ?? a.y) - (wish(b) ?? b.y));
      settle(column, wish, sizes.height);
    }
  }
  const top = Math.min(...stops.flat().map(({ y, isBox }) => y - (isBox ? sizes.height : laneRoom) / 2));
  for (const stop of stops.flat()) stop.y -= top - 1;

  const widths = stops.map((column) =>
    Math.max(40, ...column.filter(({ isBox }) => isBox).map(({ id }) => sizes.widthOf(id))),
  );
  const left = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width + gap, 1));
  const stretches = stops.slice(1).flatMap((_, column) => {
    const own = pieces
      .filter((piece) => piece.column === column)
      .map((piece) => {
        const [y, endY] = [byId.get(piece.from)!.y, byId.get(piece.to)!.y];
        const isAlone = pieces.filter(({ to }) => to === piece.to).length === 1;
        return { ...piece, y, endY, lane: isAlone ? endY : y };
      })
      .sort((a, b) => a.lane - b.lane);
    for (const [at, piece] of own.entries())
      if (at > 0) piece.lane = Math.max(piece.lane, own[at - 1]!.lane + laneRoom);
    return own.map(({ hop, y, lane, endY, isFirst, isLast }) => ({
      ...{ hop, y, lane, endY, isFirst },
      x: left[column]! + widths[column]!,
      endX: left[column + 1]!,
      ...(isLast ? {} : { throughX: left[column + 1]! + widths[column + 1]! }),
      ...(turned.has(hop) ? (isFirst ? { head: 'left' as const } : {}) : isLast ? { head: 'right' as const } : {}),
    }));
  });
  const boxes = stops.flatMap((column, at) =>
    column.filter(({ isBox }) => isBox).map(({ id, y }) => ({ id, x: left[at]!, y, width: widths[at]! })),
  );
  const bottoms = [...boxes.map(({ y }) => y + sizes.height / 2), ...stretches.map(({ lane }) => lane + laneRoom / 2)];
  return { width: left.at(-1)! + widths.at(-1)! + 1, height: Math.max(...bottoms) + 1, boxes, stretches };
};
