import { formatLongMonth } from '../../../../shared/drawing/date-words.ts'
import { countOf, joinWords, keyQuestionWords, sourceKindWords } from '../../../../shared/drawing/words.ts'
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

const frameworkWords: Record<string, string> = {
  'cqc-quality-statements': 'Quality statement',
  'cqc-draft-kloe-2026': 'KLOE',
}

/** A prompt's crosswalk by framework and mark: rows of one framework with one confidence stand together, quality statements first. */
export function homesOf(prompt: Pick<Prompt, 'crosswalk'>): Home[] {
  const homes: Home[] = []
  for (const row of prompt.crosswalk.toSorted((one, other) => rankOf(one.framework) - rankOf(other.framework))) {
    const framework = frameworkWords[row.framework] ?? row.framework
    const mark = row.statement === null ? 'no home' : row.confidence
    let home = homes.find((each) => each.framework === framework && each.mark === mark)
    if (home === undefined) {
      home = { framework, statements: [], mark, sources: [] }
      homes.push(home)
    }
    if (row.statement !== null && !home.statements.includes(row.statement)) home.statements.push(row.statement)
    if (!home.sources.includes(row.source)) home.sources.push(row.source)
  }
  return homes
}

const rankOf = (framework: string) => {
  const at = Object.keys(frameworkWords).indexOf(framework)
  return at < 0 ? Object.keys(frameworkWords).length : at
}

/** Where a prompt stands in its source: "BG046, core service level, item 1". */
export const placeInSource = ({ source }: Pick<Prompt, 'source'>): string =>
  `${shortDocument(source.document)}, ${source.level}, item ${source.position}`

/** The number by which a document is known, out of its title: "BG046"; the title itself when it has none. */
export const shortDocument = (title: string): string => /\b[A-Z]{1,4}\d{2,5}\b/.exec(title)?.[0] ?? title

/** The line of a pack that credits the source and names its licence; null when it has none. */
export const licenceLine = (pack: Pick<ChecklistPack, 'links'>): string | null =>
  pack.links.find(({ title, url }) => url === undefined && /licence/i.test(title))?.title ?? null

/** What kinds of evidence a prompt cannot do without, and how long evidence stays current for it. */
export function asksForInWords({ requires, windowMonths }: Pick<Prompt, 'requires' | 'windowMonths'>): string {
  const kinds = requires.map((kind) => sourceKindWords[kind].toLowerCase())
  const asks = kinds.length === 0 ? '' : `It asks for ${joinWords(kinds)}. `
  return `${asks}Evidence of the last ${countOf(windowMonths, 'month')} counts as recent here.`
}

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
