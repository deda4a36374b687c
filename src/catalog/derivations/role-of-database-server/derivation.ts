/** A server for a database that is handed the key of an administrator passes over the rights of single users and rows. */
import { defineDerivation } from '../../../kit/define-derivation.ts';
import { any, fact } from '../../../kit/tests.ts';

const database = /supabase|postgres|mysql|mariadb|mongo|dbhub|neon|sqlserver|mssql|oracle/i;
/** https://supabase.com/docs/guides/getting-started/mcp: it works with the rights of the developer, whatever rows say. */
const always = /^@supabase\/mcp-server-supabase$|mcp\.supabase\.com/;
const administrator = /SERVICE_ROLE|(?:^|_)(?:ROOT|ADMIN|SUPERUSER|MASTER|SA)_?(?:PASSWORD|PASSWD|KEY|TOKEN|USER)/i;

export default defineDerivation({
  id: 'role-of-database-server',
  title: 'A database server with the key of an administrator passes over row rights',
  when: {
    variables: { entry: 'mcp-server-configuration' },
    edges: [],
    where: any(fact('entry', 'packageName').isSeen(), fact('entry', 'url').isSeen()),
  },
  conclude: ({ bound }, snapshot) => {
    const entry = bound.entry!;
    const said = (name: 'packageName' | 'url') => String(snapshot.fact(entry, name)?.value ?? '');
    const names = snapshot.fact(entry, 'environmentNames')?.value;
    const isAdministrator = Array.isArray(names) && names.some((name) => administrator.test(String(name)));
    const isSuper =
      always.test(said('packageName')) ||
      always.test(said('url')) ||
      (database.test(said('packageName')) && isAdministrator);
    return isSuper
      ? [{ fact: 'superRole', of: 'entry', value: true, note: 'its key passes over the rights of rows' }]
      : [];
  },
  confidence: 0.85,
});
