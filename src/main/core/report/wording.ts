import { formatDate, formatDescribes } from '../../../shared/drawing/date-words.ts'
import { peopleVerdictWords, regulationWords } from '../../../shared/drawing/words.ts'
import type { Action } from '../../../shared/model/action.ts'
import type { Prompt } from '../../../shared/model/checklist.ts'
import { decidePeopleVerdict, peopleAsked, type PeopleView } from '../../../shared/model/people-view.ts'
import { redactionOf, type Redaction } from '../../../shared/model/report-redaction.ts'
import { shownCountInWords, smallCount, suppressSmallCounts } from '../../../shared/model/small-counts.ts'
import type { Regulation } from '../../../shared/model/vocabulary.ts'
import type { ReportData, ReportFinding, ReportItem } from './report-data.ts'

/** A report's data with look-ups, and the words that every section shares. */
export type ReportView = ReportData & {
  redaction: Redaction
  promptOf(promptId: string): Prompt
  scopeName(scopeId: string): string
  itemOf(evidenceId: string): ReportItem
  /** The number of an item in the index of evidence, from 1. */
  numberOf(evidenceId: string): number
}

const noBoardWords = { executiveLead: '', boardAsks: '' }

/** Prepares a report's data for its sections. */
export function viewReport(data: ReportData): ReportView {
  const prompts = new Map(data.pack.prompts.map((prompt) => [prompt.id, prompt]))
  const scopes = new Map<string, string>(data.scopes.map(({ id, name }) => [id, name]))
  const items = new Map<string, ReportItem>(data.items.map((item) => [item.id, item]))
  const numbers = new Map<string, number>(data.items.map(({ id }, position) => [id, position + 1]))
  const find = <Value>(map: ReadonlyMap<string, Value>, id: string): Value => {
    const value = map.get(id)
    if (value === undefined) throw new Error(`the report's data lack ${id}`)
    return value
  }
  return {
    ...data,
    // What was signed before these words were asked for has none.
    assessment: { ...noBoardWords, ...data.assessment },
    redaction: redactionOf[data.audience],
    promptOf: (promptId) => find(prompts, promptId),
    scopeName: (scopeId) => find(scopes, scopeId),
    itemOf: (evidenceId) => find(items, evidenceId),
    numberOf: (evidenceId) => find(numbers, evidenceId),
  }
}

/** "Care plans in the person’s own voice (C1)". */
export const namePrompt = ({ short, id }: Prompt): string => `${short} (${id})`

/** What people said, with n; small counts are not shown apart. */
export function peopleInReport(view: PeopleView, redaction: Redaction): string {
  const asked = peopleAsked(view)
  if (asked === 0) return 'Not asked'
  const verdict = peopleVerdictWords[decidePeopleVerdict(view)]
  if (redaction.smallCounts && asked < smallCount) return `${verdict}: under ${smallCount} people asked`
  const parts = [view.yes, view.inPart, view.no]
  const shown = redaction.smallCounts
    ? suppressSmallCounts(parts)
    : parts.map((count) => ({ kind: 'count' as const, count }))
  const [yes, inPart, no] = shown.map(shownCountInWords)
  return `${verdict}: of ${asked} asked, yes ${yes}, in part ${inPart}, no ${no}`
}

/** What most people said, with n alone. */
export function peopleInShort(view: PeopleView, redaction: Redaction): string {
  const asked = peopleAsked(view)
  if (asked === 0) return 'Not asked'
  const n = redaction.smallCounts && asked < smallCount ? `under ${smallCount}` : String(asked)
  return `${peopleVerdictWords[decidePeopleVerdict(view)]} (${n} asked)`
}

/** Who was asked, how and when. */
export function askedInWords(view: PeopleView): string {
  if (peopleAsked(view) === 0) return ''
  const when = view.from === null ? '' : formatDescribes(view.from, view.to)
  return [view.who, view.how, when].filter((part) => part !== '').join('; ')
}

/** How many people said it, when the kind of source is people's experience or staff. */
export function saidByInWords({ saidBy }: Pick<ReportItem, 'saidBy'>, redaction: Redaction): string {
  if (saidBy === null) return ''
  if (redaction.smallCounts && saidBy > 0 && saidBy < smallCount) return `said by under ${smallCount} people`
  return `said by ${saidBy} ${saidBy === 1 ? 'person' : 'people'}`
}

/** Where an item comes from: ward or team, core service, or the provider. */
export function placeInWords({ wardName, coreServiceName }: ReportItem, redaction: Redaction): string {
  if (redaction.wards || wardName === null) return coreServiceName ?? 'Provider'
  return coreServiceName === null ? wardName : `${wardName}, ${coreServiceName}`
}

/** An action with who and when. */
export function actionInWords({ title, owner, due, state }: Action, redaction: Redaction): string {
  const who = redaction.owners || owner === '' ? '' : `, ${owner}`
  const when = due === null ? ', no date' : `, due ${formatDate(due)}`
  return `${title}${who}${state === 'open' ? when : ', closed'}`
}

/** The open actions of a finding, or "None". */
export function openActionsInWords({ actions }: ReportFinding, redaction: Redaction): string {
  const open = actions.filter(({ state }) => state === 'open')
  return open.length === 0 ? 'None' : open.map((action) => actionInWords(action, redaction)).join('. ')
}

/** The standing words of every page. */
export const standingCaveat = 'The provider’s own judgement of its own evidence. This report predicts no rating.'

/** "Regulation 9, MHA Code". */
export const regulationsInWords = (regulations: readonly Regulation[]): string =>
  regulations.map((regulation) => regulationWords[regulation]).join(', ')
