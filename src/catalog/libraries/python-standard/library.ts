/** Python’s own library as far as it acts on the world: processes, files, mail, sockets, SQLite; the rest of it is known to do nothing outside. */
import { defineLibrary } from '../../../kit/define-library.ts';
import { acting } from './acting.ts';
import { quietModules } from './quiet-modules.ts';

export default defineLibrary({
  id: 'python-standard',
  title: 'Python standard library',
  homepage: 'https://docs.python.org/3/library/',
  python: { packages: [], modules: quietModules, meanings: acting },
});
