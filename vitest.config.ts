import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    testTimeout: 20_000,
    // Two cores: more workers only make the timing of the killed-process tests unsteady.
    maxWorkers: 2,
  },
})
