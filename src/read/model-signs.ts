/** Signs of harm in a model file: what it does when it is opened beside giving tensors and settings, gathered by kind with their places. */

/** The kinds of signs; each is a fact of the artifact. */
export const signKinds = [
  'codeOnLoad',
  'unknownCalls',
  'codeLayers',
  'unsafeOperations',
  'outsidePaths',
  'archiveFaults',
  'formatFaults',
  'embeddedPrograms',
  'templateSigns',
] as const;
export type SignKind = (typeof signKinds)[number];

const archives = [
  'pytorch',
  'torchscript',
  'torch-export',
  'torchserve-archive',
  'npz',
  'keras',
  'skops',
  'nemo',
] as const;
const packed = ['zip', '7z', 'rar', 'gzip', 'bzip2', 'xz', 'zstd', 'lz4', 'unrecognised'] as const;
const pickled = [...archives, ...packed, 'pickle', 'joblib', 'npy'] as const;
const graphs = ['onnx', 'saved-model', 'tensorflow-graph', 'tflite'] as const;
const everyFormat = [...pickled, ...graphs, 'keras-h5', 'gguf', 'safetensors', 'llamafile'] as const;

/** Formats of which each kind of sign is always looked for; in others it is said only where it was found. */
export const formatsAsked = {
  codeOnLoad: pickled,
  unknownCalls: pickled,
  codeLayers: ['keras', 'keras-h5'],
  unsafeOperations: [...graphs, 'torchscript'],
  outsidePaths: ['onnx', 'keras', 'keras-h5'],
  archiveFaults: everyFormat,
  formatFaults: ['safetensors', 'gguf', 'onnx', 'saved-model', 'tensorflow-graph'],
  embeddedPrograms: everyFormat,
  templateSigns: ['gguf', 'hub-folder'],
} as const satisfies Readonly<Record<SignKind, readonly string[]>>;

/** What was looked for and found; a kind that is absent was not looked for. */
export type ModelSigns = Readonly<
  Partial<Record<SignKind, { readonly found: readonly string[]; readonly unread?: string }>>
>;

/** Signs of one kind that are told one by one. */
const mostTold = 12;

/** A text with what a terminal acts on, or nobody sees, written out; names in a hostile file may be anything. */
const writeOut = (text: string): string =>
  text.replaceAll(/[\p{Cc}\p{Cf}]/gu, (one) => `\\u{${one.codePointAt(0)!.toString(16)}}`);

/** Gathers the signs of one file. */
export class SignBook {
  readonly #found = new Map<SignKind, Set<string>>();
  readonly #unread = new Map<SignKind, string>();
  readonly #left = new Map<SignKind, number>();

  /** Says that a kind is looked for here, so that finding nothing means something. */
  ask(...kinds: readonly SignKind[]): void {
    for (const kind of kinds) if (!this.#found.has(kind)) this.#found.set(kind, new Set());
  }

  /** One sign, with the part of the file that it stands in and where in that, in bytes. */
  add(kind: SignKind, says: string, part: string, offset?: number): void {
    this.ask(kind);
    const places = [...(part === '' ? [] : [part]), ...(offset === undefined ? [] : [`byte ${offset}`])];
    const told = writeOut(`${says}${places.length === 0 ? '' : ` (${places.join(', ')})`}`);
    const found = this.#found.get(kind)!;
    if (found.has(told)) return;
    if (found.size < mostTold) found.add(told);
    else this.#left.set(kind, (this.#left.get(kind) ?? 0) + 1);
  }

  /** Something could not be looked into, so that finding nothing of these kinds means nothing. */
  unread(why: string, ...kinds: readonly SignKind[]): void {
    this.ask(...kinds);
    for (const kind of kinds) if (!this.#unread.has(kind)) this.#unread.set(kind, why);
  }

  get signs(): ModelSigns {
    const all: Partial<Record<SignKind, { readonly found: readonly string[]; readonly unread?: string }>> = {};
    for (const kind of signKinds) {
      const found = this.#found.get(kind);
      if (found === undefined) continue;
      const left = this.#left.get(kind);
      const unread = this.#unread.get(kind);
      all[kind] = {
        found: left === undefined ? [...found] : [...found, `and ${left} more`],
        ...(unread === undefined ? {} : { unread }),
      };
    }
    return all;
  }
}
