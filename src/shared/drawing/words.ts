import type { Change } from '../model/comparison.ts'
import { decidePeopleVerdict, peopleAsked, type PeopleVerdict, type PeopleView } from '../model/people-view.ts'
import type {
  Age,
  ChimeConcept,
  GapLetter,
  Judgement,
  KeyQuestion,
  Regulation,
  Relation,
  SourceKind,
} from '../model/vocabulary.ts'

/** The display words of the product's ids: one place for screens, reports and text alternatives. */

/** What staff say of the evidence. */
export const judgementWords: Record<Judgement, string> = {
  'well-evidenced': 'Well evidenced',
  'partly-evidenced': 'Partly evidenced',
  'not-evidenced': 'Not evidenced',
  'evidence-against': 'Evidence says otherwise',
  'not-assessed': 'Not assessed',
  'not-applicable': 'Not applicable',
}

/** What people say, worked out from their counts. */
export const peopleVerdictWords: Record<PeopleVerdict, string> = {
  'most-yes': 'Most say yes',
  differ: 'Opinions differ',
  'most-no': 'Most say no',
  'not-asked': 'Not asked',
}

/** The nine gaps. */
export const gapWords: Record<GapLetter, string> = {
  E: 'No evidence',
  R: 'Records only, nobody was asked',
  P: 'People not asked their view',
  K: 'One kind of source',
  S: 'Stale',
  X: 'Contradicted',
  J: 'Judged well evidenced, no evidence',
  N: 'Falls short, no action',
  A: 'Attachment missing',
}

/** The gaps where several stand in one line. */
export const gapShortWords: Record<GapLetter, string> = {
  ...gapWords,
  R: 'Records only',
  P: 'People not asked',
  K: 'One kind',
  N: 'No action',
  J: 'Judged well, no evidence',
}

/** CQC's six evidence categories. */
export const sourceKindWords: Record<SourceKind, string> = {
  people: 'People’s experience',
  staff: 'Staff and leaders',
  partners: 'Partners',
  observation: 'Observation',
  processes: 'Processes',
  outcomes: 'Outcomes',
}

/** The key questions. */
export const keyQuestionWords: Record<KeyQuestion, string> = {
  safe: 'Safe',
  effective: 'Effective',
  caring: 'Caring',
  responsive: 'Responsive',
  'well-led': 'Well-led',
}

/** The regulations and the code, as headings of what prompts touch; never beside a judgement of them. */
export const regulationWords: Record<Regulation, string> = {
  'regulation-9': 'Regulation 9',
  'regulation-10': 'Regulation 10',
  'mha-code': 'MHA Code',
}

/** How an item bears on a finding. */
export const relationWords: Record<Relation, string> = {
  supports: 'Supports',
  contradicts: 'Contradicts',
  context: 'Context',
}

/** How old an item is for its prompt. */
export const ageWords: Record<Age, string> = {
  current: 'Current',
  ageing: 'Ageing',
  stale: 'Stale',
  'no-date': 'No date',
}

/** The five processes of personal recovery. */
export const chimeWords: Record<ChimeConcept, string> = {
  connectedness: 'Connectedness',
  hope: 'Hope',
  identity: 'Identity',
  meaning: 'Meaning',
  empowerment: 'Empowerment',
}

/** The counts of a people's view. */
export type PeopleCounts = Pick<PeopleView, 'yes' | 'inPart' | 'no'>

/** A proportion as it is always said: "6 of 9". */
export const kOfN = (k: number, n: number): string => `${formatCount(k)} of ${formatCount(n)}`

/** A count with a comma in the thousands. */
export const formatCount = (count: number): string => count.toString().replace(/\B(?=(\d{3})+$)/g, ',')

/** A number of things in words: "1 item", "9 items". */
export const countOf = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`

/** What people said in one phrase: "5 of 9 people said no", "2 of 9 people said yes, 4 in part, 3 no", "nobody has been asked". */
export function peopleInWords(counts: PeopleCounts): string {
  const asked = peopleAsked(counts)
  const people = asked === 1 ? 'person' : 'people'
  switch (decidePeopleVerdict(counts)) {
    case 'not-asked':
      return 'nobody has been asked'
    case 'most-yes':
      return `${kOfN(counts.yes, asked)} ${people} said yes`
    case 'most-no':
      return `${kOfN(counts.no, asked)} ${people} said no`
    case 'differ':
      return `${kOfN(counts.yes, asked)} ${people} said yes, ${counts.inPart} in part, ${counts.no} no`
  }
}

/** The two views side by side, in words: "Staff: partly evidenced. 5 of 9 people said no." Never in steps, never averaged. */
export const distanceInWords = (judgement: Judgement, counts: PeopleCounts): string =>
  `Staff: ${judgementWords[judgement].toLowerCase()}. ${sentenceCase(peopleInWords(counts))}.`

/** Names joined as in a sentence: "a, b and c". */
export const joinWords = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`

/** The first letter made a capital. */
export const sentenceCase = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** How a finding compares with the last sign-off. */
export const changeWords: Record<Change, string> = {
  worse: 'Worse',
  improved: 'Improved',
  new: 'New',
  'not-assessed': 'Not assessed',
  'does-not-apply': 'No longer applies',
  unchanged: 'Unchanged',
}
