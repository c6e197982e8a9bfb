import { formatLongMonth } from '../../../../shared/drawing/date-words.ts'
import { keyQuestionWords, sentenceCase } from '../../../../shared/drawing/words.ts'
import type { ChecklistPack, Prompt } from '../../../../shared/model/checklist.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'

/** What to look at: what to read, whom to ask, what to watch. */
export type LookAt = { way: 'Read' | 'Ask' | 'Watch' | 'Look at'; what: string[] }

const ways = { read: 'Read', ask: 'Ask', watch: 'Watch' } as const

/** A prompt's suggestions by what one does with them, in the order read, ask, watch. */
export function lookAtByWay(lookAt: readonly string[]): LookAt[] {
  const found = new Map<LookAt['way'], string[]>()
  for (const line of lookAt) {
    const [, word, rest] = /^(read|ask|watch):\s*(.+)$/is.exec(line) ?? []
    const way = ways[word?.toLowerCase() as keyof typeof ways] ?? 'Look at'
    found.set(way, [...(found.get(way) ?? []), rest ?? line])
  }
  return (['Read', 'Ask', 'Watch', 'Look at'] as const).flatMap((way) => {
    const what = found.get(way)
    return what === undefined ? [] : [{ way, what }]
  })
}

/** What a prompt is reported under: "Effective: needs and planning; Caring: involvement". */
export const reportedUnder = (prompt: Pick<Prompt, 'keyQuestions'>): string =>
  prompt.keyQuestions.map(({ keyQuestion, heading }) => `${keyQuestionWords[keyQuestion]}: ${heading}`).join('; ')

/** One framework of the crosswalk, with where the prompt has a home in it; no statements where it has none. */
export type Home = { framework: string; statements: string[]; mark: string; sources: string[] }

/** A prompt's crosswalk by framework and mark: rows of one framework with one confidence stand together. */
export function homesOf(prompt: Pick<Prompt, 'crosswalk'>): Home[] {
  const homes: Home[] = []
  for (const { framework, statement, confidence, source } of prompt.crosswalk) {
    const mark = statement === null ? 'no home' : markOf(confidence)
    let home = homes.find((each) => each.framework === framework && each.mark === mark)
    if (home === undefined) {
      home = { framework, statements: [], mark, sources: [] }
      homes.push(home)
    }
    if (statement !== null && !home.statements.includes(statement)) home.statements.push(statement)
    if (!home.sources.includes(source)) home.sources.push(source)
  }
  return homes
}

/** The mark of a mapping: "editorial" or "draft" where its confidence begins so, else its own words. */
const markOf = (confidence: string) => /^(editorial|draft)\b/i.exec(confidence)?.[1]?.toLowerCase() ?? confidence

/** Where a prompt stands in its source: "BG046, core service level, item 1". */
export const placeInSource = ({ source, level }: Pick<Prompt, 'source' | 'level'>, document: string): string =>
  `${document}, ${level === 'provider' ? 'provider' : 'core service'} level, item ${source.position}`

/** The part of a title before its first comma or space that reads as a document's number: "BG046". */
export const shortDocument = (title: string): string => /^[A-Z]{1,5}\d{1,5}\b/.exec(title)?.[0] ?? title

/** Words for the heading of a prompt's place, where a sentence begins with it. */
export const placeInSourceHeading = (prompt: Pick<Prompt, 'source' | 'level'>, document: string): string =>
  sentenceCase(placeInSource(prompt, document))

const yearAndMonth = /^\d{4}-\d{2}(-\d{2})?$/
const packDate = (date: string) => (yearAndMonth.test(date) ? formatLongMonth(date) : date)

/** Which version of a checklist this is: "V2, June 2019". */
export const issuedInWords = (pack: Pick<ChecklistPack, 'version' | 'issued'>): string =>
  `${pack.version}, ${packDate(pack.issued)}`

/** When a checklist should have been looked at again: "Review date July 2020 has passed." */
export function reviewInWords({ reviewDue }: Pick<ChecklistPack, 'reviewDue'>, today: IsoDate): string {
  const hasPassed = yearAndMonth.test(reviewDue) && reviewDue < today.slice(0, reviewDue.length)
  return `Review date ${packDate(reviewDue)}${hasPassed ? ' has passed' : ''}.`
}
