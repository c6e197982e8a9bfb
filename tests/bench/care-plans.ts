// Prints how fast care plans are read and how well, label by label: `npx node tests/bench/care-plans.ts`. Tables, never a timed test.
import { createCarePlanReader } from '../../src/shared/model/care-plans/reader.ts'
import { hardPlans, hardStatements } from '../support/care-plan-cases.ts'
import { pairFigures, planFigures, statementFigures, type Figures } from '../support/care-plan-figures.ts'
import { inventedPlans } from '../support/invented-plans.ts'

const reader = createCarePlanReader()
for (let seed = 1; seed < 4; seed++) reader.readPlans(inventedPlans(500, seed))

/** Milliseconds of the reading thread alone: other work on the machine does not count. */
function threadTime(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}

const speed: Record<string, string | number>[] = []
for (const count of [200, 1000, 3000]) {
  const plans = inventedPlans(count, 7)
  const before = threadTime()
  const wall = performance.now()
  const batch = reader.readPlans(plans)
  const ms = threadTime() - before
  const statements = batch.plans.reduce((n, plan) => n + plan.statements.length, 0)
  speed.push({
    plans: count,
    statements,
    'ms by the clock': Math.round(performance.now() - wall),
    'ms of one core': Math.round(ms),
    'plans of 30 statements a second': Math.round(statements / 30 / (ms / 1000)),
    templates: batch.templates.length,
    'heap MB': Math.round(process.memoryUsage().heapUsed / 1e6),
  })
}
console.table(speed)

const two = (figure: number): string => figure.toFixed(2)
const row = ({ p, r, f1 }: Figures) => ({ precision: two(p), recall: two(r), F1: two(f1) })
const table = (title: string, { macro, ...labels }: ReturnType<typeof statementFigures>): void => {
  console.log(`${title}, voice macro-F1 ${two(macro)}`)
  console.table(Object.fromEntries(Object.entries(labels).map(([label, figures]) => [label, row(figures)])))
}
const statements = hardStatements()
table(
  'Hard statements the rules were mended on',
  statementFigures(
    reader,
    statements.filter(({ held }) => !held),
  ),
)
table(
  'Hard statements held out',
  statementFigures(
    reader,
    statements.filter(({ held }) => held),
  ),
)
console.table({ 'pairs mended on': row(pairFigures(reader, false)), 'pairs held out': row(pairFigures(reader, true)) })
const plans = hardPlans()
const { rightClass, ...labels } = planFigures(reader, plans)
console.log(`Whole plans: the class of the person's voice is right in ${rightClass} of ${plans.length}`)
console.table(Object.fromEntries(Object.entries(labels).map(([label, figures]) => [label, row(figures)])))
