import { decidePeopleVerdict, peopleVerdicts, type PeopleVerdict } from '../../../../shared/model/people-view.ts'
import {
  gapLetters,
  judgements,
  keyQuestions,
  regulations,
  type GapLetter,
  type Judgement,
  type KeyQuestion,
  type Regulation,
} from '../../../../shared/model/vocabulary.ts'
import type { PlacedFinding } from './picture.ts'

/** What a count of the overview stands for; null does not narrow. */
export type Behind = {
  gap: GapLetter | null
  judgement: Judgement | null
  people: PeopleVerdict | null
  regulation: Regulation | null
  keyQuestion: KeyQuestion | null
}

/** Reads an address; a word that is none of ours does not narrow. */
export function readBehind(search: URLSearchParams): Behind {
  const one = <Word extends string>(name: string, words: readonly Word[]) =>
    words.find((word) => word === search.get(name)) ?? null
  return {
    gap: one('gap', gapLetters),
    judgement: one('judgement', judgements),
    people: one('people', peopleVerdicts),
    regulation: one('regulation', regulations),
    keyQuestion: one('keyQuestion', keyQuestions),
  }
}

/** Whether a finding is one of those that the count counted. */
export function isBehind({ finding, prompt }: PlacedFinding, behind: Behind): boolean {
  const { gap, judgement, people, regulation, keyQuestion } = behind
  const isApplicable = finding.judgement !== 'not-applicable'
  if (gap !== null && !finding.gaps.includes(gap)) return false
  if (judgement !== null && finding.judgement !== judgement) return false
  if (people !== null && !(isApplicable && decidePeopleVerdict(finding.peopleView) === people)) return false
  if (regulation !== null && !(isApplicable && prompt.regulations.includes(regulation))) return false
  return keyQuestion === null || prompt.keyQuestions.some((reported) => reported.keyQuestion === keyQuestion)
}
