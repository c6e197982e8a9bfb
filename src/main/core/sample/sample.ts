import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { daysAfter, monthsBefore, type IsoDate } from '../../../shared/model/dates.ts'
import type { Actor } from '../../../shared/model/trail.ts'
import type { Relation } from '../../../shared/model/vocabulary.ts'
import { currentAssessment } from '../assessments/queries.ts'
import { idOfFind, readSalt } from '../guard/queries.ts'
import type { CommandContext } from '../handler.ts'
import { beginWorkspace } from '../workspaces/create-workspace.ts'
import type { Workspace } from '../workspaces/open-workspace.ts'
import { makeSampleFile } from './sample-files.ts'
import { fillSampleAudits } from './sample-audits.ts'
import { readSampleData, type SampleAction, type SampleFinding, type SampleItem } from './sample-data.ts'

const coreServices = ['acute-wards', 'rehabilitation-wards', 'older-people-wards', 'forensic-wards', 'community-adults']

const wards: readonly (readonly [coreService: string, names: readonly string[]])[] = [
  ['acute-wards', ['Rowan Ward', 'Hazel Ward', 'Linden PICU']],
  ['rehabilitation-wards', ['Larch Unit', 'Juniper Ward']],
  ['older-people-wards', ['Willow Ward', 'Aspen Ward']],
  ['forensic-wards', ['Alder Ward', 'Blackthorn Ward']],
  ['community-adults', ['North Tarnwick', 'South Tarnwick', 'East Vale', 'Early intervention', 'Assertive outreach']],
]

/** How many days after `today` the invented visit is expected. */
const visitInDays = 48

/** What the invented provider's board is asked to do, and who leads. */
const boardWords = {
  executive_lead: 'Chief Nurse',
  board_asks: [
    'Note that on older people’s wards the evidence on care plans says otherwise, and hear what people said.',
    'Seek assurance that every blanket restriction on the acute wards is justified or ended.',
    'Agree that people are asked their view on every finding that applies, before sign-off.',
  ].join('\n'),
}

/** Fills a new workspace with an invented provider, its evidence, findings and actions: all nine gaps are in it. */
export async function fillSample(workspace: Workspace, actor: Actor, today: IsoDate): Promise<void> {
  await beginWorkspace(workspace, actor, {
    provider: 'Tarnwick Partnership Trust',
    coreServices,
    wards: wards.flatMap(([coreService, names]) => names.map((name) => ({ coreService, name }))),
    from: daysAfter(monthsBefore(today, 6), 1),
    to: today,
    expectedVisit: daysAfter(today, visitInDays),
    checklistId: 'bg046',
    sample: true,
  })
  await workspace.core.write('workspaces.createSample', actor, async (context) => {
    const places = await readPlaces(context)
    const sample = readSampleData()
    const items = new Map<string, string>()
    // The oldest first, as they would have been logged: newest first is then what the log says it is.
    for (const item of sample.items.toSorted((one, other) =>
      loggedOn(one, today).localeCompare(loggedOn(other, today)),
    ))
      items.set(item.title, await insertItem(context, places, item, today))
    for (const finding of sample.findings) await setFinding(context, places, finding, today)
    const { id } = await currentAssessment(context.db)
    await context.record.update('assessment', id, boardWords)
    for (const action of sample.actions) await insertAction(context, places, action, items, today)
    await fillSampleAudits(context, places.wardOf, today)
    context.say('Sample filled with an invented provider')
    context.setHistory(null)
  })
}

type Places = {
  wardOf(word: string): { id: string; coreServiceId: string } | undefined
  findingOf(prompt: string, where: string): string
}

async function readPlaces({ db }: CommandContext): Promise<Places> {
  const [wardRows, findings] = await Promise.all([
    db.selectFrom('ward').selectAll().execute(),
    db
      .selectFrom('finding')
      .innerJoin('scope', 'scope.id', 'finding.scope_id')
      .select(['finding.id', 'finding.prompt_id', 'scope.core_service_id'])
      .execute(),
  ])
  return {
    wardOf(word) {
      const row = wardRows.find((ward) => ward.name.startsWith(word))
      return row && { id: row.id, coreServiceId: row.core_service_id }
    },
    findingOf(prompt, where) {
      const scope = prompt.startsWith('P') || where === 'provider' ? null : where
      const row = findings.find((finding) => finding.prompt_id === prompt && finding.core_service_id === scope)
      if (!row) throw new Error(`the sample names a finding that is not there: ${prompt} in ${where}`)
      return row.id
    },
  }
}

/** The period that an item describes. Single days are spread over the month by the item's title, so that they look lived in. */
function periodOf(title: string, [from, to]: readonly [number, number], today: IsoDate): [IsoDate, IsoDate] {
  const spread = [...title].reduce((sum, character) => sum + character.charCodeAt(0), 0) % 24
  const end = daysAfter(monthsBefore(today, to), -spread)
  return [from === to ? end : daysAfter(monthsBefore(today, from), -spread), end]
}

/** The day on which an item is logged: a few days after the period that it describes, as people do. */
function loggedOn({ title, months }: SampleItem, today: IsoDate): IsoDate {
  if (months === null) return today
  const day = daysAfter(periodOf(title, months, today)[1], 3)
  return day > today ? today : day
}

