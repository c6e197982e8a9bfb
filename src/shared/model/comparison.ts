import { Timestamp } from './dates.ts'
import { AssessmentId, FindingId, PromptId, ScopeId } from './ids.ts'
import { z } from './schema.ts'
import { Count } from './text.ts'
import { Judgement } from './vocabulary.ts'

/** How a finding compares with the last sign-off, in the order in which it is shown: what got worse comes first. */
export const changes = ['worse', 'improved', 'new', 'not-assessed', 'does-not-apply', 'unchanged'] as const
export const Change = z.enum(changes)
export type Change = z.infer<typeof Change>

const PeopleCounts = z.strictObject({ yes: Count, inPart: Count, no: Count })

/** One finding beside what the last sign-off said of the same prompt in the same scope. */
export const ComparedFinding = z.strictObject({
  findingId: FindingId,
  promptId: PromptId,
  promptShort: z.string(),
  scopeId: ScopeId,
  scopeName: z.string(),
  change: Change,
  /** Null when the last sign-off did not look at it. */
  before: Judgement.nullable(),
  now: Judgement,
  peopleBefore: PeopleCounts.nullable(),
  peopleNow: PeopleCounts,
  /** Last time's judgement still stands here, and nobody has set it again. */
  reconfirm: z.boolean(),
  /** The first sentence of what is said now; empty when nothing is. */
  sentence: z.string(),
})
export type ComparedFinding = z.infer<typeof ComparedFinding>

/** The open cycle beside the last sign-off. */
export const Comparison = z.strictObject({
  since: z.strictObject({
    assessmentId: AssessmentId,
    title: z.string(),
    signedOffAt: Timestamp,
    signer: z.string(),
    role: z.string(),
  }),
  findings: z.array(ComparedFinding),
})
export type Comparison = z.infer<typeof Comparison>

/** From the most evidence to evidence that says otherwise. */
const ladder: readonly Judgement[] = ['well-evidenced', 'partly-evidenced', 'not-evidenced', 'evidence-against']

/** What has changed between two judgements of the same prompt in the same scope. Steps are not counted: there is no score. */
export function decideChange(before: Judgement | null, now: Judgement): Change {
  if (now === 'not-assessed') return 'not-assessed'
  if (before === now) return 'unchanged'
  if (now === 'not-applicable') return 'does-not-apply'
  if (before === null || before === 'not-assessed' || before === 'not-applicable') return 'new'
  return ladder.indexOf(now) > ladder.indexOf(before) ? 'worse' : 'improved'
}

/** The longest first sentence that is shown, in characters. */
const longestSentence = 240

/** The first sentence of a text, or its first words when it has none that is short enough. */
export function firstSentence(text: string): string {
  const line = text.trim().split('\n')[0] ?? ''
  const whole = /^.*?[.!?…][’”"')]*(?=\s+[\p{Lu}“‘"']|\s*$)/u.exec(line)?.[0] ?? line
  if (whole.length <= longestSentence) return whole
  const cut = whole.slice(0, longestSentence)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()} …`
}
