import type { Scope } from '../../../../shared/model/assessment.ts'
import type { ChecklistPack, Prompt } from '../../../../shared/model/checklist.ts'
import type { FindingSummary } from '../../../../shared/model/finding.ts'
import type { Overview } from '../../../../shared/model/overview.ts'
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

/** A finding with the prompt and scope that it is of, and the gaps that it has at the chosen date but not today. */
export type PlacedFinding = { finding: FindingSummary; prompt: Prompt; scope: Scope; newGaps: readonly GapLetter[] }

/** A prompt with its findings, one for each scope of the block, in the order of the scopes. */
export type PictureRow = { prompt: Prompt; cells: readonly (PlacedFinding | null)[] }

/** One of the two blocks of the matrix: the prompts of a level, and the scopes that they are asked of. */
export type PictureBlock = { scopes: readonly Scope[]; rows: readonly PictureRow[] }

/** How many findings have a gap, and how many of these do not have it today. */
export type GapCount = { letter: GapLetter; findings: number; fresh: number }

/** The overview arranged for its screen. */
export type Picture = {
  provider: PictureBlock
  coreService: PictureBlock
  findings: readonly PlacedFinding[]
  byJudgement: Record<Judgement, number>
  byVerdict: Record<PeopleVerdict, number>
  gaps: readonly GapCount[]
}

/**
 * Arranges an overview by prompts and scopes. `today` is the overview of today, against which gaps are new; leave it out where the
 * chosen date is today.
 */
export function arrangePicture(overview: Overview, pack: ChecklistPack, today?: Overview): Picture {
  const scopes = overview.scopes.filter((scope) => !scope.leftOut)
  const gapsToday = new Map(today?.findings.map((finding) => [finding.id, finding.gaps]))
  const placed = new Map<string, PlacedFinding>()
  for (const finding of overview.findings) {
    const scope = scopes.find(({ id }) => id === finding.scopeId)
    const prompt = pack.prompts.find(({ id }) => id === finding.promptId)
    if (scope === undefined || prompt === undefined) continue
    const before = today === undefined ? finding.gaps : (gapsToday.get(finding.id) ?? [])
    const newGaps = finding.gaps.filter((letter) => !before.includes(letter))
    placed.set(`${prompt.id} ${scope.id}`, { finding, prompt, scope, newGaps })
  }
  const block = (level: Prompt['level']): PictureBlock => {
    const ofLevel = scopes.filter(({ kind }) => kind === level)
    const rows = pack.prompts
      .filter((prompt) => prompt.level === level)
      .map((prompt) => ({ prompt, cells: ofLevel.map((scope) => placed.get(`${prompt.id} ${scope.id}`) ?? null) }))
    return { scopes: ofLevel, rows }
  }
  const provider = block('provider')
  const coreService = block('core-service')
  const findings = [...provider.rows, ...coreService.rows].flatMap(({ cells }) => cells.filter((cell) => cell !== null))
  return {
    provider,
    coreService,
    findings,
    byJudgement: countBy(judgements, findings, ({ finding }) => finding.judgement),
    // Nobody can be asked about what does not apply: these are in no total of the people's view.
    byVerdict: countBy(
      peopleVerdicts,
      findings.filter(({ finding }) => finding.judgement !== 'not-applicable'),
      ({ finding }) => decidePeopleVerdict(finding.peopleView),
    ),
    gaps: gapLetters.map((letter) => ({
      letter,
      findings: findings.filter(({ finding }) => finding.gaps.includes(letter)).length,
      fresh: findings.filter(({ newGaps }) => newGaps.includes(letter)).length,
    })),
  }
}

function countBy<Key extends string, Thing>(
  keys: readonly Key[],
  things: readonly Thing[],
  keyOf: (thing: Thing) => Key,
) {
  const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<Key, number>
  for (const thing of things) counts[keyOf(thing)] += 1
  return counts
}

/** The line beside the heading "Gaps": how many, in how many findings. */
export const totalGaps = (picture: Picture): { gaps: number; findings: number } => ({
  gaps: picture.gaps.reduce((sum, gap) => sum + gap.findings, 0),
  findings: picture.findings.filter(({ finding }) => finding.gaps.length > 0).length,
})

/** The findings whose prompts touch a regulation and are reported under a key question; null where no prompt does both. */
export type TouchCell = { regulation: Regulation; findings: readonly PlacedFinding[] | null }

/** A row of "Prompts that touch": a key question with a cell for each regulation. */
export type TouchRow = { keyQuestion: KeyQuestion; cells: readonly TouchCell[] }

/**
 * Which findings touch which regulation, by key question. One finding, one square; a prompt under two key questions counts in both;
 * not applicable is left out. Key questions that the checklist does not report under are left out.
 */
export function arrangeTouches(picture: Picture, pack: ChecklistPack): TouchRow[] {
  const isUnder = (prompt: Prompt, keyQuestion: KeyQuestion) =>
    prompt.keyQuestions.some((reported) => reported.keyQuestion === keyQuestion)
  return keyQuestions
    .filter((keyQuestion) => pack.prompts.some((prompt) => isUnder(prompt, keyQuestion)))
    .map((keyQuestion) => ({
      keyQuestion,
      cells: regulations.map((regulation) => {
        const touches = (prompt: Prompt) => prompt.regulations.includes(regulation) && isUnder(prompt, keyQuestion)
        if (!pack.prompts.some(touches)) return { regulation, findings: null }
        const findings = picture.findings.filter(
          ({ finding, prompt }) => finding.judgement !== 'not-applicable' && touches(prompt),
        )
        return { regulation, findings }
      }),
    }))
}
