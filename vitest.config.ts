import { defineConfig } from 'vitest/config';

/** These mock modules, and so need a module registry of their own. */
const MOCKING = ['lazyWithRetry', 'downloadMenu'].map((name) => `tests/dashboard/${name}.test.tsx`);

export default defineConfig({
  resolve: {
    // One copy: vite would pick graphql's ES modules, the packages that use it its CommonJS ones.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    pool: 'forks',
    // One more than vitest takes on two cores: a test that waits leaves its core to the other.
    maxWorkers: 2,
    // A zone that no record uses, a quarter of an hour off the others: local time must not leak in.
    env: { TZ: 'Pacific/Chatham' },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        // No file mocks a module or changes the process: each worker loads modules once, not once a file.
        test: {
          name: 'rooms',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/dashboard/**'],
          isolate: false,
          // The command line, built; PostgreSQL, for the tests that ask for it.
          globalSetup: ['tests/support/builtServer.ts', 'tests/support/postgresServer.ts'],
        },
      },
      {
        extends: true,
        // Loading React, happy-dom and the contract for every file would take longer than its tests.
        test: {
          name: 'dashboard',
          include: ['tests/dashboard/*.test.{ts,tsx}'],
          exclude: MOCKING,
          isolate: false,
        },
      },
      { extends: true, test: { name: 'mocking', include: MOCKING } },
      {
        extends: true,
        // In a browser, one file after the other once the others are done: what waits for what
        // is seen there needs the machine for itself.
        test: {
          name: 'e2e',
          include: ['tests/e2e/*.test.ts'],
          globalSetup: ['tests/support/builtDashboard.ts', 'tests/e2e/support/sharedServers.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
