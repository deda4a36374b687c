/** Outcomes: the four answers that a detector can give about one asset. */

export const outcomes = ['pass', 'fail', 'unknown', 'not-applicable'] as const;
export type Outcome = (typeof outcomes)[number];

export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const;
export type Severity = (typeof severities)[number];
