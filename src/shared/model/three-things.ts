import type { Prompt } from './checklist.ts'
import type { FindingSummary } from './finding.ts'
import type { ThingToKnow } from './overview.ts'
import { decidePeopleVerdict, peopleAsked } from './people-view.ts'

/** What the three things to know are worked out from. */
export type ThingsInput = {
  findings: readonly FindingSummary[]
  prompts: readonly Pick<Prompt, 'id' | 'short'>[]
  scopes: readonly { id: string; name: string }[]
  /** Items of evidence that are not stale today and will be soon. */
  goingStale: number
  lateActions: number
  /** The day by which they will be, in words, `30 November`. */
  untilWords: string
}

/**
 * At most three sentences worked out from the findings: where evidence or people say otherwise; who has not been asked; what is about
 * to go stale or is late. Fewer facts, fewer sentences.
 */
export function decideThingsToKnow(input: ThingsInput): ThingToKnow[] {
  return [worstFinding(input), notAsked(input), goingOff(input)].filter((thing) => thing !== null)
}

function worstFinding({ findings, prompts, scopes }: ThingsInput): ThingToKnow | null {
  const assessed = findings.filter((finding) => finding.judgement !== 'not-applicable')
  const saysNo = (finding: FindingSummary) => decidePeopleVerdict(finding.peopleView) === 'most-no'
  const worst =
    assessed.find((finding) => finding.judgement === 'evidence-against' && saysNo(finding)) ??
    assessed.find((finding) => finding.judgement === 'evidence-against') ??
    assessed.find(saysNo)
  if (!worst) return null
  const prompt = prompts.find(({ id }) => id === worst.promptId)?.short ?? worst.promptId
  const scope = scopes.find(({ id }) => id === worst.scopeId)?.name ?? ''
  const asked = peopleAsked(worst.peopleView)
  const says = [
    worst.judgement === 'evidence-against' ? 'evidence says otherwise' : null,
    asked > 0 && worst.peopleView.no > 0 ? `${worst.peopleView.no} of ${asked} people said no` : null,
  ].filter((words) => words !== null)
  return { text: `${prompt}: ${scope}, ${says.join('; ')}.`, target: { kind: 'finding', findingId: worst.id } }
}

function notAsked({ findings }: ThingsInput): ThingToKnow | null {
  const applicable = findings.filter((finding) => finding.judgement !== 'not-applicable')
  const unasked = applicable.filter((finding) => peopleAsked(finding.peopleView) === 0).length
  if (unasked === 0) return null
  return {
    text: `Nobody has been asked their view on ${unasked} of ${applicable.length} findings.`,
    target: { kind: 'not-asked' },
  }
}

function goingOff({ goingStale, lateActions, untilWords }: ThingsInput): ThingToKnow | null {
  const late = `${lateActions} ${lateActions === 1 ? 'action is' : 'actions are'} late.`
  if (goingStale > 0) {
    const stale = `${goingStale} ${goingStale === 1 ? 'item goes' : 'items go'} stale before ${untilWords}.`
    return { text: lateActions > 0 ? `${stale} ${late}` : stale, target: { kind: 'stale' } }
  }
  return lateActions > 0 ? { text: late, target: { kind: 'actions' } } : null
}