const relationOf: Record<string, { relation: Relation; weighing: string }> = {
  '+': { relation: 'supports', weighing: '' },
  '-': { relation: 'contradicts', weighing: '' },
  '!': {
    relation: 'contradicts',
    weighing: 'Weighed with the ward: it was one shift in a month, and is being followed up.',
  },
  '~': { relation: 'context', weighing: '' },
}

async function insertItem(context: CommandContext, places: Places, item: SampleItem, today: IsoDate): Promise<string> {
  const { record, newId } = context
  const ward = places.wardOf(item.where)
  const coreServiceId = ward?.coreServiceId ?? (item.where === 'provider' ? null : item.where)
  const [from, to] = item.months ? periodOf(item.title, item.months, today) : [null, null]
  const id = newId()
  await record.insert('evidence', {
    id,
    title: item.title,
    shows: item.shows,
    source_kind: item.kind,
    describes_from: from,
    describes_to: to,
    where_kept: item.kept ?? '',
    link: '',
    last_opened: null,
    core_service_id: coreServiceId,
    ward_id: ward?.id ?? null,
    said_by: item.saidBy ?? null,
    chime: JSON.stringify(item.chime ?? []),
    note: '',
    act_kind: item.act?.kind ?? null,
    act_reference: item.act?.reference ?? '',
    act_at: item.act?.at ?? '',
    logged_at: `${loggedOn(item, today)}T10:00:00.000Z`,
    logged_by: 'Ward managers',
    in_bin: 0,
  })
  for (const link of item.links.split(' ')) {
    const [, prompt = '', sign = ''] = /^([A-Z]\d+)([+\-!~])$/.exec(link) ?? []
    const related = relationOf[sign]
    if (!related) throw new Error(`the sample has a link that cannot be read: ${link}`)
    await record.insert('link', {
      id: newId(),
      evidence_id: id,
      finding_id: places.findingOf(prompt, coreServiceId ?? 'provider'),
      ...related,
      key_questions: null,
      regulations: null,
    })
  }
  if (item.file) await attach(context, id, item)
  if (item.keptFind) await keepFind(context, id, item.keptFind)
  return id
}

async function keepFind(
  { db, record, now, actor }: CommandContext,
  id: string,
  { kind, value, reason }: NonNullable<SampleItem['keptFind']>,
) {
  const place = { entity: 'evidence', id, field: 'where_kept' } as const
  await record.insert('kept_find', {
    id: idOfFind(await readSalt(db), place, { type: kind, value }),
    entity: place.entity,
    entity_id: id,
    field: place.field,
    kind,
    reason,
    kept_at: now(),
    kept_by: actor.name,
  })
}

async function attach({ record, attachments, newId, now }: CommandContext, evidenceId: string, item: SampleItem) {
  const { name, contentType, bytes } = makeSampleFile(item.file ?? 'txt', item.title, item.shows)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const missing = item.file === 'missing'
  if (!missing) {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'sample-'))
    try {
      const file = path.join(folder, 'file')
      await writeFile(file, bytes)
      await attachments.keep({ file, name, size: bytes.length, sha256 })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
  await record.insert('attachment', {
    id: newId(),
    evidence_id: evidenceId,
    sha256,
    name,
    content_type: contentType,
    size: bytes.length,
    state: missing ? 'missing' : 'present',
    added_at: now(),
  })
}

async function setFinding({ record }: CommandContext, places: Places, finding: SampleFinding, today: IsoDate) {
  const { people = [0, 0, 0], asked } = finding
  await record.update('finding', places.findingOf(finding.prompt, finding.where), {
    judgement: finding.judgement,
    reason: finding.reason ?? '',
    narrative: finding.narrative,
    owner: finding.owner ?? '',
    judged_at: `${daysAfter(today, -9)}T14:00:00.000Z`,
    judged_by: finding.owner === '' || finding.owner === undefined ? 'Ward managers' : finding.owner,
    people_yes: people[0],
    people_in_part: people[1],
    people_no: people[2],
    people_who: asked?.who ?? '',
    people_how: asked?.how ?? '',
    people_from: asked ? monthsBefore(today, asked.months[0]) : null,
    people_to: asked ? monthsBefore(today, asked.months[1]) : null,
    people_words: asked?.words ?? '',
  })
}

async function insertAction(
  { record, newId }: CommandContext,
  places: Places,
  action: SampleAction,
  items: ReadonlyMap<string, string>,
  today: IsoDate,
) {
  const evidenceId = action.doneWith === undefined ? null : (items.get(action.doneWith) ?? null)
  await record.insert('action', {
    id: newId(),
    title: action.title,
    detail: '',
    owner: action.owner,
    due: daysAfter(today, action.dueInDays),
    finding_id: places.findingOf(action.prompt, action.where),
    state: evidenceId === null ? 'open' : 'done',
    closed_at: evidenceId === null ? null : `${daysAfter(today, -6)}T11:00:00.000Z`,
    closed_reason: '',
    evidence_id: evidenceId,
    created_at: `${daysAfter(today, -60)}T09:00:00.000Z`,
  })
}
