import { createHash } from 'node:crypto'
import {
  checkWords,
  type GuardCheck,
  type GuardedPlace,
  type GuardFind,
  type OpenFinds,
} from '../../../shared/model/guard.ts'
import type { Identifier } from '../../../shared/model/identifiers/identifier.ts'
import { dotOut, maskWords } from '../../../shared/model/identifiers/mask.ts'
import { AppError } from '../../../shared/result.ts'
import type { Database } from '../database/schema.ts'
import type { WorkspaceServices } from '../handler.ts'
import { readProvider } from '../providers/queries.ts'
import type { ReportData } from '../report/queries.ts'
import { textsOfReport, type GuardedText } from './guarded-texts.ts'
import { searchTexts } from './search-texts.ts'

/** A find with the words themselves: never to leave the core. */
export type OpenedFind = { find: GuardFind; value: string }

type Ground = Pick<WorkspaceServices, 'startWorker'> & { db: Database }

/** At most this many open finds are listed. */
const mostListed = 500

/** Characters of the words around a find. */
const around = 40

/** Words that are nobody's name here: of the provider, its core services and wards. */
async function readNotNames(db: Database): Promise<string[]> {
  const { name, coreServices } = await readProvider(db)
  const names = coreServices.flatMap((service) => [
    service.name,
    service.shortName,
    ...service.wards.map((ward) => ward.name),
  ])
  return [name, ...names].flatMap((each) => each.split(/\s+/))
}

/** The salt of this workspace's finds. */
export const readSalt = async (db: Database): Promise<string> =>
  (await db.selectFrom('guard_salt').select('salt').executeTakeFirstOrThrow()).salt

/** Finds in fields, each once however often its words stand in the field. */
export async function findInTexts(
  { db, startWorker }: Ground,
  texts: readonly GuardedText[],
  canMask: boolean,
): Promise<OpenedFind[]> {
  const notNames = await readNotNames(db)
  const salt = await readSalt(db)
  const found = await searchTexts(
    texts.map(({ text }) => text),
    notNames,
    startWorker,
  )
  const hits = texts.flatMap((guarded, position) => {
    const finds = (found[position] ?? []).filter(({ type }) => type !== 'NAME' || !guarded.namesStaff)
    return finds.length > 0 ? [{ guarded, finds, all: found[position] ?? [] }] : []
  })
  const wheres = await searchTexts(
    hits.map(({ guarded }) => guarded.where),
    notNames,
    startWorker,
  )
  const byId = new Map<string, OpenedFind>()
  for (const [position, { guarded, finds, all }] of hits.entries()) {
    const { place, text, where, shownBy } = guarded
    for (const identifier of finds) {
      const id = idOfFind(salt, place, identifier)
      if (byId.has(id)) continue
      const find: GuardFind = {
        id,
        place,
        kind: identifier.type,
        where: dotted(where, wheres[position] ?? [], 0, where.length),
        snippet: snippetOf(text, all, identifier),
        reason: identifier.reason,
        canMask,
        shownBy,
      }
      byId.set(id, { find, value: identifier.value })
    }
  }
  return [...byId.values()]
}

/** The id of a find: the same in every run while its place, kind and words are. The salt keeps the words from being guessed by their hash. */
export const idOfFind = (
  salt: string,
  { entity, id, field }: GuardedPlace,
  { type, value }: Pick<Identifier, 'type' | 'value'>,
): string =>
  createHash('sha256')
    .update(JSON.stringify([salt, entity, id, field, type, value]))
    .digest('hex')
    .slice(0, 16)

/** A part of a text with everything dotted out that was found in it. */
function dotted(text: string, finds: readonly Identifier[], from: number, to: number): string {
  let words = ''
  let at = from
  for (const find of finds) {
    if (find.end <= from || find.start >= to) continue
    words += text.slice(at, Math.max(at, find.start)) + dotOut(find)
    at = find.end
  }
  return words + text.slice(at, Math.max(at, to))
}

function snippetOf(text: string, finds: readonly Identifier[], { start, end }: Identifier): string {
  const from = Math.max(0, start - around)
  const to = Math.min(text.length, end + around)
  const words = dotted(text, finds, from, to).replace(/\s+/g, ' ').trim()
  return `${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}`
}

/** Everything that was found in what a report would say, dealt with or not. */
export const findInReport = (ground: Ground, data: ReportData): Promise<OpenedFind[]> =>
  findInTexts(ground, textsOfReport(data), data.signOff === null)

/** What the guard found in what a report would say: open, and kept with why. */
export async function checkReport(ground: Ground, data: ReportData): Promise<GuardCheck> {
  return sortFinds(ground.db, await findInReport(ground, data))
}

async function sortFinds(db: Database, found: readonly OpenedFind[]): Promise<GuardCheck> {
  const rows = new Map((await db.selectFrom('kept_find').selectAll().execute()).map((row) => [row.id, row]))
  const finds = found.map(({ find }) => find)
  return {
    total: finds.filter(({ id }) => !rows.has(id)).length,
    open: finds.filter(({ id }) => !rows.has(id)).slice(0, mostListed),
    kept: finds.flatMap((find) => {
      const row = rows.get(find.id)
      return row ? [{ find, reason: row.reason, at: row.kept_at, by: row.kept_by }] : []
    }),
  }
}

/**
 * Refuses an export while a find in it is neither masked nor kept with a reason, and lists those finds, masked. Answers the finds that
 * were kept.
 */
export async function refuseOpenFinds(ground: Ground, data: ReportData): Promise<GuardCheck['kept']> {
  const { total, open, kept } = await checkReport(ground, data)
  if (total > 0) throw openFinds(open, total, 'Mask each one, or keep it and say what it is.')
  return kept
}

/** The failure of an export that finds are open in. */
export const openFinds = (finds: GuardFind[], total: number, mend: string): AppError =>
  new AppError('finds-open', `${checkWords(total)} ${mend} Nothing was made.`, { finds, total } satisfies OpenFinds)

/**
 * The rows of a file that is given back, with what was found in their cells masked; without `masked` they are refused while anything is
 * found.
 */
export async function guardRows<Row extends { row: number; cells: Record<string, string> }>(
  ground: Ground,
  rows: readonly Row[],
  masked: boolean,
): Promise<Record<string, string>[]> {
  const texts = rows.flatMap(({ row, cells }) =>
    Object.entries(cells).map(([field, text]) => ({
      place: { entity: 'evidence', id: `row-${row}`, field } as const,
      text,
      namesStaff: false,
      where: `Row ${row}, ${field}`,
      shownBy: null,
    })),
  )
  const found = await findInTexts(ground, texts, false)
  if (found.length > 0 && !masked)
    throw openFinds(
      found.slice(0, mostListed).map(({ find }) => find),
      found.length,
      'Save the rows masked, or mend them in the file.',
    )
  const byCell = new Map<string, OpenedFind[]>()
  for (const each of found) {
    const cell = `${each.find.place.id} ${each.find.place.field}`
    byCell.set(cell, [...(byCell.get(cell) ?? []), each])
  }
  return rows.map(({ row, cells }) =>
    Object.fromEntries(
      Object.entries(cells).map(([field, text]) => [
        field,
        (byCell.get(`row-${row} ${field}`) ?? []).reduce(
          (words, { find, value }) => maskWords(words, value, find.kind),
          text,
        ),
      ]),
    ),
  )
}
