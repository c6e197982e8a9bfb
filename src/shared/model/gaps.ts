import { monthsBefore, type IsoDate } from './dates.ts'
import {
  gapLetters,
  gapWeight,
  sourceKinds,
  type Age,
  type GapLetter,
  type Judgement,
  type Relation,
  type SourceKind,
} from './vocabulary.ts'

/** The window of a prompt whose pack gives none, in calendar months. */
export const defaultWindowMonths = 12

/**
 * How old an item that describes a period ending on `end` is for a prompt with this window, at `asAt`: current up to three quarters
 * of the window, ageing in the last quarter, stale beyond. The boundary day is still the younger state.
 */
export function ageOf(end: IsoDate | null, windowMonths: number, asAt: IsoDate): Age {
  if (end === null) return 'no-date'
  if (end >= ageingFrom(windowMonths, asAt)) return 'current'
  return end >= staleBefore(windowMonths, asAt) ? 'ageing' : 'stale'
}

/** The last day that is still current: an item whose period ended before it is ageing. */
export const ageingFrom = (windowMonths: number, asAt: IsoDate): IsoDate =>
  monthsBefore(asAt, Math.floor((windowMonths * 3) / 4))

/** The last day that is still ageing: an item whose period ended before it is stale. */
export const staleBefore = (windowMonths: number, asAt: IsoDate): IsoDate => monthsBefore(asAt, windowMonths)

/** How many counted links a finding has of each kind of source. */
export type KindCounts = Record<SourceKind, number>

/** What the gaps of a finding depend on, and nothing else: small enough to be kept beside each finding. */
export type FindingFacts = {
  judgement: Judgement
  /** People asked their view; 0 when nobody was. */
  peopleAsked: number
  /** Counted links (supporting and contradicting, not in the bin) by kind of source. */
  kinds: KindCounts
  /** Counted links that support. */
  supporting: number
  /** The latest end of a period that a supporting item describes; null when no supporting item has a date. */
  supportedUntil: IsoDate | null
  /** Contradicting links without a note on how they were weighed. */
  unweighed: number
  /** Counted items with an attachment that is missing or changed. */
  missingAttachments: number
  openActions: number
  /** Actions closed with evidence after the judgement was made. */
  provenActions: number
}

/** What of a prompt the gaps depend on. */
export type GapRules = { windowMonths: number; requires: readonly SourceKind[] }

/** How many links count towards the finding: all but context. */
export const countedLinks = (facts: FindingFacts): number =>
  sourceKinds.reduce((sum, kind) => sum + facts.kinds[kind], 0)

const fallsShort: readonly Judgement[] = ['partly-evidenced', 'not-evidenced', 'evidence-against']
const judgedEvidenced: readonly Judgement[] = ['well-evidenced', 'partly-evidenced']

/** The gaps of a finding at a date, in the order in which screens and reports list them. The rules are those of the gaps page. */
export function decideGaps(facts: FindingFacts, rules: GapRules, asAt: IsoDate): GapLetter[] {
  if (facts.judgement === 'not-applicable') return []
  const counted = countedLinks(facts)
  const kindsUsed = sourceKinds.filter((kind) => facts.kinds[kind] > 0)
  const recordsOnly = counted > 0 && kindsUsed.every((kind) => kind === 'processes' || kind === 'outcomes')
  const peopleRequired = rules.requires.includes('people') && counted > 0 && facts.kinds.people === 0
  const held = new Set<GapLetter>()
  if (counted === 0) held.add(judgedEvidenced.includes(facts.judgement) ? 'J' : 'E')
  if (recordsOnly || peopleRequired) held.add('R')
  if (facts.peopleAsked === 0 && held.size === 0) held.add('P')
  if (counted > 0 && kindsUsed.length === 1) held.add('K')
  if (facts.supporting > 0 && isStale(facts.supportedUntil, rules.windowMonths, asAt)) held.add('S')
  if (facts.unweighed > 0) held.add('X')
  if (fallsShort.includes(facts.judgement) && facts.openActions === 0 && facts.provenActions === 0) held.add('N')
  if (facts.missingAttachments > 0) held.add('A')
  return gapLetters.filter((letter) => held.has(letter))
}

function isStale(supportedUntil: IsoDate | null, windowMonths: number, asAt: IsoDate) {
  const age = ageOf(supportedUntil, windowMonths, asAt)
  return age === 'stale' || age === 'no-date'
}

/** The gap that a small cell shows, and null when there is none. */
export const weightiestGap = (gaps: readonly GapLetter[]): GapLetter | null =>
  gapWeight.find((letter) => gaps.includes(letter)) ?? null

/** A link of a finding with what its gaps need of the evidence behind it. */
export type FactLink = {
  relation: Relation
  weighing: string | null
  sourceKind: SourceKind
  describesTo: IsoDate | null
  hasMissingAttachment: boolean
  inBin: boolean
}

/** An action on a finding with what the finding's gaps need of it. */
export type FactAction = { state: 'open' | 'done' | 'could-not'; hasEvidence: boolean; closedAt: string | null }

/**
 * The facts of a finding, gathered from its rows. The database keeps the same facts by statement; this is their specification, and
 * a property test holds the two together.
 */
export function gatherFacts(
  finding: { judgement: Judgement; judgedAt: string | null; peopleAsked: number },
  links: readonly FactLink[],
  actions: readonly FactAction[],
): FindingFacts {
  const counted = links.filter((link) => !link.inBin && link.relation !== 'context')
  const supporting = counted.filter((link) => link.relation === 'supports')
  const ends = supporting.flatMap((link) => (link.describesTo === null ? [] : [link.describesTo])).toSorted()
  const kinds = Object.fromEntries(
    sourceKinds.map((kind) => [kind, counted.filter((link) => link.sourceKind === kind).length]),
  ) as KindCounts
  return {
    judgement: finding.judgement,
    peopleAsked: finding.peopleAsked,
    kinds,
    supporting: supporting.length,
    supportedUntil: ends.at(-1) ?? null,
    unweighed: counted.filter((link) => link.relation === 'contradicts' && !link.weighing?.trim()).length,
    missingAttachments: counted.filter((link) => link.hasMissingAttachment).length,
    openActions: actions.filter((action) => action.state === 'open').length,
    provenActions: actions.filter((action) => isProven(action, finding.judgedAt)).length,
  }
}

const isProven = (action: FactAction, judgedAt: string | null) =>
  action.state === 'done' &&
  action.hasEvidence &&
  action.closedAt !== null &&
  (judgedAt === null || action.closedAt > judgedAt)
