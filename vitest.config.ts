// Tells vitest where tests lie: beside the sources, in test/, and beside the console's pages.
import { configDefaults, defineConfig } from 'vitest/config';

const store = ['src/store/**/*.test.ts', 'test/store-processes.test.ts'];

export default defineConfig({
  test: {
    // Worker start-up dominates on the two-core machines that continuous integration has.
    pool: 'threads',
    passWithNoTests: false,
    testTimeout: 20_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'all',
          include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'console/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, ...store],
        },
      },
      // Apart, so that PostgreSQL is started only where somebody asks for it.
      { extends: true, test: { name: 'store', include: store, globalSetup: 'test/postgres-cluster.ts' } },
    ],
  },
});
