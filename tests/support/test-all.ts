/**
 * What `npm test` runs: every check and every layer of tests, each whatever became of the ones before, and a closing line that is the
 * honest sum. A check that fails counts as one failed test.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { addCounts, closingLine, countPlaywright, countVitest, type Counts } from './summary.ts'

type Stage = { script: string; env?: NodeJS.ProcessEnv; count?: () => Counts }

const stages: Stage[] = [
  { script: 'check:types' },
  { script: 'check:lint' },
  { script: 'check:format' },
  { script: 'check:unused' },
  { script: 'build' },
  { script: 'test:unit', count: () => countVitest('reports/unit.json') },
  {
    script: 'test:journeys',
    env: { PLAYWRIGHT_REPORT: 'reports/journeys.json' },
    count: () => countPlaywright('reports/journeys.json'),
  },
  {
    script: 'test:shell',
    env: { PLAYWRIGHT_REPORT: 'reports/desktop.json' },
    count: () => countPlaywright('reports/desktop.json'),
  },
]

rmSync('reports', { recursive: true, force: true })
const results = stages.map((stage) => ({ ...stage, counts: run(stage) }))
const total = addCounts(results.map(({ counts }) => counts))

for (const { script, counts } of results) if (counts.failed > 0) console.log(`failed: ${script}`)
console.log(closingLine(total))
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0

function run({ script, env, count }: Stage): Counts {
  console.log(`\n> ${script}`)
  const [program, ...args] = command(script)
  const { status } = spawnSync(program, args, {
    stdio: 'inherit',
    env: { ...process.env, ...env },
    shell: process.platform === 'win32',
  })
  const counts = count?.() ?? { passed: 0, failed: 0, skipped: 0 }
  // A stage can fail with every test passed: a defect outside a test, a report that nobody could read.
  return status !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

/** A window needs a display: where there is none, a virtual one is used if it can be had. */
function command(script: string): [string, ...string[]] {
  const needsDisplay = script === 'test:shell' && process.platform === 'linux' && !process.env.DISPLAY
  const npm: [string, ...string[]] = ['npm', 'run', '--silent', script]
  return needsDisplay && existsSync('/usr/bin/xvfb-run') ? ['xvfb-run', '-a', ...npm] : npm
}
