/** Finds many words in bytes at once: an Aho-Corasick automaton on typed arrays, one table look-up per byte. */

/** Reads bytes once and calls back for every place where a word ends. */
export interface WordFinder {
  /** `found` gets the index of the word and the offset just behind it; several words may end at one place. */
  scan(bytes: Uint8Array, found: (word: number, end: number) => void): void;
}

const lower = (byte: number): number => (byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte);

/** Compiles ASCII words of at least one character. With `ignoreCase` letters match in both cases. */
export const compileWords = (words: readonly string[], ignoreCase = false): WordFinder => {
  const spelled = words.map((word) => {
    const bytes = [...word].map((letter) => letter.charCodeAt(0));
    if (bytes.length === 0 || bytes.some((byte) => byte > 127)) throw new RangeError(`not an ASCII word: ${word}`);
    return ignoreCase ? bytes.map(lower) : bytes;
  });

  // Bytes that no word contains share class 0, which keeps the table small enough for the processor’s cache.
  const classOf = new Uint8Array(256);
  let classes = 1;
  for (const bytes of spelled) for (const byte of bytes) if (classOf[byte] === 0) classOf[byte] = classes++;
  if (ignoreCase) for (let byte = 0x41; byte <= 0x5a; byte++) classOf[byte] = classOf[byte + 32]!;

  const children: Map<number, number>[] = [new Map()];
  const ending: number[][] = [[]];
  spelled.forEach((bytes, word) => {
    let state = 0;
    for (const byte of bytes) {
      const by = classOf[byte]!;
      let next = children[state]!.get(by);
      if (next === undefined) {
        next = children.length;
        children[state]!.set(by, next);
        children.push(new Map());
        ending.push([]);
      }
      state = next;
    }
    ending[state]!.push(word);
  });

  // Breadth first: a state’s missing steps are those of its longest proper suffix, which is finished before it.
  const count = children.length;
  const step = new Int32Array(count * classes);
  const suffix = new Int32Array(count);
  const queue = [0];
  for (const state of queue) {
    for (let by = 0; by < classes; by++) {
      const onSuffix = state === 0 ? 0 : step[suffix[state]! * classes + by]!;
      const child = children[state]!.get(by);
      step[state * classes + by] = child ?? onSuffix;
      if (child === undefined) continue;
      suffix[child] = onSuffix;
      ending[child]!.push(...ending[onSuffix]!);
      queue.push(child);
    }
  }

  // States at which a word ends get the highest numbers, so that one comparison per byte tells them.
  const order = Array.from({ length: count }, (_, state) => state).sort(
    (a, b) => Number(ending[a]!.length > 0) - Number(ending[b]!.length > 0) || a - b,
  );
  const place = new Int32Array(count);
  for (let at = 0; at < count; at++) place[order[at]!] = at;
  // Half the width keeps the table of any usual list of words in the processor’s first cache.
  const size = count * classes;
  const table = size <= 0x10000 ? new Uint16Array(size) : new Int32Array(size);
  for (let state = 0; state < count; state++)
    for (let by = 0; by < classes; by++)
      table[place[state]! * classes + by] = place[step[state * classes + by]!]! * classes;
  const ends = order.map((state) => ending[state]!);
  const firstEnding = ends.findIndex((list) => list.length > 0) * classes;

  return {
    scan(bytes, found) {
      let state = 0;
      const { length } = bytes;
      for (let at = 0; at < length; at++) {
        state = table[state + classOf[bytes[at]!]!]!;
        if (state >= firstEnding) for (const word of ends[state / classes]!) found(word, at + 1);
      }
    },
  };
};
