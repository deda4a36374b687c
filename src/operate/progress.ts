/** Progress: how far the runs of this process are, told to everybody who listens. */

/** How a source stands: what its run does now, or how it ended. */
export interface ProgressEvent {
  /** Counts up by one for everything that happens. */
  readonly number: number;
  readonly source: string;
  readonly name: string;
  readonly state: 'running' | 'complete' | 'interrupted';
  /** What it does now, and how much of it is done; 0 of 0 where that is not known. */
  readonly phase: string;
  readonly done: number;
  readonly of: number;
}

export interface ProgressBoard {
  tell(event: Omit<ProgressEvent, 'number'>): void;
  /** The last event of every source. */
  latest(): readonly ProgressEvent[];
  /** Hears every event from now on; gives how to stop. */
  listen(hear: (event: ProgressEvent) => void): () => void;
}

/** An empty board. */
export const createProgressBoard = (): ProgressBoard => {
  const last = new Map<string, ProgressEvent>();
  const listeners = new Set<(event: ProgressEvent) => void>();
  let number = 0;
  return {
    tell(event) {
      number += 1;
      const numbered = { ...event, number };
      last.set(event.source, numbered);
      for (const hear of listeners) hear(numbered);
    },
    latest: () => [...last.values()],
    listen(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
};
