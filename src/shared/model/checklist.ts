import { z } from './schema.ts'
import { ChimeConcept, KeyQuestion, PromptLevel, Regulation, SourceKind } from './vocabulary.ts'
import { PromptId } from './ids.ts'

const words = (most: number) => z.string().trim().min(1).max(most)

/** A reference to another document: a title, and an address only where the source gives one. */
export const Reference = z.strictObject({ title: words(300), url: z.url({ protocol: /^https?$/ }).optional() })

/** Where a prompt is reported: `editorial` marks that the mapping is ours, not the source's. */
export const ReportedUnder = z.strictObject({ keyQuestion: KeyQuestion, heading: words(200), editorial: z.boolean() })

/** A row of the crosswalk to another framework. `statement` is null where the prompt has no home there. */
export const CrosswalkRow = z.strictObject({
  framework: words(100),
  statement: words(300).nullable(),
  confidence: words(100),
  source: words(500),
})

/** A prompt of a checklist: a question in our own words, with its place in the source. */
export const Prompt = z.strictObject({
  id: PromptId,
  level: PromptLevel,
  /** The prompt named in a few words, for cells and lists. */
  short: words(100),
  /** The prompt's heading: a sentence in words. */
  title: words(200),
  text: words(2_000),
  /** What to read, whom to ask, what to watch: each begins with `read: `, `ask: ` or `watch: `. */
  lookAt: z.array(words(300)).max(20),
  requires: z.array(SourceKind).max(6),
  windowMonths: z.int().min(1).max(120).default(12),
  keyQuestions: z.array(ReportedUnder).min(1).max(10),
  regulations: z.array(Regulation).max(3),
  references: z.array(Reference).max(20),
  chime: z.array(ChimeConcept).max(5),
  source: z.strictObject({ document: words(300), level: words(100), position: z.int().min(1).max(1_000) }),
  crosswalk: z.array(CrosswalkRow).max(50),
})
export type Prompt = z.infer<typeof Prompt>

/** A checklist: a versioned pack of prompts with the caveat that every screen and export carries. */
export const ChecklistPack = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  title: words(200),
  version: words(50),
  issued: words(50),
  reviewDue: words(50),
  caveat: words(2_000),
  prompts: z.array(Prompt).min(1).max(500),
  intelligence: z.array(z.strictObject({ title: words(300), text: words(2_000) })).max(50),
  links: z.array(Reference).max(100),
})
export type ChecklistPack = z.infer<typeof ChecklistPack>
