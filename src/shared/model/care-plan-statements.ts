import type { AuditStatement, DecidedVoice, SuggestedVoice } from './care-plan-audit.ts'
import type { CarePlanCriterion } from './care-plan-criteria.ts'
import { needs, type Need } from './care-plans/concepts.ts'
import type { StatementReading } from './care-plans/reading.ts'

/**
 * What is suggested of a statement, in the words of the audit: first person that stands in several people's plans, or that says nothing
 * only this person would, is suggested as templated.
 */
export function suggestionOf(reading: Pick<StatementReading, 'voice' | 'template' | 'individualised'>): SuggestedVoice {
  if (reading.voice !== 'first-person') return reading.voice
  return reading.template !== null || reading.individualised === 'no' ? 'templated' : 'first-person'
}

/** A heading of the plan, which nobody says: nothing to decide. */
export const isPlanHeading = ({ kind, voice }: Pick<StatementReading, 'kind' | 'voice'>): boolean =>
  kind === 'heading' && voice === 'none'

/** In forty-minute mode: whether a statement needs a decision of its own. The rest is the block. */
export const needsOwnDecision = (suggested: SuggestedVoice, unsure: boolean): boolean =>
  unsure || suggested === 'first-person' || suggested === 'templated'

/** What of a statement criteria look at. */
type Looked = Pick<AuditStatement, 'index' | 'text' | 'suggested' | 'individual' | 'needs' | 'isHeading'> & {
  intervention: boolean
  decision: Pick<NonNullable<AuditStatement['decision']>, 'voice' | 'needs'> | null
}

const voiceWords: Partial<Record<DecidedVoice, string>> = {
  'first-person': 'first person',
  'shown-another-way': 'shown another way',
  templated: 'templated',
  reported: 'reported',
}

const nothingFound = 'None found, please check'
const goalWords = /\b(?:want|wish|hope|would like|i'd like|goal|aim|looking forward|good at|proud|strengths?)\b/i

/**
 * What the reading found for a criterion, in words, and the statements that made it say so. What the auditor decided goes before what was
 * suggested. It answers nothing: a person does.
 */
export function findFor(
  criterion: Pick<CarePlanCriterion, 'foundBy' | 'words'>,
  statements: readonly Looked[],
): { found: string; statements: number[] } {
  const said = statements.filter(({ isHeading }) => !isHeading)
  const voiceOf = (statement: Looked): DecidedVoice => statement.decision?.voice ?? statement.suggested
  const own = (statement: Looked) => ['first-person', 'shown-another-way'].includes(voiceOf(statement))
  const answer = (words: string, found: readonly Looked[]) =>
    found.length === 0
      ? { found: nothingFound, statements: [] }
      : { found: words, statements: found.map(({ index }) => index) }
  const counted = (voices: readonly DecidedVoice[], among: readonly Looked[]) =>
    voices
      .map((voice) => ({ voice, n: among.filter((statement) => voiceOf(statement) === voice).length }))
      .filter(({ n }) => n > 0)
      .map(({ voice, n }) => `${n} ${voiceWords[voice] ?? voice}`)
      .join(', ')
  switch (criterion.foundBy) {
    case 'own-voice': {
      const found = said.filter((statement) => own(statement) || voiceOf(statement) === 'reported')
      return answer(counted(['first-person', 'shown-another-way', 'reported'], found), found)
    }
    case 'meaning': {
      const found = said.filter(
        (statement) => statement.individual && (own(statement) || voiceOf(statement) === 'reported'),
      )
      return answer(`${found.length} that name people, places or things of theirs`, found)
    }
    case 'individual': {
      const individual = said.filter((statement) => statement.individual)
      const templated = said.filter((statement) => voiceOf(statement) === 'templated')
      return answer(`${individual.length} individual, ${templated.length} templated`, [...individual, ...templated])
    }
    case 'needs': {
      const needsOf = (statement: Looked): readonly Need[] => statement.decision?.needs ?? statement.needs
      const found = said.filter((statement) => statement.intervention && needsOf(statement).length > 0)
      const words = needs.map((need) => `${need} ${found.filter((each) => needsOf(each).includes(need)).length}`)
      return answer(words.join(', '), found)
    }
    case 'goals': {
      const found = said.filter((statement) => own(statement) && goalWords.test(statement.text))
      return answer(`${found.length} found`, found)
    }
    case 'words': {
      const found = said.filter(({ text }) => mentions(text.toLowerCase(), criterion.words))
      return answer(`${found.length} ${found.length === 1 ? 'statement names' : 'statements name'} it`, found)
    }
  }
}

const isLetter = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)

/** Whether lower-case text holds one of these words or phrases, not inside another word; a word's ending may follow. */
function mentions(text: string, words: readonly string[]): boolean {
  return words.some((word) => {
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (!isLetter(text[at - 1])) return true
    return false
  })
}
