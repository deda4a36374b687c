/** How a connector is written: where to look, with which capabilities, and what it can claim to have seen whole. */
import type { Extraction, Gap } from '../domain/observation.ts';

export type { Extraction, Gap } from '../domain/observation.ts';
export { emptyExtraction } from '../domain/observation.ts';

/** One directory entry as the file capability gives it. `link` is a symbolic link, never followed. */
export interface Entry {
  readonly name: string;
  readonly type: 'file' | 'folder' | 'link' | 'other';
  readonly size: number;
  /** Permission bits as POSIX has them, for files and folders; absent where the system has none. */
  readonly mode?: number;
}

/** A file that is open for reading anywhere in it. Reading may throw an AccessError. */
export interface OpenFile {
  read(from: number, length: number): Uint8Array;
  close(): void;
}

/** Reading below one granted root; paths are relative to it, with `/`. Every call may reject with an AccessError. */
export interface FileCapability {
  list(path: string): Promise<readonly Entry[]>;
  read(path: string, limit?: number): Promise<Uint8Array>;
  /** Opens a file for reading stretches of it; whoever opens it closes it. Reading gives fewer bytes at the end of the file. */
  readonly open?: (path: string) => OpenFile;
}

/** Starting one program, hardened: argument list, empty environment, time limit, repository configuration and hooks off. */
export interface ProcessCapability {
  run(
    program: 'git',
    args: readonly string[],
    options: { readonly folder: string; readonly seconds: number },
  ): Promise<{ readonly status: number; readonly output: string; readonly errors: string }>;
}

/** The version-controlled tree that the granted files belong to, which may begin above them. */
export interface RepositoryGrant {
  /** The whole work tree. */
  readonly tree: FileCapability;
  /** The folder with `HEAD` and `config`: `.git`, or where a worktree or submodule keeps them. */
  readonly store: FileCapability;
  /** The folder that all worktrees share; the same as `store` in an ordinary clone. */
  readonly sharedStore: FileCapability;
  /** Where the granted files lie inside the tree, with `/`; empty at its root. */
  readonly subPath: string;
}

export interface Capabilities {
  readonly files: FileCapability;
  readonly processes: ProcessCapability;
  /** Absent where the files belong to no version-controlled tree. */
  readonly repository?: RepositoryGrant;
}

/** A file to be read by extractors. */
export interface Resource {
  readonly path: string;
  readonly size: number;
  /** Version control ignores it; absent where no version control was seen. */
  readonly ignored?: boolean;
  /** Other users of the machine may read it: its bits say so, and those of every folder above it below the root; absent where no bits were seen. */
  readonly openToOthers?: boolean;
}

/** What was looked at, as a whole; paths are relative to it. */
export interface DiscoveredSource {
  /** The same wherever it lies: its remote with sub-path, or `local:` with the folder’s name. */
  readonly id: string;
  readonly name: string;
  readonly remote?: string;
  readonly commit?: string;
}

/** What a connector found before anything is read. */
export interface Discovery {
  readonly source: DiscoveredSource;
  readonly resources: readonly Resource[];
  readonly gaps: readonly Gap[];
  /** Things known without reading a file: the repository itself. */
  readonly extraction: Extraction;
  /** Files and folders left out on purpose, with the rule that left them out, counted. */
  readonly excluded: readonly { readonly what: string; readonly why: string; readonly count: number }[];
}

export interface ConnectorOptions {
  /** Name of the place looked at, for sources that have no better one. */
  readonly name: string;
  readonly all?: boolean;
  readonly exclude?: readonly string[];
}

export interface Connector {
  readonly id: string;
  readonly title: string;
  /** What it reads, in the vendor’s words. */
  readonly reads: readonly string[];
  readonly needs: readonly (keyof Capabilities)[];
  discover(capabilities: Capabilities, options: ConnectorOptions): Promise<Discovery>;
}

export const defineConnector = (connector: Connector): Connector => connector;
