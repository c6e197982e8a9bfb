import { IsoDate } from './dates.ts'
import { CoreServiceId, FindingId, PromptId, ScopeId, TransferId, WardId } from './ids.ts'
import type { FindingSummary } from './finding.ts'
import type { Prompt } from './checklist.ts'
import { z } from './schema.ts'
import { Count } from './text.ts'
import { GapLetter, SourceKind, sourceKinds } from './vocabulary.ts'

/** What a ward or team is asked for about one finding of its core service. */
export const Ask = z.strictObject({
  findingId: FindingId,
  promptId: PromptId,
  short: z.string(),
  text: z.string(),
  gaps: z.array(GapLetter),
  /** What would close each gap, in words. */
  wanted: z.array(z.string()),
  /** Kinds of source of which there is none yet. */
  missingKinds: z.array(SourceKind),
  /** The kind that would help most; null where any would do. */
  likelyKind: SourceKind.nullable(),
  lookAt: z.array(z.string()),
  owner: z.string(),
  due: IsoDate.nullable(),
})
export type Ask = z.infer<typeof Ask>

/** Everything that a ward or team may be asked for, in the order of the checklist. */
export const WardRequest = z.strictObject({
  wardId: WardId,
  wardName: z.string(),
  coreServiceId: CoreServiceId,
  /** The scope of the ward's core service; null when it is not looked at in this assessment. */
  scope: z.strictObject({ id: ScopeId, name: z.string() }).nullable(),
  asks: z.array(Ask),
})
export type WardRequest = z.infer<typeof WardRequest>

/** Which sheet to make: for paper, or to be filled in and brought in again. Findings left out: all that have gaps. */
export const RequestChoices = z.strictObject({
  wardId: WardId,
  format: z.enum(['pdf', 'csv']),
  findingIds: z.array(FindingId).min(1).max(500).optional(),
  asAt: IsoDate.optional(),
})

/** A request sheet that was made: where its bytes can be read, and how many findings it asks about. */
export const RequestSheet = z.strictObject({
  transferId: TransferId,
  fileName: z.string(),
  contentType: z.enum(['application/pdf', 'text/csv']),
  size: Count,
  asks: Count,
})
export type RequestSheet = z.infer<typeof RequestSheet>

/** The gaps that something from a ward can close. An action is planned in the tool itself. */
const askable = ['E', 'R', 'P', 'K', 'S', 'X', 'J', 'A'] as const satisfies readonly GapLetter[]
type Askable = (typeof askable)[number]

const kindOfLook: Record<string, SourceKind> = { read: 'processes', ask: 'people', watch: 'observation' }

type Facts = Pick<FindingSummary, 'id' | 'gaps' | 'kinds'> & { owner: string; due: IsoDate | null }

/** What to ask about a finding; null when nothing that a ward could send would close a gap of it. */
export function decideAsk(
  prompt: Pick<Prompt, 'id' | 'short' | 'text' | 'lookAt' | 'requires' | 'windowMonths'>,
  { id, gaps, kinds, owner, due }: Facts,
  kindWords: Readonly<Record<SourceKind, string>>,
): Ask | null {
  const asked = askable.filter((letter) => gaps.includes(letter))
  if (asked.length === 0) return null
  const words: Record<Askable, string> = {
    E: 'Anything that shows it: there is no evidence yet',
    R: 'What somebody said or saw: there are records only, and nobody was asked',
    P: 'What people who use the service say: nobody has been asked',
    K: `Another kind of source than ${kinds.map((kind) => kindWords[kind].toLowerCase()).join(', ')}`,
    S: `Something newer: all there is describes a time more than ${prompt.windowMonths} months ago`,
    X: 'What has changed, or why it weighs less: an item says otherwise',
    J: 'What the judgement rests on: no evidence is linked to it',
    A: 'A file that is missing, once more',
  }
  const missingKinds = sourceKinds.filter((kind) => !kinds.includes(kind))
  return {
    findingId: id,
    promptId: prompt.id,
    short: prompt.short,
    text: prompt.text,
    gaps: asked,
    wanted: asked.map((letter) => words[letter]),
    missingKinds,
    likelyKind: likelyKindOf(prompt, asked, kinds),
    lookAt: prompt.lookAt,
    owner,
    due,
  }
}

function likelyKindOf(
  { lookAt, requires }: Pick<Prompt, 'lookAt' | 'requires'>,
  asked: readonly Askable[],
  kinds: readonly SourceKind[],
): SourceKind | null {
  const has = (...letters: Askable[]) => letters.some((letter) => asked.includes(letter))
  if (has('E', 'J', 'R', 'P', 'K')) {
    const looks = lookAt.flatMap((look) => kindOfLook[look.split(':')[0] ?? ''] ?? [])
    const wished: SourceKind[] = [...(has('R', 'P') ? ['people' as const] : []), ...requires, ...looks, ...sourceKinds]
    return wished.find((kind) => !kinds.includes(kind)) ?? null
  }
  return has('S') ? (kinds[0] ?? null) : null
}
