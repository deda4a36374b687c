/** What a model file’s own bytes say of it: one shape for every format. */
import { Buffer } from 'node:buffer';

/** A model file as its header tells it. What is absent was not said. */
export interface ModelFile {
  /** By content: `safetensors`, `gguf`, `onnx`, `pickle`, `pytorch`… */
  readonly format: string;
  /** The library that wrote it or that it was made for. */
  readonly framework?: string;
  readonly architecture?: string;
  /** Number format of most weights: `F16`, `Q4_K_M`. */
  readonly precision?: string;
  readonly license?: string;
  /** Base models on the hub: `organisation/name`. */
  readonly bases?: readonly string[];
  /** Data sets on the hub: `organisation/name`. */
  readonly datasets?: readonly string[];
  /** It holds data for a program rather than a model. */
  readonly isData?: boolean;
  /** Reading it may run code that it holds. */
  readonly runsCode?: boolean;
  /** Why the header could not be read whole; each a sentence without a full stop. */
  readonly mistakes?: readonly string[];
}

/** What a reader of one format is given. */
export interface ModelBytes {
  /** The file, or its beginning. */
  readonly bytes: Uint8Array;
  /** Size of the whole file. */
  readonly size: number;
}

/** `organisation/name` of a model or data set of the hub, from its address or as such; undefined for anything else. */
export const hubNameOf = (text: string): string | undefined =>
  /^(?:https?:\/\/(?:www\.)?(?:huggingface\.co|hf\.co)\/(?:datasets\/)?)?([A-Za-z0-9][\w.-]{0,95}\/[A-Za-z0-9][\w.-]{0,95})\/?$/.exec(
    text.trim(),
  )?.[1];

/** The bytes as characters of one byte each, for searching text in binary. */
export const latinOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

/** Tells whether the bytes at a place are these characters. */
export const isTextAt = (bytes: Uint8Array, text: string, at = 0): boolean => {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
};
