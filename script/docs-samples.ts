// Reads the shell samples out of a page of documentation, with what each fence says of how it is run.

interface Sample {
  line: number;
  /** `test` for one that runs, `manual` for one that says why it cannot; undefined for one that says neither. */
  mark: 'test' | 'manual' | undefined;
  /** The exit code that the sample promises. */
  exit: number;
  text: string;
}

/** Every fenced block that is a shell sample: ```sh test · ```sh test exit=1 · ```sh manual: <why>. */
export function readSamples(page: string): Sample[] {
  const samples: Sample[] = [];
  const fence = /^```(?:sh|bash|shell|console)\b[ \t]*(.*)\n([\s\S]*?)^```$/gm;
  for (const match of page.matchAll(fence)) {
    const [, info = '', text = ''] = match;
    const mark = /^test\b/.test(info) ? 'test' : /^manual: *\S/.test(info) ? 'manual' : undefined;
    samples.push({
      line: page.slice(0, match.index).split('\n').length,
      mark,
      exit: Number(/\bexit=(\d+)/.exec(info)?.[1] ?? 0),
      text,
    });
  }
  return samples;
}
