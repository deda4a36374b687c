/** What is known of one AI service: the image or command that runs it, where it listens, and when it asks for a credential. */

/** What it asks callers for; `default-credential` is one that its maker documents, so that everybody has it. */
export type Authentication = 'none' | 'key' | 'token' | 'password' | 'mutual-tls' | 'default-credential';

/** Signals are `--flag`, `--flag=value`, `NAME` or `NAME=value`; a value that ends in `*` is the beginning of one. */
export type Signal = string;

/** Signals that switch a credential on, and which. */
export interface Keyed {
  readonly by: readonly Signal[];
  readonly gives: Authentication;
}

/** A further interface of a service, through which it is operated. */
export interface InterfaceBeside {
  readonly name: string;
  readonly port: number;
  /** It is there only when one of these is given; without them always. */
  readonly given?: readonly Signal[];
  /** What it asks for by its maker’s documentation; absent where that depends on the version. */
  readonly default?: Authentication;
  readonly reference: string;
}

export interface KnownService {
  readonly service: string;
  /** Image names without registry tag; one that ends with `/` is a prefix. */
  readonly images: readonly string[];
  /** Words with which a command starts it. */
  readonly commands?: readonly (readonly string[])[];
  /** What it is besides a container; absent for what listens nowhere. */
  readonly kind?: 'inference-endpoint' | 'vector-store' | 'data-store' | 'management-interface';
  readonly port: number;
  /** What holds when nothing is set, as the page documents it; absent where it depends on the version. */
  readonly default?: Authentication;
  /** What held before a release, when nothing is set. */
  readonly before?: { readonly release: string; readonly default: Authentication };
  readonly keyed?: Keyed;
  /** What asks for a credential even where another one is switched off. */
  readonly locked?: Keyed;
  /** Signals that switch the credential off. */
  readonly opened?: readonly Signal[];
  /** Credentials that its maker’s documentation or sample settings show. */
  readonly samples?: readonly Signal[];
  /** Its command answers other hosts only when one of these is given. */
  readonly wide?: readonly Signal[];
  /** Arguments or variables that name the model it serves. */
  readonly model?: readonly string[];
  /** The word of its command that is followed by the model. */
  readonly modelAfter?: string;
  readonly beside?: readonly InterfaceBeside[];
  /** Under which name the advisory data knows the product. */
  readonly advised?: { readonly ecosystem: string; readonly package: string };
  /** Images whose tags are releases of something else. */
  readonly numberedOtherwise?: readonly string[];
  /** The release in a tag of its images, as the first group; by default three numbers. */
  readonly tag?: RegExp;
  readonly reference: string;
}
