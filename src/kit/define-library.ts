/** How an AI library is described: what its imports, classes, calls and decorators mean, per language, as data. */
import type { FactName } from '../domain/facts.ts';
import type { Scheme } from '../domain/identifier.ts';
import type { AssetKind } from '../domain/kinds.ts';
import type { CompletenessClaim } from '../domain/observation.ts';
import type { RelationKind } from '../domain/relations.ts';
import type { Scalar } from '../domain/term.ts';

/**
 * Picks a value at a call. The first of the listed ways that yields something wins:
 * named arguments, then the positional argument, then (with `receiver`) the same picks on the call that made the receiver.
 */
export interface Pick {
  /** Keyword arguments (Python) or keys of the first object argument (TypeScript). */
  readonly named?: readonly string[];
  /** Positional argument from 0; negative counts from the last. In TypeScript `named` looks into the object at `optionsAt` (default 0). */
  readonly at?: number;
  readonly optionsAt?: number;
  /** Path inside the picked value: keys of a map. `*` takes every element or value, `*role=system` those maps whose `role` is `system`. */
  readonly path?: readonly string[];
  /** Look at the object on which the method is called, and at the call that made it. */
  readonly receiver?: boolean;
  /** The decorated or defined function or class: its name, its documentation, its parameters’ names. */
  readonly defined?: 'name' | 'documentation';
  /** An environment variable that the library reads by itself when the argument is absent. */
  readonly environment?: string;
  /** A fixed value. */
  readonly value?: Scalar;
  /** What the library uses when nothing is said: gives `how: default`. `reference` is the page that says so. */
  readonly fallback?: Scalar;
  /** Put before a text that was picked: `openai:`. */
  readonly prefix?: string;
  /** Turns a picked text: `revision-pinned` → boolean that it is a 40-digit commit; `present` → true when anything was given; `base` → last path segment; `lowercase`. */
  readonly as?:
    | 'present'
    | 'base'
    | 'lowercase'
    | 'commit'
    | 'provider-of'
    | 'after-slash'
    /** `openai/gpt-4o` → `openai:gpt-4o`, before which no prefix is put. */
    | 'provider-path'
    /** The keys of a map. */
    | 'keys'
    /** The name of the environment variable that the argument reads, never its value. */
    | 'variable'
    /** The canonical path of the library’s class or function that was given, or of the call that made it; `own` and its name for one of the project. */
    | 'path';
  /** Only texts that match count; the first group, where there is one, is what is picked. */
  readonly matching?: RegExp;
  /** Turns a picked scalar, written as text, into another; one that is not listed counts as not given. */
  readonly choices?: Readonly<Record<string, Scalar>>;
  /** Prefix by how the text begins; the first that fits wins over `prefix`. */
  readonly prefixes?: Readonly<Record<string, string>>;
  /** A text picked so, with `:` after it, is put before; where it gives nothing, `prefixes` and `prefix` apply. */
  readonly prefixFrom?: Pick;
  /** When the picked value is what a call gave: this pick at that call. */
  readonly maker?: Pick;
  /** A default that depends on the version of a package that the project names. */
  readonly fallbackByVersion?: {
    readonly package: string;
    readonly ranges: readonly (readonly [range: string, value: Scalar])[];
  };
}

/**
 * Who stands at one end of a link:
 * `self` the asset of this meaning; `enclosing` the innermost asset whose code contains the call (tool, agent, notebook, else the application);
 * `application` the project’s asset; `receiver` the asset of the object the method is called on;
 * `made` what another meaning of the same call makes of this kind;
 * a pick whose values are assets (an agent’s list of tools: functions, objects, strings resolved); or any asset by an identifier.
 */
export type End =
  | 'self'
  | 'enclosing'
  | 'application'
  | 'receiver'
  | { readonly made: AssetKind }
  | {
      readonly pick: Pick /** Kind to give a bare function or class that is no asset yet. */;
      readonly otherwise?: AssetKind;
      /** What a plain text among the picked values names. */
      readonly texts?: { readonly kind: AssetKind; readonly scheme: Scheme };
    }
  | { readonly kind: AssetKind; readonly scheme: Scheme; readonly value: Pick; readonly name?: Pick };

export interface Link {
  readonly relation: RelationKind;
  readonly from: End;
  readonly to: End;
}

/** What a function does by calling this; accounted to the tool or MCP tool whose code reaches the call. */
export type Effect = 'reads-private-data' | 'takes-untrusted-content' | 'sends-out' | 'changes-state' | 'executes-code';

