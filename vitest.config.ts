import { defineConfig } from 'vitest/config';

const UNITS = ['cases', 'events', 'domain', 'graphql', 'record'].map(
  (room) => `tests/${room}/*.test.ts`,
);

export default defineConfig({
  resolve: {
    // One copy: vite would pick graphql's ES modules, the packages that use it its CommonJS ones.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    pool: 'forks',
    // A zone that no record uses, a quarter of an hour off the others: local time must not leak in.
    env: { TZ: 'Pacific/Chatham' },
    testTimeout: 20_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        // They start no process and share nothing that changes: their modules are loaded once.
        test: { name: 'units', include: UNITS, isolate: false },
      },
      {
        extends: true,
        test: {
          name: 'rules',
          include: ['tests/**/*.test.{ts,tsx}'],
          exclude: ['tests/e2e/**', ...UNITS],
          // PostgreSQL, for the tests that ask for it.
          globalSetup: ['tests/support/postgresServer.ts'],
        },
      },
      {
        extends: true,
        // In a browser, one file after the other once the others are done: what waits for what
        // is seen there needs the machine for itself.
        test: {
          name: 'e2e',
          include: ['tests/e2e/*.test.ts'],
          fileParallelism: false,
          testTimeout: 90_000,
          hookTimeout: 90_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
