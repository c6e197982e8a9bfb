// Prints how fast care plans are read: `npx node tests/bench/care-plans.ts`. A table, never a timed test.
import { createCarePlanReader } from '../../src/shared/model/care-plans/reader.ts'
import { inventedPlans } from '../support/invented-plans.ts'

const rows: Record<string, string | number>[] = []
const reader = createCarePlanReader()
reader.readPlans(inventedPlans(200, 1))

for (const count of [200, 1000, 3000]) {
  const plans = inventedPlans(count, 7)
  const before = performance.now()
  const batch = reader.readPlans(plans)
  const ms = performance.now() - before
  const statements = batch.plans.reduce((n, plan) => n + plan.statements.length, 0)
  rows.push({
    plans: count,
    statements,
    ms: Math.round(ms),
    'plans a second': Math.round((count / ms) * 1000),
    templates: batch.templates.length,
    'heap MB': Math.round(process.memoryUsage().heapUsed / 1e6),
  })
}
console.table(rows)
