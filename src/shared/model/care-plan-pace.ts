import { median } from './statistics.ts'

/** Decisions further apart than this were parted by something else than reading, in minutes. */
const longestPause = 5

/** When one plan's decisions and answers were made, in milliseconds, and whether everything of it is decided. */
type PlanTimes = { complete: boolean; times: readonly number[] }

/**
 * What is left of an audit and about how long it takes: the median time of its complete plans, for each plan that is not. Pauses of more
 * than five minutes count as five. No minutes until two plans were read: one says nothing of the next.
 */
export function paceOf(plans: readonly PlanTimes[]): { plansLeft: number; minutes: number | null } {
  const plansLeft = plans.filter(({ complete }) => !complete).length
  const complete = plans.filter((plan) => plan.complete && plan.times.length > 0)
  if (complete.length < 2) return { plansLeft, minutes: null }
  const usual = median(complete.map(({ times }) => minutesOver(times)))
  return { plansLeft, minutes: usual === null ? null : Math.ceil(usual * plansLeft) }
}

/** The minutes from the first decision of a plan to its last, with one usual step for what went before the first. */
function minutesOver(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other)
  const steps = sorted.slice(1).map((time, i) => Math.min(longestPause, (time - (sorted[i] ?? time)) / 60_000))
  const sum = steps.reduce((total, step) => total + step, 0)
  return steps.length === 0 ? 1 : sum + sum / steps.length
}
