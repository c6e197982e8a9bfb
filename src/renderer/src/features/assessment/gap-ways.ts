import { monthsBefore, type IsoDate } from '../../../../shared/model/dates.ts'
import type { FindingDetail, LinkedEvidence } from '../../../../shared/model/finding.ts'
import type { Prompt } from '../../../../shared/model/checklist.ts'
import { sourceKinds, type GapLetter, type SourceKind } from '../../../../shared/model/vocabulary.ts'

/** The one way to close a gap from the finding's own screen. */
export type GapWay =
  | { kind: 'log'; sourceKind: SourceKind }
  | { kind: 'weigh'; linkId: string }
  | { kind: 'plan'; title: string }
  | { kind: 'ask' }
  | { kind: 'item'; evidenceId: string }

/** A gap of a finding in words: what is missing here, and the way to close it. */
export type GapLine = { letter: GapLetter; says: string; way: GapWay; label: string }

const counted = (linked: readonly LinkedEvidence[]) => linked.filter(({ link }) => link.relation !== 'context')

/** Whole calendar months from the end of a period to a date; 0 when it has not passed a month yet. */
export function monthsOld(end: IsoDate, asAt: IsoDate): number {
  let months = Math.max(0, (Number(asAt.slice(0, 4)) - Number(end.slice(0, 4))) * 12 + monthOf(asAt) - monthOf(end))
  while (months > 0 && monthsBefore(asAt, months) < end) months -= 1
  return months
}

const monthOf = (date: IsoDate) => Number(date.slice(5, 7))

/** Each gap of a finding in words, in the order in which it lists them, with one way to close it. */
export function describeGaps(
  finding: Pick<FindingDetail, 'gaps' | 'linked' | 'linkedCounts' | 'judgement'>,
  prompt: Pick<Prompt, 'requires' | 'short'>,
  asAt: IsoDate,
): GapLine[] {
  return finding.gaps.map((letter) => ({ letter, ...describeGap(letter, finding, prompt, asAt) }))
}

function describeGap(
  letter: GapLetter,
  { linked, linkedCounts }: Pick<FindingDetail, 'linked' | 'linkedCounts'>,
  prompt: Pick<Prompt, 'requires' | 'short'>,
  asAt: IsoDate,
): Omit<GapLine, 'letter'> {
  const items = counted(linked)
  const counts = linkedCounts.filter(({ relation }) => relation !== 'context')
  const total = sumOf(counts.map((count) => count.items))
  const used = new Set(counts.map(({ sourceKind }) => sourceKind))
  const wanted = [...prompt.requires, 'people' as const, ...sourceKinds].find((kind) => !used.has(kind)) ?? 'people'
  switch (letter) {
    case 'E':
      return { says: 'Nothing is linked yet.', way: { kind: 'log', sourceKind: wanted }, label: 'Log the first item' }
    case 'J':
      return {
        says: 'Nothing is linked that shows it.',
        way: { kind: 'log', sourceKind: wanted },
        label: 'Log what shows it',
      }
    case 'R':
      return {
        says: [...used].every(isRecord)
          ? 'Only records and outcomes are linked.'
          : 'This prompt asks for people’s experience, and none is linked.',
        way: { kind: 'log', sourceKind: 'people' },
        label: 'Log what people say',
      }
    case 'P':
      return { says: 'Nobody has been asked yet.', way: { kind: 'ask' }, label: 'Ask people' }
    case 'K':
      return {
        says: total === 1 ? 'One item, of one kind.' : `${total} items, all of one kind.`,
        way: { kind: 'log', sourceKind: wanted },
        label: 'Log another kind',
      }
    case 'S':
      return describeStale(items, asAt)
    case 'X':
      return describeContradiction(items, sumOf(counts.map(({ unweighed }) => unweighed)))
    case 'N':
      return {
        says: 'It falls short, and nothing is planned.',
        way: { kind: 'plan', title: '' },
        label: 'Plan an action',
      }
    case 'A': {
      const item = items.find(({ evidence }) => evidence.filesMissing > 0)
      return {
        says: item
          ? `A file of “${item.evidence.title}” is not where it was kept.`
          : 'A file is not where it was kept.',
        way: item ? { kind: 'item', evidenceId: item.evidence.id } : { kind: 'log', sourceKind: wanted },
        label: 'See the item',
      }
    }
  }
}

const isRecord = (kind: SourceKind) => kind === 'processes' || kind === 'outcomes'

function describeStale(items: readonly LinkedEvidence[], asAt: IsoDate): Omit<GapLine, 'letter'> {
  const supporting = items.filter(({ link }) => link.relation === 'supports')
  const newest = supporting
    .filter(({ evidence }) => evidence.describesTo !== null)
    .toSorted((one, other) => (other.evidence.describesTo ?? '').localeCompare(one.evidence.describesTo ?? ''))[0]
  const sourceKind = (newest ?? supporting[0])?.evidence.sourceKind ?? 'people'
  const end = newest?.evidence.describesTo ?? null
  return {
    says:
      end === null
        ? 'What supports it has no date.'
        : `The newest item that supports it is ${monthsOld(end, asAt)} months old.`,
    way: { kind: 'log', sourceKind },
    label: 'Log a newer one',
  }
}

const numbers = ['No', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine']

function describeContradiction(items: readonly LinkedEvidence[], unweighed: number): Omit<GapLine, 'letter'> {
  const first = items.find(({ link }) => link.relation === 'contradicts' && link.weighing.trim() === '')
  const count = numbers[unweighed] ?? String(unweighed)
  return {
    says: `${count} ${unweighed === 1 ? 'item says' : 'items say'} otherwise.`,
    way: first ? { kind: 'weigh', linkId: first.link.id } : { kind: 'plan', title: '' },
    label: 'Say how you weighed ' + (unweighed === 1 ? 'it' : 'them'),
  }
}

const sumOf = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0)
