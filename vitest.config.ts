import { defineConfig } from 'vitest/config'

/** Tests live next to the code; what spans features lives in `test/`. All share one real PostgreSQL. */
export default defineConfig({
  test: {
    include: ['{src,test,scripts,bench}/**/*.test.{ts,tsx}'],
    globalSetup: ['test/global-setup.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // Generous, because a test that fails only on a busy machine teaches nothing.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    teardownTimeout: 30_000,
  },
})
