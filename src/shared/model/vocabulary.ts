import { z } from './schema.ts'

/** The ids that the product's words have in code, databases and files (product.md, cli.md). Their display words are in drawing/words. */

/** What an assessment says of the evidence for a prompt in a scope. */
export const judgements = [
  'well-evidenced',
  'partly-evidenced',
  'not-evidenced',
  'evidence-against',
  'not-assessed',
  'not-applicable',
] as const
export const Judgement = z.enum(judgements)
export type Judgement = z.infer<typeof Judgement>

/** CQC's six evidence categories, in the order in which every strip shows them. */
export const sourceKinds = ['people', 'staff', 'partners', 'observation', 'processes', 'outcomes'] as const
export const SourceKind = z.enum(sourceKinds)
export type SourceKind = z.infer<typeof SourceKind>

/** CQC's key questions. BG046 reports under all but `safe`, which only the pack format knows. */
export const keyQuestions = ['safe', 'effective', 'caring', 'responsive', 'well-led'] as const
export const KeyQuestion = z.enum(keyQuestions)
export type KeyQuestion = z.infer<typeof KeyQuestion>

/** Regulations 9 and 10 of the 2014 Regulations, and the MHA 1983 Code of Practice, which BG046 links to. */
export const regulations = ['regulation-9', 'regulation-10', 'mha-code'] as const
export const Regulation = z.enum(regulations)
export type Regulation = z.infer<typeof Regulation>

/** How an item of evidence bears on a finding. Context never counts. */
export const relations = ['supports', 'contradicts', 'context'] as const
export const Relation = z.enum(relations)
export type Relation = z.infer<typeof Relation>

/** The five processes of personal recovery (CHIME). */
export const chimeConcepts = ['connectedness', 'hope', 'identity', 'meaning', 'empowerment'] as const
export const ChimeConcept = z.enum(chimeConcepts)
export type ChimeConcept = z.infer<typeof ChimeConcept>

/** The nine gaps in the order in which screens and reports list them (gaps.md). */
export const gapLetters = ['E', 'R', 'P', 'K', 'S', 'X', 'J', 'N', 'A'] as const
export const GapLetter = z.enum(gapLetters)
export type GapLetter = z.infer<typeof GapLetter>

/** The gaps by weight: a small cell shows the first that holds (gaps.md). */
export const gapWeight = ['J', 'E', 'X', 'N', 'R', 'S', 'A', 'K', 'P'] as const satisfies readonly GapLetter[]

/** How old an item is for a prompt. */
export const ages = ['current', 'ageing', 'stale', 'no-date'] as const
export const Age = z.enum(ages)
export type Age = z.infer<typeof Age>

/** Levels of prompts: asked once of the provider, or of each core service. */
export const promptLevels = ['provider', 'core-service'] as const
export const PromptLevel = z.enum(promptLevels)
export type PromptLevel = z.infer<typeof PromptLevel>