export interface Meaning {
  /**
   * Canonical paths that this is about. `()` is the result of a call: `openai.OpenAI().chat.completions.create`.
   * `{a,b}` gives alternatives, `*` one segment. The last segment is what is called, decorated with, subclassed or read.
   */
  readonly of: string | readonly string[];
  /** How the path occurs. Default `call`. `symbol` is a mention without a call; `handler` a function given to the call (`app.get(path, fn)`). */
  readonly when?: 'call' | 'decorator' | 'subclass' | 'symbol' | 'placed';
  /**
   * With `placed`: functions that the framework calls because a file matching `files` exports them by a matching name. What the first
   * group of `files` catches is the path that they answer to. With `takes`, only those that take one of these out of their first
   * parameter; the group then catches what they are called.
   */
  readonly placed?: { readonly files: RegExp; readonly names: RegExp; readonly takes?: readonly string[] };
  /** The asset that this makes or names. Without identifiers it is identified by its place (file and symbol). */
  readonly asset?: {
    readonly kind: AssetKind;
    /** Default: the variable it is bound to, or the defined function or class. */
    readonly name?: Pick;
    readonly identifier?: { readonly scheme: Scheme; readonly value: Pick };
    readonly facts?: Readonly<Partial<Record<FactName, Pick>>>;
    /** With `unless`, the claim is made only where that pick gives nothing at all. */
    readonly complete?: readonly (CompletenessClaim & { readonly unless?: Pick })[];
  };
  readonly links?: readonly Link[];
  readonly effects?: readonly Effect[];
  /** Calling this does something that is not described here: what reaches it has effects that are not known. */
  readonly opaque?: true;
  /** The meaning counts only where this pick gives something that is known. */
  readonly onlyIf?: Pick;
  /** The meaning does not count where this pick, or one of these, gives something that is known. */
  readonly unless?: Pick | readonly Pick[];
  /** Whose code the decorated or given handler function is, when that is not an asset of this meaning. */
  readonly owner?: End;
  /** Facts of another asset than the one that this makes. */
  readonly tells?: { readonly of: End; readonly facts: Readonly<Partial<Record<FactName, Pick>>> };
  /** On a class decorator: the member of this name holds what the class’s methods that are decorated with this path return. */
  readonly members?: Readonly<Record<string, string>>;
  /** The value of the call is the receiver again (`llm.bind_tools(...)`, builders), or the picked value. */
  readonly returns?: 'receiver' | Pick;
  /** The value of the call (or symbol) carries this. */
  readonly yields?: 'model-output' | 'untrusted-input' | 'private-data' | 'caller-credential';
  /** Parameters of the decorated or given handler function carry untrusted input. */
  readonly handlerParameters?: 'untrusted-input' | 'model-output';
  /** Where the given handler stands, for calls like `app.post(path, handler)`, `server.tool(name, schema, handler)`. */
  readonly handler?: Pick;
  /**
   * The picked arguments are a sink: what reaches them is run, queried, written or sent. Of `prompt`, `system-prompt`, `recipient` and
   * `credentials` a fact of its own is told: untrusted input in a prompt or among standing instructions, a receiver that the model
   * names, a caller’s credential that is sent on.
   */
  readonly sink?: {
    readonly kind:
      | 'shell'
      | 'eval'
      | 'sql'
      | 'html'
      | 'file'
      | 'http'
      | 'prompt'
      | 'system-prompt'
      | 'recipient'
      | 'credentials';
    readonly value: Pick /** Only when this picked value is true (`shell=True`). */;
    readonly onlyIf?: Pick;
  };
  /** Link of the vendor’s page. */
  readonly reference?: string;
}

export interface LanguagePart {
  /** Names of the packages in their registry. */
  readonly packages: readonly string[];
  /** Import roots: a file that imports none of any library’s roots is not searched for meanings. */
  readonly modules: readonly string[];
  readonly meanings: readonly Meaning[];
  /** Other canonical paths for the same thing: `openai.lib.azure.AzureOpenAI` → `openai.AzureOpenAI`. */
  readonly aliases?: Readonly<Record<string, string>>;
  /** What the library’s constants are: `github.com/openai/openai-go.ChatModelGPT4o` → `gpt-4o`. */
  readonly constants?: Readonly<Record<string, Scalar>>;
  /** Methods that the library adds to types of others, by their bare name: the canonical path, whatever they are called on. */
  readonly extensions?: Readonly<Record<string, string>>;
}

/** A language whose libraries are described. */
export type LibraryLanguage = 'python' | 'javascript' | 'go' | 'java' | 'csharp';

export interface Library {
  readonly id: string;
  readonly title: string;
  readonly homepage: string;
  readonly python?: LanguagePart;
  readonly javascript?: LanguagePart;
  readonly go?: LanguagePart;
  readonly java?: LanguagePart;
  readonly csharp?: LanguagePart;
}

export const defineLibrary = (library: Library): Library => library;
