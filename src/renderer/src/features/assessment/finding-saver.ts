import { Finding } from '../../../../shared/model/finding.ts'
import { z } from '../../../../shared/model/schema.ts'
import { AppError } from '../../../../shared/result.ts'
import type { DraftStore } from '../../drafts/draft-store.ts'
import type { ConflictChoice, FieldConflict } from '../../forms/merge-fields.ts'
import {
  mergeFinding,
  settleConflicts,
  type FindingEdits,
  type FindingField,
  type FindingFields,
} from './finding-merge.ts'

/** Where the words on the screen stand. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict'

/** What the screen shows: the fields with everything typed so far, and where they stand. */
export type SaverView = {
  values: FindingFields
  state: SaveState
  conflicts: readonly FieldConflict<FindingField>[]
  /** Why it could not be saved, in words to act on; empty otherwise. */
  failure: string
}

/** What the saver needs of its surroundings. */
export type SaverWorld = {
  /** Sends edits; answers the finding as it is then, or throws an `AppError`. */
  send(expectedVersion: number, edits: FindingEdits): Promise<Finding>
  /** Reads the finding as it is now. */
  load(): Promise<Finding>
  drafts: DraftStore
}

/** Saves a finding as it is typed. Nothing typed is forgotten before the core has it. */
export type FindingSaver = {
  view(): SaverView
  subscribe(listener: () => void): () => void
  /** Takes what was typed; it is kept at once and sent by the next {@link FindingSaver.flush}. */
  edit(edits: FindingEdits): void
  /** Sends what waits. While something is on its way, what came since goes after it. */
  flush(): Promise<void>
  /** Hears the finding as the core now has it. */
  hear(finding: Finding): void
  /** Saves what a person chose of a conflict. */
  settle(choices: Partial<Record<FindingField, ConflictChoice>>): Promise<void>
}

type Draft = { base: Partial<FindingFields>; edits: FindingEdits }

const ConflictDetails = z.object({ current: Finding })

