import { DescribesBand, EvidenceFilter, EvidenceSort, EvidenceView } from '../../../../shared/model/evidence.ts'
import { FindingId, ScopeId, WardId } from '../../../../shared/model/ids.ts'
import { z } from '../../../../shared/model/schema.ts'
import { ChimeConcept, KeyQuestion, Regulation, SourceKind } from '../../../../shared/model/vocabulary.ts'

/** What the evidence screen shows: kept in the route, so that Back returns to the same place. */
export type EvidenceQuery = { filter: EvidenceFilter; sort: EvidenceSort; descending: boolean }

const listOf = <Word extends string>(schema: z.ZodType<Word>, text: string | null): Word[] => [
  ...new Set(
    (text ?? '').split(',').flatMap((word) => {
      const parsed = schema.safeParse(word)
      return parsed.success ? [parsed.data] : []
    }),
  ),
]

const oneOf = <Schema extends z.ZodType>(schema: Schema, text: string | null): z.output<Schema> | null => {
  const parsed = schema.safeParse(text)
  return parsed.success ? parsed.data : null
}

/** Reads filters and sort from a route's query. What it does not know it leaves out, so that an old link still opens. */
export function readEvidenceQuery(params: URLSearchParams): EvidenceQuery {
  const sort = oneOf(EvidenceSort, params.get('sort')) ?? 'logged'
  return {
    filter: {
      view: oneOf(EvidenceView, params.get('view')) ?? 'all',
      words: (params.get('q') ?? '').slice(0, 500),
      sourceKinds: listOf(SourceKind, params.get('kinds')),
      describes: listOf(DescribesBand, params.get('describes')),
      regulations: listOf(Regulation, params.get('regulation')),
      keyQuestions: listOf(KeyQuestion, params.get('question')),
      chime: listOf(ChimeConcept, params.get('chime')),
      scopeId: oneOf(ScopeId, params.get('scope')),
      findingId: oneOf(FindingId, params.get('finding')),
      wardId: oneOf(WardId, params.get('ward')),
    },
    sort,
    descending: params.has('dir') ? params.get('dir') !== 'asc' : sort === 'logged' || sort === 'describes',
  }
}

/** Writes filters and sort as a route's query; what is as usual is left out, so that routes stay short. */
export function writeEvidenceQuery({ filter, sort, descending }: EvidenceQuery): URLSearchParams {
  const params = new URLSearchParams()
  const set = (name: string, value: string) => {
    if (value !== '') params.set(name, value)
  }
  if (filter.view !== 'all') params.set('view', filter.view)
  set('q', filter.words)
  set('kinds', filter.sourceKinds.join(','))
  set('describes', filter.describes.join(','))
  set('regulation', filter.regulations.join(','))
  set('question', filter.keyQuestions.join(','))
  set('chime', filter.chime.join(','))
  set('scope', filter.scopeId ?? '')
  set('finding', filter.findingId ?? '')
  set('ward', filter.wardId ?? '')
  if (sort !== 'logged') params.set('sort', sort)
  if (descending !== (sort === 'logged' || sort === 'describes')) params.set('dir', descending ? 'desc' : 'asc')
  return params
}

/** Whether anything narrows the list: an empty list then says that nothing matches, not that nothing was logged. */
export const isFiltered = ({ filter }: EvidenceQuery): boolean =>
  writeEvidenceQuery({ filter, sort: 'logged', descending: true }).size > 0

/** The same list without what narrows it; the sort stays. */
export const withoutFilters = (query: EvidenceQuery): EvidenceQuery => ({ ...query, filter: EvidenceFilter.parse({}) })

/** The sort after a column's heading was pressed: its usual way, then turned round, then newest logged first again. */
export function nextSort(
  query: Pick<EvidenceQuery, 'sort' | 'descending'>,
  pressed: EvidenceSort,
): Pick<EvidenceQuery, 'sort' | 'descending'> {
  const usual = pressed === 'describes'
  if (query.sort !== pressed) return { sort: pressed, descending: usual }
  return query.descending === usual ? { sort: pressed, descending: !usual } : { sort: 'logged', descending: true }
}

/** A list with a word put in, or taken out when it was there. */
export const toggled = <Word>(words: readonly Word[], word: Word): Word[] =>
  words.includes(word) ? words.filter((each) => each !== word) : [...words, word]
