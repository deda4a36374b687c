/** The six categories that every control objective, and so every finding, belongs to. */

/**
 * - `vulnerability`: software that is known to be broken, hostile or abandoned.
 * - `misconfiguration`: a setting, a right or a record that is not as it should be.
 * - `data-exposure`: a secret, personal data, weights or data sets where too many can read them.
 * - `model-integrity`: a model or a data set that is not what its user believes it to be.
 * - `endpoint`: what a reachable service gives away or accepts.
 * - `agentic`: what an agent, its tools, its instructions and its memory may do or be made to do.
 */
export const categories = [
  'vulnerability',
  'misconfiguration',
  'data-exposure',
  'model-integrity',
  'endpoint',
  'agentic',
] as const;

/** One of the six categories; the same words stand in the report's JSON. */
export type Category = (typeof categories)[number];
