// How a bench tells its figures to `npm run bench`: one line of JSON each.

export interface Figure {
  /** What was measured: “four-hop pattern over 1 M assets”. */
  readonly name: string;
  readonly figure: number;
  readonly unit: string;
  /** The bound; the figure must stay at or below it, or above it where `better` is `more`. */
  readonly target: number;
  readonly better?: 'less' | 'more';
}

/** Prints one figure for the runner. */
export function reportFigure(figure: Figure): void {
  process.stdout.write(`${JSON.stringify(figure)}\n`);
}
