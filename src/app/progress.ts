/** Progress on standard error, for people at a terminal only. */

/** Says how far the work is; `clear` takes the line away again. */
export interface Progress {
  say(text: string): void;
  clear(): void;
}

/** A line that is rewritten at most ten times a second; nothing at all where nobody looks. */
export const createProgress = (stream: NodeJS.WriteStream, isQuiet = false): Progress => {
  if (isQuiet || !stream.isTTY) return { say: () => undefined, clear: () => undefined };
  let last = 0;
  let isShown = false;
  return {
    say(text) {
      const now = performance.now();
      if (now - last < 100) return;
      last = now;
      isShown = true;
      stream.write(`\r\u001b[2K${text.slice(0, Math.max(20, stream.columns - 1))}`);
    },
    clear() {
      if (isShown) stream.write('\r\u001b[2K');
      isShown = false;
    },
  };
};
