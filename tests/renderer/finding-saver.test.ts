import { describe, expect, it } from 'vitest'
import { Finding } from '../../src/shared/model/finding.ts'
import { AppError } from '../../src/shared/result.ts'
import { createDraftStore } from '../../src/renderer/src/drafts/draft-store.ts'
import type { FindingEdits } from '../../src/renderer/src/features/assessment/finding-merge.ts'
import { createFindingSaver } from '../../src/renderer/src/features/assessment/finding-saver.ts'

const first = Finding.parse({
  id: 'finding-1',
  assessmentId: 'assessment-1',
  scopeId: 'scope-1',
  promptId: 'C1',
  judgement: 'not-assessed',
  reason: '',
  narrative: '',
  owner: '',
  due: null,
  judgedAt: null,
  judgedBy: '',
  peopleView: { yes: 0, inPart: 0, no: 0, who: '', how: '', from: null, to: null, words: '' },
  carriedFrom: null,
  reconfirmedAt: null,
  version: 1,
})

/** A core that holds one finding, refuses old versions, and can be told to fail. */
function core() {
  const held = new Map<string, string>()
  const drafts = createDraftStore({
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  })
  const world = {
    finding: first,
    sent: [] as FindingEdits[],
    failWith: null as AppError | null,
    tellsDetails: true,
    drafts,
    held,
    change(edits: FindingEdits) {
      world.finding = Finding.parse({ ...world.finding, ...edits, version: world.finding.version + 1 })
    },
    async send(expectedVersion: number, edits: FindingEdits) {
      await Promise.resolve()
      if (world.failWith !== null) throw world.failWith
      if (expectedVersion !== world.finding.version)
        throw new AppError(
          'conflict',
          'Someone else changed this finding.',
          world.tellsDetails ? { current: world.finding, yours: edits } : undefined,
        )
      world.sent.push(edits)
      world.change(edits)
      return world.finding
    },
    load: async () => world.finding,
  }
  return world
}

describe('a finding is saved as it is typed', () => {
  it('keeps every word until the core has it, and nothing after', async () => {
    const world = core()
    const saver = createFindingSaver(first, world)
    saver.edit({ narrative: 'Plans are' })
    saver.edit({ narrative: 'Plans are read.' })
    expect(world.held.size).toBe(1)
    expect(saver.view()).toMatchObject({ state: 'waiting', values: { narrative: 'Plans are read.' } })
    await saver.flush()
    expect(world.sent).toEqual([{ narrative: 'Plans are read.' }])
    expect(saver.view().state).toBe('saved')
    expect(world.held.size).toBe(0)
  })

  it('sends words that came while others were on their way, after them', async () => {
    const world = core()
    const saver = createFindingSaver(first, world)
    saver.edit({ narrative: 'One' })
    const going = saver.flush()
    saver.edit({ narrative: 'One two' })
    expect(saver.view().values.narrative).toBe('One two')
    await saver.flush()
    await going
    expect(world.sent.map(({ narrative }) => narrative)).toEqual(['One', 'One two'])
    expect(saver.view().state).toBe('saved')
  })

  it('keeps the words on the screen and in the drafts when the disk is full, and sends them when it can', async () => {
    const world = core()
    world.failWith = new AppError('disk-full', 'This could not be saved: the disk is full.')
    const saver = createFindingSaver(first, world)
    saver.edit({ narrative: 'Not lost' })
    await saver.flush()
    expect(saver.view()).toMatchObject({
      state: 'failed',
      failure: 'This could not be saved: the disk is full.',
      values: { narrative: 'Not lost' },
    })
    world.failWith = null
    const again = createFindingSaver(first, world)
    expect(again.view().values.narrative).toBe('Not lost')
    await again.flush()
    expect(world.finding.narrative).toBe('Not lost')
  })

  it('does not say "not applicable" before the reason is there', async () => {
    const world = core()
    const saver = createFindingSaver(first, world)
    saver.edit({ judgement: 'not-applicable' })
    await saver.flush()
    expect(world.sent).toEqual([])
    expect(saver.view().values.judgement).toBe('not-applicable')
    saver.edit({ reason: 'No ward here admits carers.' })
    await saver.flush()
    expect(world.sent).toEqual([{ judgement: 'not-applicable', reason: 'No ward here admits carers.' }])
  })
})

describe('someone else changes the same finding', () => {
  it('is joined without asking when they touched another field', async () => {
    const world = core()
    const saver = createFindingSaver(first, world)
    world.change({ judgement: 'well-evidenced' })
    saver.edit({ narrative: 'Mine' })
    await saver.flush()
    expect(world.finding).toMatchObject({ judgement: 'well-evidenced', narrative: 'Mine' })
    expect(saver.view().state).toBe('saved')
  })

  it('sets both texts side by side, sends nothing, and loses neither', async () => {
    const world = core()
    const saver = createFindingSaver(first, world)
    world.change({ narrative: 'Theirs' })
    saver.edit({ narrative: 'Mine' })
    await saver.flush()
    expect(saver.view()).toMatchObject({
      state: 'conflict',
      conflicts: [{ field: 'narrative', mine: 'Mine', theirs: 'Theirs' }],
    })
    expect(world.finding.narrative).toBe('Theirs')
    expect(world.held.size).toBe(1)
    await saver.settle({ narrative: 'both' })
    expect(world.finding.narrative).toBe('Theirs\n\nMine')
    expect(world.held.size).toBe(0)
  })

  it('is read again when the core says only that there is a conflict', async () => {
    const world = core()
    world.tellsDetails = false
    const saver = createFindingSaver(first, world)
    world.change({ narrative: 'Theirs' })
    saver.edit({ narrative: 'Mine' })
    await saver.flush()
    expect(saver.view().conflicts).toEqual([{ field: 'narrative', mine: 'Mine', theirs: 'Theirs' }])
    await saver.settle({ narrative: 'theirs' })
    expect(world.finding.narrative).toBe('Theirs')
    expect(saver.view()).toMatchObject({ state: 'saved', values: { narrative: 'Theirs' } })
  })

  it('is shown when nothing of mine waits', () => {
    const world = core()
    const saver = createFindingSaver(first, world)
    world.change({ narrative: 'Theirs' })
    saver.hear(world.finding)
    expect(saver.view().values.narrative).toBe('Theirs')
  })

  it('never overwrites what I am typing', async () => {
    const world = core()
    const saver = createFindingSaver(first, world)
    saver.edit({ narrative: 'Mine' })
    world.change({ narrative: 'Theirs' })
    saver.hear(world.finding)
    expect(saver.view().values.narrative).toBe('Mine')
    await saver.flush()
    expect(saver.view().state).toBe('conflict')
  })

  it('is asked about when words were left unsaved yesterday and the finding has changed since', () => {
    const world = core()
    const saver = createFindingSaver(first, world)
    saver.edit({ narrative: 'Mine, yesterday' })
    world.change({ narrative: 'Theirs, today' })
    const today = createFindingSaver(world.finding, world)
    expect(today.view().conflicts).toEqual([{ field: 'narrative', mine: 'Mine, yesterday', theirs: 'Theirs, today' }])
  })
})
