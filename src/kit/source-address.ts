/** Where a code host shows a place of the scanned source. */
import type { Report } from '../domain/report.ts';

/** How hosts write the address of a file at a commit. */
const hosts: Readonly<Record<string, string>> = { 'github.com': '/blob/', 'gitlab.com': '/-/blob/' };

const encodePath = (path: string): string =>
  path
    .toWellFormed()
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`),
    )
    .join('/');

/** Gives the address of a place, `undefined` where the source has no commit on a host whose addresses are known. */
export const createAddressOf = ({
  target,
}: Pick<Report, 'target'>): ((place: { readonly path: string; readonly line: number }) => string | undefined) => {
  const { remote = '', commit = '', source } = target;
  const [host = '', ...names] = remote.split('/');
  const infix = hosts[host];
  const isPlain = names.length >= 2 && names.every((name) => /^[\w.-]+$/.test(name) && !/^\.+$/.test(name));
  // A source that is part of a repository says so behind two slashes; its paths begin there.
  const folder =
    source === remote ? '' : source.startsWith(`${remote}//`) ? source.slice(remote.length + 2) : undefined;
  if (infix === undefined || !isPlain || folder === undefined || !/^[0-9a-f]{40,64}$/.test(commit))
    return () => undefined;
  const base = `https://${remote}${infix}${commit}/${folder === '' ? '' : `${encodePath(folder)}/`}`;
  return ({ path, line }) =>
    path.split('/').includes('..') ? undefined : `${base}${encodePath(path)}${line > 0 ? `#L${line}` : ''}`;
};
