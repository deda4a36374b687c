/** The four error classes for what is not expected trouble; everything expected is data. */

/** The user’s configuration or command line is wrong. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Something that was granted could not be reached: permission, network, a missing file. */
export class AccessError extends Error {
  override readonly name = 'AccessError';
}

/** What is scanned changed while it was being read. */
export class SourceChanged extends Error {
  override readonly name = 'SourceChanged';
}

/** A mistake of ours. */
export class Bug extends Error {
  override readonly name = 'Bug';
}
