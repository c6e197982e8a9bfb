import type { LinkedCount, LinkedEvidence } from '../../../../shared/model/finding.ts'
import type { SourceKind } from '../../../../shared/model/vocabulary.ts'

/** One of the four columns of linked evidence. */
export type EvidenceColumn = {
  id: 'people' | 'staff-and-partners' | 'observed' | 'records'
  heading: string
  /** The kind whose mark stands at its head. */
  mark: SourceKind
  /** What it holds, and the button where a half of it is empty: "Ask partners: none yet". */
  kinds: readonly { kind: SourceKind; none: string }[]
}

/** The four columns, always in this order. */
export const evidenceColumns: readonly EvidenceColumn[] = [
  {
    id: 'people',
    heading: 'People who use the service and carers',
    mark: 'people',
    kinds: [{ kind: 'people', none: 'Ask people: none yet' }],
  },
  {
    id: 'staff-and-partners',
    heading: 'Staff and partners',
    mark: 'staff',
    kinds: [
      { kind: 'staff', none: 'Ask staff: none yet' },
      { kind: 'partners', none: 'Ask partners: none yet' },
    ],
  },
  {
    id: 'observed',
    heading: 'What was observed',
    mark: 'observation',
    kinds: [{ kind: 'observation', none: 'Watch: none yet' }],
  },
  {
    id: 'records',
    heading: 'Records and outcomes',
    mark: 'processes',
    kinds: [
      { kind: 'processes', none: 'Read records: none yet' },
      { kind: 'outcomes', none: 'Add outcomes: none yet' },
    ],
  },
]

const weight = { contradicts: 0, supports: 1, context: 2 } as const

/** The items of a column: what contradicts first, then what supports, then context; the newest of each first. */
export const itemsOfColumn = (column: EvidenceColumn, linked: readonly LinkedEvidence[]): LinkedEvidence[] =>
  linked
    .filter(({ evidence }) => column.kinds.some(({ kind }) => kind === evidence.sourceKind))
    .toSorted(
      (one, other) =>
        weight[one.link.relation] - weight[other.link.relation] ||
        (other.evidence.describesTo ?? '').localeCompare(one.evidence.describesTo ?? ''),
    )

/** How many items a column has. */
export const countOfColumn = (column: EvidenceColumn, counts: readonly LinkedCount[]): number =>
  counts
    .filter(({ sourceKind }) => column.kinds.some(({ kind }) => kind === sourceKind))
    .reduce((sum, { items }) => sum + items, 0)

/** The halves of a column that hold nothing yet. */
export const emptyHalves = (column: EvidenceColumn, counts: readonly LinkedCount[]) =>
  column.kinds.filter(({ kind }) => !counts.some(({ sourceKind }) => sourceKind === kind))
