/** Goes along the tokens of a Bicep file, and takes those that are expected. */
import type { BicepToken } from './bicep-tokens.ts';

/** Tells whether a token is this mark. */
export const isMarkToken = (token: BicepToken | undefined, text: string): boolean =>
  token?.is === 'mark' && token.text === text;

/** A place among the tokens of a file. */
export class BicepCursor {
  protected readonly tokens: readonly BicepToken[];
  protected at = 0;

  constructor(tokens: readonly BicepToken[]) {
    this.tokens = tokens;
  }

  get token(): BicepToken {
    return this.tokens[this.at] ?? { is: 'end', line: this.tokens.at(-1)?.line ?? 1 };
  }

  get line(): number {
    return this.token.line;
  }

  get position(): number {
    return this.at;
  }

  next(): BicepToken {
    const { token } = this;
    this.at += 1;
    return token;
  }

  /** Goes to a place among the tokens. */
  goTo(position: number): void {
    this.at = position;
  }

  isMark(text: string): boolean {
    return this.token.is === 'mark' && this.token.text === text;
  }

  isWord(text?: string): boolean {
    return this.token.is === 'word' && (text === undefined || this.token.text === text);
  }

  skipMark(text: string): boolean {
    const { token } = this;
    if (token.is !== 'mark' || token.text !== text) return false;
    this.at += 1;
    return true;
  }

  skipLines(): void {
    while (this.token.is === 'line') this.at += 1;
  }

  /** A word, which is eaten; undefined where none stands. */
  takeWord(): string | undefined {
    const { token } = this;
    if (token.is !== 'word') return undefined;
    this.at += 1;
    return token.text;
  }

  /** A text without interpolation, which is eaten. */
  takeText(): string | undefined {
    const { token } = this;
    if (token.is !== 'text' || token.pieces.length !== 1 || typeof token.pieces[0] !== 'string') return undefined;
    this.at += 1;
    return token.pieces[0];
  }
}
