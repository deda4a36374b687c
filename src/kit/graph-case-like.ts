/** Lets a graph case say only how it differs from an earlier one: `like`, `without`, and `null` for what is taken away. */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lays `over` on `base`, map into map; `null` takes a key away, anything else replaces it. */
function overlay(base: unknown, over: unknown): unknown {
  if (!isFields(base) || !isFields(over)) return over;
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) {
    if (value === null) delete result[key];
    else result[key] = overlay(result[key], value);
  }
  return result;
}

const sameRelation = (a: unknown, b: unknown): boolean =>
  Array.isArray(a) && Array.isArray(b) && a[0] === b[0] && a[1] === b[1] && a[2] === b[2];

/** What a case takes over from the one it is like: the graph and what is asked about, never what is expected. */
const inherited = ['about', 'assets', 'relations', 'closed', 'failing', 'passing', 'undecided'];

/**
 * Resolves `like: <name of an earlier case>`: assets and facts are laid over those of the other, `relations` are added to its
 * relations, `without` lists relations to leave out; `closed`, `failing` and `passing` replace the other’s.
 */
export function inheritCases(raw: readonly unknown[], file: string): unknown[] {
  const done = new Map<string, Fields>();
  return raw.map((one) => {
    if (!isFields(one)) return one;
    const { like, without, ...own } = one;
    let result: Fields = own;
    if (like !== undefined) {
      const base = done.get(String(like));
      if (!base)
        throw new Error(
          `${file} case “${own.name}”: no earlier case is called “${like}”; mend the name, or move it up`,
        );
      const kept = Object.fromEntries(inherited.filter((key) => key in base).map((key) => [key, base[key]]));
      const left = Array.isArray(without) ? without : [];
      const relations = ((base.relations ?? []) as unknown[]).filter(
        (given) => !left.some((cut) => sameRelation(given, cut)),
      );
      const missed = left.find(
        (cut) => !((base.relations ?? []) as unknown[]).some((given) => sameRelation(given, cut)),
      );
      if (missed)
        throw new Error(
          `${file} case “${own.name}”: “${like}” has no relation ${JSON.stringify(missed)} to leave out; mend it`,
        );
      result = {
        ...kept,
        ...own,
        assets: overlay(base.assets, own.assets ?? {}),
        relations: [...relations, ...((own.relations ?? []) as unknown[])],
      };
    } else if (without !== undefined) {
      throw new Error(`${file} case “${own.name}”: “without” means something only beside “like”; remove it`);
    }
    done.set(String(own.name), result);
    return result;
  });
}
