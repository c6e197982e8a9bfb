import { runKillTries } from '../support/kill-tries.ts'

/** `npm run bench:faults [tries] [seed]`: kills the host at random moments, 5,000 times unless told otherwise. */
const [tries = 5_000, seed = 42] = process.argv.slice(2).map(Number)
const started = Date.now()
const { faults, acknowledged } = await runKillTries(tries, seed)
console.table([
  {
    tries,
    seed,
    'acknowledged writes': acknowledged,
    faults: faults.length,
    seconds: Math.round((Date.now() - started) / 1_000),
  },
])
for (const fault of faults) console.log(fault)
process.exitCode = faults.length === 0 ? 0 : 1
