import { expect, test } from 'vitest'
import { runKillTries } from '../../support/kill-tries.ts'

/** Two files of a hundred, so that both cores are used. */
test('a hundred kills at random moments lose nothing that was acknowledged', { timeout: 400_000 }, async () => {
  const { faults, acknowledged } = await runKillTries(100, 1)
  expect(faults).toEqual([])
  expect(acknowledged).toBeGreaterThan(100)
})
