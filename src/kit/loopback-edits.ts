/** Lets a service answer its own host alone: an address in a start command, a published port of a Compose file, and what becomes of it. */
import type { AssetView } from './define-detector.ts';
import type { Change, Edit, PlanFile } from './define-remediation.ts';
import { editLines } from './line-edits.ts';

/** Undefined where none of the lines that the evidence points at holds such an address. */
export const loopbackEdits = (files: readonly PlanFile[]): readonly Edit[] | undefined => {
  const edits = files.flatMap((file) => {
    const address = editLines(file, /\b0\.0\.0\.0\b/, () => '127.0.0.1');
    if (address.length > 0) return address;
    // The short form of a published port: “8000:8000” means every address of the host.
    return /\.ya?ml$/.test(file.path)
      ? editLines(
          file,
          /(-\s*)(["']?)(\d{1,5}:\d{1,5})(?:\/tcp)?\2(?=\s*(?:#|$))/,
          ([, dash, quote, ports]) => `${dash}${quote || '"'}127.0.0.1:${ports}${quote || '"'}`,
        )
      : [];
  });
  return edits.length > 0 ? edits : undefined;
};

/** What changes where a service answers its own host alone: the ways that led to it through its host lead nowhere, too. */
export const loopbackChanges = ({ snapshot, number }: AssetView): readonly Change[] => {
  const port = snapshot.value(number, 'port');
  const ways = new Set<number>();
  const note = (way: number): undefined => {
    const own = snapshot.value(way, 'port');
    if (port === undefined || own === undefined || own === port) ways.add(way);
  };
  snapshot.in(number, 'exposes', note);
  snapshot.in(number, 'runs', (host) => {
    snapshot.in(host, 'exposes', note);
  });
  return [
    { set: 'bindAddress', value: '127.0.0.1' },
    { set: 'public', value: false },
    { cut: 'exposes', direction: 'in' },
    ...[...ways].map((of): Change => ({ cut: 'exposes', direction: 'out', of })),
  ];
};
