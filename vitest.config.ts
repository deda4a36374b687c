// Tells vitest where tests lie: beside the sources, in test/, and beside the console's pages.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'console/**/*.test.{ts,tsx}'],
    // Worker start-up dominates on the two-core machines that continuous integration has.
    pool: 'threads',
    passWithNoTests: false,
    testTimeout: 20_000,
  },
});
