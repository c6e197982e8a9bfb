import { expect, test } from 'vitest'
import { runKillTries } from '../../support/kill-tries.ts'

test('another hundred kills at random moments lose nothing that was acknowledged', { timeout: 400_000 }, async () => {
  const { faults, acknowledged } = await runKillTries(100, 2)
  expect(faults).toEqual([])
  expect(acknowledged).toBeGreaterThan(100)
})
