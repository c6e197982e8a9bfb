import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The tests that kill programs wait more than they work: begun first, they run beside the others instead of after them. */
class KillsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    const kills = sorted.filter(({ moduleId }) => moduleId.includes('/faults/kill'))
    return [...kills, ...sorted.filter((file) => !kills.includes(file))]
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts', 'tests/**/*.test.tsx'],
    environment: 'node',
    testTimeout: 20_000,
    // Two cores, and one more for the tests that wait; still more make the timing of killed processes unsteady.
    maxWorkers: 3,
    sequence: { sequencer: KillsFirst },
  },
})
