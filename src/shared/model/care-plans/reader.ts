import { readBatch } from './batch.ts'
import { baseLexicon, type CarePlanLexicon } from './lexicon.ts'
import type { BatchReading, PlanText, StatementReading } from './reading.ts'
import { readingOf } from './statement.ts'
import { isSameSentence } from './templates.ts'
import { createVocabulary } from './vocabulary.ts'
import { readVoice } from './voice.ts'

/** Reads care plans with one lexicon. Pure and deterministic. */
export interface CarePlanReader {
  lexicon: string
  /** One statement on its own, without the plan around it. */
  readStatement: (text: string) => StatementReading
  /** Plans together: another patient's name and sentences shared between people can only be seen so. */
  readPlans: (plans: readonly PlanText[]) => BatchReading
  /** Whether two statements are the same apart from names, pronouns, dates, numbers and small rewording. */
  isSameSentence: (a: string, b: string) => boolean
}

/** Makes a reader. Building one takes some milliseconds: keep it. */
export function createCarePlanReader(lexicon: CarePlanLexicon = baseLexicon): CarePlanReader {
  const vocabulary = createVocabulary(lexicon)
  return {
    lexicon: lexicon.version,
    readStatement: (text) => readingOf(text, 'line', readVoice(text, vocabulary), null),
    readPlans: (plans) => readBatch(plans, vocabulary),
    isSameSentence: (a, b) => isSameSentence(a, b, vocabulary),
  }
}
