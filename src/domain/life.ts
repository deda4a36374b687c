/** Life: what became of a finding or forecast between two runs over the same source. */

/**
 * - `new`: seen for the first time.
 * - `known`: seen before, and still there.
 * - `resolved`: looked for where it was, and gone.
 * - `re-opened`: resolved once, and back.
 * - `stale`: not looked for this time, because its place was not read or the run did not end; it may still be there.
 */
export const lives = ['new', 'known', 'resolved', 're-opened', 'stale'] as const;

export type Life = (typeof lives)[number];

/** How a run ended: `running` until it did, `interrupted` when it stopped before its report was kept. */
export const runStates = ['running', 'complete', 'interrupted'] as const;

export type RunState = (typeof runStates)[number];
