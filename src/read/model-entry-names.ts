/** Judges the names under which archives and models keep their parts: whether they lead out of the folder that they are unpacked to. */

const shorten = (name: string): string => (name.length > 80 ? `${name.slice(0, 80)}…` : name);

/** Tells whether a path, relative to its folder, leads out of it. */
export const leadsOut = (path: string): boolean => {
  const steps = path.replaceAll('\\', '/').split('/');
  if (/^(?:[a-z]:|[a-z][a-z0-9+.-]+:\/\/|\/|~)/i.test(path.replaceAll('\\', '/'))) return true;
  let depth = 0;
  for (const step of steps) {
    if (step === '..') depth -= 1;
    else if (step !== '' && step !== '.') depth += 1;
    if (depth < 0) return true;
  }
  return false;
};

/** What is wrong with the name of an entry; undefined when nothing is. */
export const judgeEntryName = (name: string): string | undefined => {
  if (name.includes('\0')) return `the name “${shorten(name.replaceAll('\0', '\\0'))}” holds a NUL`;
  return leadsOut(name) ? `“${shorten(name)}” would be unpacked outside its folder` : undefined;
};
