import { formatPeriod } from '../../../../shared/drawing/date-words.ts'
import { countOf } from '../../../../shared/drawing/words.ts'
import type {
  Audit,
  AuditPlan,
  CriterionAnswer,
  DecidedVoice,
  OtherWay,
  Reading,
} from '../../../../shared/model/care-plan-audit.ts'
import type { Need } from '../../../../shared/model/care-plans/concepts.ts'

/** Whose words: one set of names and letters, in the key, on the buttons and on the keyboard. */
export const voiceWords: Record<DecidedVoice, { letter: string; name: string }> = {
  'first-person': { letter: 'F', name: 'First person' },
  templated: { letter: 'T', name: 'Templated' },
  reported: { letter: 'R', name: 'Reported' },
  'shown-another-way': { letter: 'V', name: 'Voice shown another way' },
  'someone-else': { letter: 'S', name: 'Someone else' },
  none: { letter: 'N', name: 'Neither' },
  unsure: { letter: 'U', name: 'Unsure' },
}

/** How a voice is shown another way, with the letter that says so after V. */
export const otherWayWords: Record<OtherWay, { letter: string; name: string }> = {
  advocate: { letter: 'A', name: 'Advocate' },
  family: { letter: 'F', name: 'Family or carer' },
  interpreter: { letter: 'I', name: 'Interpreter' },
  behaviour: { letter: 'B', name: 'Behaviour observed' },
}

/** The needs that a statement touches, with the digit of each. */
export const needWords: Record<Need, { letter: string; name: string }> = {
  medical: { letter: '1', name: 'Medical' },
  social: { letter: '2', name: 'Social' },
  psychological: { letter: '3', name: 'Psychological' },
}

/** The answers to a criterion. */
export const answerWords: Record<CriterionAnswer, { letter: string; name: string }> = {
  yes: { letter: 'Y', name: 'Yes' },
  partly: { letter: 'P', name: 'Part' },
  no: { letter: 'N', name: 'No' },
  'not-applicable': { letter: 'A', name: 'Does not apply' },
}

/** Whose reading it is. */
export const readingWords: Record<Reading, string> = {
  first: 'First reading',
  second: 'Second reading',
  agreed: 'What both agreed',
}

/** "September 2026", or the days where they are not whole months. */
export const periodOf = ({ from, to }: Pick<Audit, 'from' | 'to'>): string => formatPeriod(from, to)

/** How the plans were chosen: "10 of 17 plans, drawn at random, seed 48213". */
export function sampleInWords({ sample, planList }: Pick<Audit, 'sample' | 'planList'>): string {
  switch (sample.method) {
    case 'random':
      return `${sample.drawn.length} of ${countOf(sample.caseload ?? sample.drawn.length, 'plan')}, drawn at random, seed ${sample.seed}`
    case 'all':
      return `Everybody’s on the ward: ${countOf(planList.length, 'plan')} loaded`
    case 'chosen':
      return `Chosen by hand: ${countOf(planList.length, 'plan')} loaded`
  }
}

/** "4 left, about 12 minutes"; no minutes until two plans are read. */
export function paceInWords({ pace }: Pick<Audit, 'pace'>): string {
  if (pace.plansLeft === 0) return 'All are read'
  return pace.minutes === null
    ? `${pace.plansLeft} left`
    : `${pace.plansLeft} left, about ${countOf(pace.minutes, 'minute')}`
}

/** How far a plan is: "Read", "4 of 8", "To read". */
export function planStateInWords(plan: Pick<AuditPlan, 'progress'>, reading: Reading): string {
  const progress = plan.progress.find((each) => each.reading === reading)
  if (progress === undefined) return 'To read'
  if (progress.complete) return 'Read'
  const { toDecide, decided, block, blockConfirmed, answered, criteria } = progress
  if (decided + blockConfirmed + answered === 0) return 'To read'
  if (decided < toDecide) return `${decided} of ${toDecide}`
  return blockConfirmed < block ? 'Block left' : `${answered} of ${criteria}`
}
