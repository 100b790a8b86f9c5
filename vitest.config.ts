import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    // One copy: vite would pick graphql's ES modules, the packages that use it its CommonJS ones.
    alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    // A zone that no record uses, a quarter of an hour off the others: local time must not leak in.
    env: { TZ: 'Pacific/Chatham' },
    testTimeout: 20_000,
    hookTimeout: 30_000,
  },
});
