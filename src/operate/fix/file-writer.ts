/** The write side of a granted folder: what a fix may do to files, and what it must know of one before. */

/** A file as it stands now. */
export interface SeenFile {
  readonly bytes: Uint8Array;
  /** Permission bits. */
  readonly mode: number;
  /** When content or status last changed, in milliseconds since 1970. */
  readonly changedAt: number;
  /** Why it may not be written; absent where it may. */
  readonly refusal?: string;
}

/** Paths are relative to the granted folder, with `/`. Everything throws an AccessError for what lies outside, is a link, or is no regular file. */
export interface FileWriter {
  look(path: string): SeenFile;
  /**
   * Puts `bytes` in the place of a file whose content still has the digest `expected`, in one step that no reader sees half done, with its
   * permission bits and owner; throws SourceChanged where the content is another. `mark` names the draft that a crash may leave behind.
   */
  replace(path: string, bytes: Uint8Array, expected: string, mark: string): void;
  /** Removes the draft that a crash left behind. */
  sweep(path: string, mark: string): void;
}
