import { sql, type Expression, type ExpressionBuilder, type SqlBool } from 'kysely'
import type { ChecklistPack } from '../../../shared/model/checklist.ts'
import { monthsBefore, type IsoDate } from '../../../shared/model/dates.ts'
import type { EvidenceFilter } from '../../../shared/model/evidence.ts'
import { defaultWindowMonths, staleBefore } from '../../../shared/model/gaps.ts'
import type { Tables } from '../database/schema.ts'
import { maskOf } from './touches.ts'

type Builder = ExpressionBuilder<Tables, 'evidence'>

/** What filters need besides the filter: the date of the picture, and the windows that items are judged by. */
export type FilterGround = { asAt: IsoDate; windows: readonly number[] }

/** The windows, in months, that items are judged by: those of the checklist's prompts. */
export const windowsOf = (pack: ChecklistPack): number[] => [
  ...new Set([defaultWindowMonths, ...pack.prompts.map((prompt) => prompt.windowMonths)]),
]

/**
 * The words of a search as a query of the index: every word must be there, the last one may be begun only. Nothing of what a person
 * types is an operator.
 */
export function toSearchQuery(words: string): string | null {
  const terms = words.normalize('NFC').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? []
  if (terms.length === 0) return null
  return terms.map((term, position) => `"${term}"${position === terms.length - 1 ? '*' : ''}`).join(' ')
}

/** The conditions of a filter on items. They name the item's own row alone, so that counting needs no other table. */
export function conditionsOf(eb: Builder, filter: EvidenceFilter, ground: FilterGround): Expression<SqlBool>[] {
  const conditions: (Expression<SqlBool> | null)[] = [
    eb('evidence.in_bin', '=', filter.view === 'bin' ? 1 : 0),
    viewCondition(eb, filter, ground),
    filter.sourceKinds.length > 0 ? eb('evidence.source_kind', 'in', filter.sourceKinds) : null,
    filter.describes.length > 0 ? eb.or(filter.describes.map((band) => bandCondition(eb, band, ground.asAt))) : null,
    filter.chime.length > 0
      ? eb.or(filter.chime.map((concept) => eb('evidence.chime', 'like', `%"${concept}"%`)))
      : null,
    filter.wardId === null ? null : eb('evidence.ward_id', '=', filter.wardId),
    filter.regulations.length > 0 ? touchesOneOf(filter.regulations) : null,
    filter.keyQuestions.length > 0 ? touchesOneOf(filter.keyQuestions) : null,
    filter.findingId === null
      ? null
      : sql<SqlBool>`evidence.id in (select evidence_id from link where finding_id = ${filter.findingId})`,
    filter.scopeId === null
      ? null
      : sql<SqlBool>`evidence.id in (select link.evidence_id from link join finding on finding.id = link.finding_id
          where finding.scope_id = ${filter.scopeId})`,
    searchCondition(filter.words),
  ]
  return conditions.filter((condition) => condition !== null)
}

function searchCondition(words: string) {
  if (words.trim() === '') return null
  const query = toSearchQuery(words)
  // Words without a letter or a digit are in no item.
  return query === null
    ? sql<SqlBool>`0`
    : sql<SqlBool>`evidence.seq in (select rowid from evidence_search where evidence_search match ${query})`
}

function viewCondition(
  eb: Builder,
  { view }: Pick<EvidenceFilter, 'view'>,
  ground: FilterGround,
): Expression<SqlBool> | null {
  switch (view) {
    case 'all':
    case 'bin':
      return null
    case 'stale':
      return eb.or([eb('evidence.describes_to', 'is', null), staleCondition(eb, ground)])
    case 'not-linked':
    case 'contradicts':
    case 'attachment-missing':
      return sql<SqlBool>`evidence.seq in (select seq from evidence_facts where ${sql.raw(factsOfView[view])})`
    case 'acted-today':
      return eb('evidence.act_kind', 'is not', null)
  }
}

/** What the views that look at an item's counts ask of them; each has an index of its own. */
export const factsOfView = {
  'not-linked': 'supports + contradicts + context = 0',
  contradicts: 'contradicts > 0',
  'attachment-missing': 'files_missing > 0',
} as const

/** An item's own window is looked up only where the checklist has several. */
function staleCondition(eb: Builder, { asAt, windows }: FilterGround): Expression<SqlBool> {
  const longest = Math.max(...windows)
  const sure = eb('evidence.describes_to', '<', staleBefore(longest, asAt))
  const shorter = windows.filter((months) => months !== longest)
  if (shorter.length === 0) return sure
  const ofWindow = shorter.map(
    (months) => sql`window_months = ${months} and evidence.describes_to < ${staleBefore(months, asAt)}`,
  )
  return eb.or([
    sure,
    sql<SqlBool>`exists (select 1 from evidence_facts where seq = evidence.seq
      and (${sql.join(ofWindow, sql` or `)}))`,
  ])
}

function bandCondition(eb: Builder, band: EvidenceFilter['describes'][number], asAt: IsoDate): Expression<SqlBool> {
  const year = monthsBefore(asAt, 12)
  const yearAndHalf = monthsBefore(asAt, 18)
  switch (band) {
    case 'last-12-months':
      return eb('evidence.describes_to', '>=', year)
    case '12-to-18-months':
      return eb.and([eb('evidence.describes_to', '<', year), eb('evidence.describes_to', '>=', yearAndHalf)])
    case 'older-or-no-date':
      return eb.or([eb('evidence.describes_to', 'is', null), eb('evidence.describes_to', '<', yearAndHalf)])
  }
}

/** Items with a link that touches one of these. */
const touchesOneOf = (wanted: Parameters<typeof maskOf>[0]) =>
  sql<SqlBool>`exists (select 1 from evidence_facts where seq = evidence.seq and touches & ${maskOf(wanted)} <> 0)`
