// The file tree: a folder on disk, usually a checkout of a repository, walked once.
import type { Discovery } from '../../../kit/define-connector.ts';
import { defineConnector, emptyExtraction } from '../../../kit/define-connector.ts';
import { readGit } from './read-git.ts';
import { walkTree } from './walk-tree.ts';

export default defineConnector({
  id: 'file-tree',
  title: 'File tree',
  reads: [
    'every file below one folder, except installed packages, virtual environments, caches, build output, vendored trees and what .gitignore names',
    'the remote and the commit of the repository, from .git/config, .git/HEAD and refs, as text',
  ],
  needs: ['files'],
  async discover({ files, repository }, options): Promise<Discovery> {
    const walk = await walkTree(files, repository, options);
    const { remote, commit } = repository ? await readGit(repository) : {};
    const subPath = repository?.subPath ?? '';
    const id = remote === undefined ? `local:${options.name}` : subPath === '' ? remote : `${remote}//${subPath}`;
    const name =
      remote === undefined
        ? options.name
        : `${remote.split('/').slice(-2).join('/')}${subPath === '' ? '' : `/${subPath}`}`;
    return {
      ...walk,
      source: { id, name, ...(remote ? { remote } : {}), ...(commit ? { commit } : {}) },
      extraction: {
        ...emptyExtraction,
        assets: [
          {
            key: 'repository',
            kind: 'repository',
            name,
            identifiers: [remote === undefined ? { scheme: 'place', value: '' } : { scheme: 'remote', value: id }],
            facts: { path: { value: subPath === '' ? '.' : subPath } },
            line: 0,
            how: 'observed',
            confidence: 1,
          },
        ],
      },
    };
  },
});