/** Makes the saver of one finding, with what was typed earlier and never acknowledged. */
export function createFindingSaver(first: Finding, world: SaverWorld): FindingSaver {
  const draftName = `finding:${first.id}`
  const listeners = new Set<() => void>()
  let acknowledged = first
  let base: Partial<FindingFields> = {}
  let waiting: FindingEdits = {}
  let onTheWay: FindingEdits | null = null
  let sending: Promise<void> | null = null
  let conflicts: readonly FieldConflict<FindingField>[] = []
  let failure = ''
  let view = look()

  function look(): SaverView {
    const mine = Object.fromEntries(conflicts.map(({ field, mine: value }) => [field, value]))
    const values = { ...fieldsOf(acknowledged), ...defined(onTheWay ?? {}), ...defined(waiting), ...mine }
    return { values: values as FindingFields, state: stateNow(), conflicts, failure }
  }

  function stateNow(): SaveState {
    if (conflicts.length > 0) return 'conflict'
    if (onTheWay !== null) return 'saving'
    if (Object.keys(waiting).length === 0) return 'saved'
    return failure === '' ? 'waiting' : 'failed'
  }

  function tell() {
    view = look()
    for (const listener of listeners) listener()
  }

  function keep() {
    const mine = Object.fromEntries(conflicts.map(({ field, mine: value }) => [field, value]))
    const edits = { ...mine, ...onTheWay, ...waiting } as FindingEdits
    if (Object.keys(edits).length === 0) world.drafts.forget(draftName)
    else world.drafts.keep(draftName, { base, edits } satisfies Draft)
  }

  async function sendAll(): Promise<void> {
    while (Object.keys(waiting).length > 0 && isComplete({ ...fieldsOf(acknowledged), ...defined(waiting) })) {
      onTheWay = waiting
      waiting = {}
      failure = ''
      tell()
      try {
        acknowledged = await world.send(acknowledged.version, onTheWay)
        onTheWay = null
        if (Object.keys(waiting).length === 0) base = {}
        keep()
      } catch (error) {
        const sent = onTheWay
        onTheWay = null
        waiting = { ...sent, ...waiting }
        if (error instanceof AppError && error.code === 'conflict' && (await joinTheirs(error))) continue
        if (conflicts.length === 0) failure = wordsOf(error)
        keep()
        return
      } finally {
        tell()
      }
    }
  }

  /** Puts my edits on top of what someone else saved. True when what is left can be sent at once. */
  async function joinTheirs(error: AppError): Promise<boolean> {
    const before = acknowledged.version
    try {
      const details = ConflictDetails.safeParse(error.details)
      acknowledged = details.success ? details.data.current : await world.load()
    } catch (reading) {
      failure = wordsOf(reading)
      return false
    }
    const merge = mergeFinding(base, waiting, fieldsOf(acknowledged))
    waiting = merge.again
    conflicts = merge.conflicts
    // The same version again would be refused again: nobody would get out of it.
    return conflicts.length === 0 && acknowledged.version !== before
  }

  const flush = (): Promise<void> => {
    if (conflicts.length > 0) return Promise.resolve()
    sending ??= sendAll().finally(() => {
      sending = null
    })
    return sending
  }

  const draft = readDraft(world.drafts.read(draftName))
  if (draft !== null) {
    const merge = mergeFinding(draft.base, draft.edits, fieldsOf(first))
    base = draft.base
    waiting = merge.again
    conflicts = merge.conflicts
    keep()
    view = look()
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    edit(edits) {
      const fields = fieldsOf(acknowledged)
      for (const name of Object.keys(edits)) {
        const field = name as FindingField
        if (!(field in base)) base = { ...base, [field]: fields[field] }
      }
      const inConflict = conflicts.filter(({ field }) => field in edits)
      if (inConflict.length > 0)
        conflicts = conflicts.map((conflict) =>
          conflict.field in edits ? { ...conflict, mine: edits[conflict.field] } : conflict,
        )
      const rest = Object.entries(edits).filter(([field]) => !inConflict.some((conflict) => conflict.field === field))
      waiting = { ...waiting, ...Object.fromEntries(rest) }
      failure = ''
      keep()
      tell()
    },
    flush,
    hear(finding) {
      if (finding.version <= acknowledged.version || onTheWay !== null) return
      // With words waiting, the version that they were typed on must go with them: the core then says that there is a conflict.
      if (Object.keys(waiting).length > 0 || conflicts.length > 0) return
      acknowledged = finding
      base = {}
      tell()
    },
    async settle(choices) {
      const edits = settleConflicts(conflicts, choices)
      conflicts = []
      base = fieldsOf(acknowledged)
      waiting = { ...waiting, ...edits }
      keep()
      tell()
      await flush()
    },
  }
}

/** A finding's own fields, out of everything that its screen is given. */
const fieldsOf = ({ judgement, reason, narrative, owner, due, peopleView }: Finding): FindingFields => ({
  judgement,
  reason,
  narrative,
  owner,
  due,
  peopleView,
})

const defined = (edits: FindingEdits) =>
  Object.fromEntries(Object.entries(edits).filter(([, value]) => value !== undefined)) as Partial<FindingFields>

/** "Not applicable" waits for its reason: the core would refuse it, and rightly. */
const isComplete = (fields: FindingFields) => fields.judgement !== 'not-applicable' || fields.reason.trim() !== ''

const wordsOf = (error: unknown) =>
  error instanceof AppError ? error.message : 'This could not be saved. Your words are still here. Try again.'

function readDraft(kept: unknown): Draft | null {
  if (typeof kept !== 'object' || kept === null || !('base' in kept) || !('edits' in kept)) return null
  const parsed = Draft.safeParse(kept)
  return parsed.success ? { base: parsed.data.base, edits: parsed.data.edits } : null
}

const Fields = z
  .object({
    judgement: Finding.shape.judgement,
    reason: Finding.shape.reason,
    narrative: Finding.shape.narrative,
    owner: z.string(),
    due: Finding.shape.due,
    peopleView: Finding.shape.peopleView,
  })
  .partial()
const Draft = z.object({ base: Fields, edits: Fields })
