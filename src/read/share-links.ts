/** Share links of Azure Storage in a text: the account, the path, what they allow and until when. https://learn.microsoft.com/rest/api/storageservices/create-service-sas */

export interface ShareLink {
  readonly account: string;
  /** Container and blob, with no `/` before; empty for the whole account. */
  readonly path: string;
  /** The link stands for the account, not for one container or blob. */
  readonly wholeAccount: boolean;
  readonly grants: readonly string[];
  /** The day on which it ends: `2051-10-06`. */
  readonly expires?: string;
  /** What lets its holder in, as the search for credentials takes it out of the link. It leaves the extractor only as a fingerprint. */
  readonly signature: string;
  readonly line: number;
}

const link =
  /https:\/\/([a-z0-9]{3,24})\.(?:blob|dfs|file)\.core\.windows\.net(\/[^\s"'`<>?\\]{0,1000})?\?([^\s"'`<>\\]{1,2000})/g;
const signature = /sv=20\d\d-\d\d-\d\d&[A-Za-z0-9%&=:.,_+-]{4,400}?sig=[A-Za-z0-9%+/]{40,90}=?/;
/** What each letter of `sp` allows. */
const rights: Readonly<Record<string, string>> = {
  r: 'read',
  w: 'write',
  c: 'create',
  a: 'write',
  d: 'delete',
  l: 'list',
};

/** Every share link of a text, at most a hundred. */
export const findShareLinks = (text: string): readonly ShareLink[] => {
  if (!text.includes('sig=')) return [];
  const found: ShareLink[] = [];
  let line = 1;
  let counted = 0;
  for (const match of text.matchAll(link)) {
    const [, account = '', path = '', query = ''] = match;
    const own = signature.exec(query)?.[0];
    if (own === undefined || found.length >= 100) continue;
    for (let at = text.indexOf('\n', counted); at >= 0 && at < match.index; at = text.indexOf('\n', at + 1)) line += 1;
    counted = match.index;
    const parameters = new Map(
      query
        .replaceAll('&amp;', '&')
        .split('&')
        .map((each) => [each.slice(0, each.indexOf('=')), each.slice(each.indexOf('=') + 1)] as const),
    );
    const expires = /^\d{4}-\d\d-\d\d/.exec(parameters.get('se') ?? '')?.[0];
    const letters = [...(parameters.get('sp') ?? '')];
    found.push({
      account,
      path: path.replace(/^\/+/, ''),
      wholeAccount: parameters.has('srt'),
      grants: [...new Set(letters.flatMap((letter) => rights[letter] ?? []))].sort(),
      ...(expires === undefined ? {} : { expires }),
      signature: own,
      line,
    });
  }
  return found;
};
