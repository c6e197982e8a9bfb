import { sql } from 'kysely'
import type { ChecklistPack } from '../../../shared/model/checklist.ts'
import type { IsoDate } from '../../../shared/model/dates.ts'
import { DescribesBand, EvidenceFilter, evidenceViews, type EvidenceView } from '../../../shared/model/evidence.ts'
import { chimeConcepts, keyQuestions, regulations, sourceKinds } from '../../../shared/model/vocabulary.ts'
import type { Database } from '../database/schema.ts'
import { conditionsOf, factsOfView, toSearchQuery, windowsOf, type FilterGround } from './filter.ts'
import { maskOf } from './touches.ts'

/** How many items a filter leaves. */
export async function countMatching(db: Database, filter: EvidenceFilter, ground: FilterGround): Promise<number> {
  if (isSearchAlone(filter)) return countHits(db, filter.words)
  const { total } = await db
    .selectFrom('evidence')
    .where((eb) => eb.and(conditionsOf(eb, filter, ground)))
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return total
}

const everything = EvidenceFilter.parse({})

/** Whether a filter asks for words and for nothing else. */
export const isSearchAlone = ({ words, ...rest }: EvidenceFilter) =>
  toSearchQuery(words) !== null && JSON.stringify({ ...everything, ...rest }) === JSON.stringify(everything)

/** The hits of a search, counted in the index of words alone; only those in the bin, mostly none, are looked up. */
async function countHits(db: Database, words: string): Promise<number> {
  const query = toSearchQuery(words)
  const count = async (statement: ReturnType<typeof sql<{ total: number }>>) =>
    (await statement.execute(db)).rows[0]?.total ?? 0
  const all = await count(sql`select count(*) as total from evidence_search where evidence_search match ${query}`)
  if (all === 0 || (await count(sql`select count(*) as total from evidence where in_bin = 1`)) === 0) return all
  return (
    all -
    (await count(sql`select count(*) as total from evidence where in_bin = 1
      and seq in (select rowid from evidence_search where evidence_search match ${query})`))
  )
}

/** How many items each filter would leave on its own. */
export async function tallyEvidence(db: Database, pack: ChecklistPack, asAt: IsoDate) {
  const ground: FilterGround = { asAt, windows: windowsOf(pack) }
  const count = (part: Partial<EvidenceFilter>) => countMatching(db, EvidenceFilter.parse(part), ground)
  const tally = async <Key extends string>(keys: readonly Key[], countOf: (key: Key) => Promise<number>) =>
    Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await countOf(key)] as const)))
  return {
    views: await tally(evidenceViews, (view) => (isFactsView(view) ? countFacts(db, view) : count({ view }))),
    sourceKinds: await tally(sourceKinds, (kind) => count({ sourceKinds: [kind] })),
    describes: await tally(DescribesBand.options, (band) => count({ describes: [band] })),
    ...(await tallyTouched(db)),
    chime: await tallyChime(db),
  }
}

const isFactsView = (view: EvidenceView): view is keyof typeof factsOfView => Object.hasOwn(factsOfView, view)

/** Counted in the index of the view; those in the bin, mostly none, are taken off. */
async function countFacts(db: Database, view: keyof typeof factsOfView) {
  const condition = sql.raw(factsOfView[view])
  const { rows } = await sql<{ total: number }>`
    select (select count(*) from evidence_facts where ${condition})
      - (select count(*) from evidence_facts where ${condition}
        and seq in (select seq from evidence where in_bin = 1)) as total`.execute(db)
  return rows[0]?.total ?? 0
}

/** Items by the regulations and key questions that their links touch, counted in the index of the masks; those in the bin are taken off. */
async function tallyTouched(db: Database) {
  const { rows } = await sql<{ touches: number; total: number }>`
    select touches, count(*) as total from evidence_facts group by touches
    union all select touches, -count(*) from evidence_facts
      where seq in (select seq from evidence where in_bin = 1) group by touches`.execute(db)
  const count = (mask: number) => rows.reduce((items, row) => items + ((row.touches & mask) === 0 ? 0 : row.total), 0)
  return {
    regulations: Object.fromEntries(regulations.map((regulation) => [regulation, count(maskOf([regulation]))])),
    keyQuestions: Object.fromEntries(keyQuestions.map((keyQuestion) => [keyQuestion, count(maskOf([keyQuestion]))])),
  }
}

async function tallyChime(db: Database) {
  const rows = await db
    .selectFrom('evidence')
    .select(({ fn }) => ['chime', fn.countAll<number>().as('total')])
    .where('in_bin', '=', 0)
    .groupBy('chime')
    .execute()
  const sum = (concept: string) =>
    rows.reduce((items, { chime, total }) => items + (chime.includes(`"${concept}"`) ? total : 0), 0)
  return Object.fromEntries(chimeConcepts.map((concept) => [concept, sum(concept)]))
}
