import { createCarePlanReader } from '../../../shared/model/care-plans/reader.ts'
import type { BatchReading } from '../../../shared/model/care-plans/reading.ts'
import { maskNames, type KnownName, type Mask } from './mask-names.ts'

/** What is read together: plans that were just loaded, those that are in the audit already, and sentences to look for in all. */
export type CarePlanJob = {
  loaded: { id: string; text: string; name: string; word: string }[]
  kept: { id: string; text: string; word: string }[]
  sentences: { id: string; text: string }[]
}

/** What comes of it: the loaded plans masked, the reading of all together, and in which plans each sentence stands. */
export type CarePlanAnswer = {
  masked: { id: string; text: string; masks: Mask[] }[]
  reading: BatchReading
  found: { sentenceId: string; plans: string[] }[]
}

/** Masks the plans that were just loaded and reads all together. Pure; it runs in the worker. */
export function readTogether({ loaded, kept, sentences }: CarePlanJob): CarePlanAnswer {
  const names: KnownName[] = loaded.map(({ name, word }) => ({ name, word }))
  const masked = loaded.map(({ id, text, word, name }) => {
    // One's own name goes before that of another who is called the same.
    const own = names.filter((known) => known.word !== word)
    return { id, word, ...maskNames(text, [...own, { name, word }]) }
  })
  const reader = createCarePlanReader()
  const all = [...kept, ...masked]
  const reading = reader.readPlans(all.map(({ id, text, word }) => ({ id, text, patientName: word })))
  const found = sentences.map((sentence) => ({
    sentenceId: sentence.id,
    plans: reading.plans
      .filter(({ statements }) => statements.some(({ text }) => reader.isSameSentence(text, sentence.text)))
      .map(({ id }) => id),
  }))
  return { masked: masked.map(({ id, text, masks }) => ({ id, text, masks })), reading, found }
}
