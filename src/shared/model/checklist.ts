import { findJsonFault } from './json-fault.ts'
import { z } from './schema.ts'
import { ChimeConcept, KeyQuestion, PromptLevel, Regulation, SourceKind } from './vocabulary.ts'
import { PromptId } from './ids.ts'

const words = (most: number) => z.string().trim().min(1).max(most)

const titled = (title: string): { title: string; url?: string | undefined } => ({ title })

/** A reference to another document: a title, and an address only where the source gives one. A plain string is a title. */
const Reference = z.union([
  words(300).transform(titled),
  z.strictObject({ title: words(300), url: z.url({ protocol: /^https?$/ }).optional() }),
])

/** What else to look at besides the prompts. A plain string is a title. */
const Intelligence = z.union([
  words(300).transform((title) => ({ title, text: title })),
  z.strictObject({ title: words(300), text: words(2_000) }),
])

/** Where a prompt is reported: `editorial` marks that the mapping is ours, not the source's. */
const ReportedUnder = z.strictObject({ keyQuestion: KeyQuestion, heading: words(200), editorial: z.boolean() })

/** A row of the crosswalk to another framework. `statement` is null where the prompt has no home there. */
const CrosswalkRow = z.strictObject({
  framework: words(100),
  statement: words(300).nullable(),
  confidence: words(100),
  source: words(500),
})

/** A prompt of a checklist: a question in our own words, with its place in the source. */
const PackPrompt = z.strictObject({
  id: PromptId,
  level: PromptLevel,
  /** The prompt named in a few words, for cells and lists; without it, the beginning of its text. */
  short: words(100).optional(),
  /** The prompt's heading, a sentence in words; without it, its text. */
  title: words(2_000).optional(),
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

/** A prompt as the product uses it: always with a short name and a heading. */
const Prompt = PackPrompt.transform(({ short, title, ...prompt }) => ({
  ...prompt,
  short: short ?? shorten(prompt.text),
  title: title ?? prompt.text,
}))
export type Prompt = z.output<typeof Prompt>

/** The beginning of a text, at a word's end, that fits a cell or a row. */
function shorten(text: string): string {
  if (text.length <= 60) return text
  const cut = text.slice(0, 60)
  return `${cut.slice(0, Math.max(20, cut.lastIndexOf(' ')))}…`
}

/** A checklist: a versioned pack of prompts with the caveat that every screen and export carries. */
export const ChecklistPack = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  title: words(200),
  version: words(50),
  issued: words(50),
  reviewDue: z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:-\d{2})?$/, 'is not a month such as 2020-07'),
  caveat: words(2_000),
  prompts: z.array(Prompt).min(1).max(500),
  intelligence: z.array(Intelligence).max(50),
  links: z.array(Reference).max(100),
})
export type ChecklistPack = z.output<typeof ChecklistPack>

/** A fault of a pack: where, as a JSON path, what is wrong, and the mend. */
export type PackFault = { path: string; problem: string; mend: string }

/** A pack that was read, or what is wrong with it. */
export type ReadPack = { ok: true; pack: ChecklistPack } | { ok: false; faults: PackFault[] }

/** The largest pack, in characters: far above any real one. */
const largestPack = 5_000_000

/** Reads a checklist pack. Nothing is thrown: what is wrong comes back, each fault with its place and its mend. */
export function parseChecklistPack(text: string): ReadPack {
  if (text.length > largestPack) return refusePack('$', 'the file is larger than 5 MB', 'Divide it into several packs.')
  const json = text.replace(/^\ufeff/, '')
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    const place = findJsonFault(json)
    return refusePack(
      place === undefined ? '$' : `line ${place.line}, column ${place.column}`,
      'this is not JSON',
      'Look for a missing comma, quotation mark or bracket just before this place.',
    )
  }
  const read = ChecklistPack.safeParse(value)
  if (!read.success) return { ok: false, faults: read.error.issues.slice(0, 50).map(toFault) }
  const repeated = repeatedPrompts(read.data)
  return repeated.length > 0 ? { ok: false, faults: repeated } : { ok: true, pack: read.data }
}

const refusePack = (path: string, problem: string, mend: string): ReadPack => ({
  ok: false,
  faults: [{ path, problem, mend }],
})

const pathOf = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (place, part) => (typeof part === 'number' ? `${place}[${part}]` : `${place}.${String(part)}`),
    '$',
  )

function toFault(issue: z.core.$ZodIssue): PackFault {
  return { path: pathOf(issue.path), problem: issue.message, mend: mendOf(issue) }
}

function mendOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? `Add it: it must be ${withArticle(issue.expected)}.`
        : `Write ${withArticle(issue.expected)} here.`
    case 'unrecognized_keys':
      return `Take out ${issue.keys.map((key) => `“${key}”`).join(', ')}: the format does not know it.`
    case 'invalid_value':
      return `Use one of: ${issue.values.map(String).join(', ')}.`
    case 'too_small':
      return issue.origin === 'number' ? `Use ${String(issue.minimum)} or more.` : 'Add what is missing here.'
    case 'too_big':
      return issue.origin === 'number'
        ? `Use ${String(issue.maximum)} or less.`
        : `Shorten it to ${String(issue.maximum)}.`
    case 'invalid_union':
      return 'Write a title in quotation marks, or { "title": ..., } with only the fields of the format.'
    case 'invalid_format':
      return formatMends[String(issue.path.at(-1))] ?? 'See the README beside the packs for the format.'
    default:
      return 'See the README beside the packs for the format.'
  }
}

const formatMends: Readonly<Record<string, string>> = {
  id: 'Use letters, digits and hyphens, such as “P1” for a prompt or “my-checklist” for a pack.',
  reviewDue: 'Write the month as year and month, such as 2020-07.',
  url: 'Write a whole address that begins with https://.',
}

const withArticle = (noun: string) => (/^(?:array|object|int)/.test(noun) ? `an ${noun}` : `a ${noun}`)

function repeatedPrompts({ prompts }: ChecklistPack): PackFault[] {
  return prompts.flatMap(({ id }, position) => {
    const first = prompts.findIndex((prompt) => prompt.id.toLowerCase() === id.toLowerCase())
    return first === position
      ? []
      : [
          {
            path: `$.prompts[${position}].id`,
            problem: `“${id}” is the id of prompt ${first + 1} too`,
            mend: 'Give each prompt an id of its own.',
          },
        ]
  })
}
