import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupsToRemove, type BackupReason } from '../../../src/shared/model/backup.ts'

const now = '2026-11-25T12:00:00.000Z'
const before = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString()
const made = (days: number, reason: BackupReason = 'automatic') => ({
  name: `${days} ${reason}`,
  reason,
  madeAt: before(days),
})

describe('the rule for kept backups', () => {
  it('keeps one of each of the last seven days, the newest', () => {
    expect(backupsToRemove([made(0.1), made(0.2), made(1.1), made(1.3), made(2.1), made(6.1)], now)).toEqual([
      '0.2 automatic',
      '1.3 automatic',
    ])
  })

  it('keeps one a week after that, then one a month, and none older than a year', () => {
    const list = [0, 8, 9, 15, 62, 80, 100, 110, 370].map((days) => made(days))
    expect(backupsToRemove(list, now)).toEqual(['9 automatic', '80 automatic', '110 automatic', '370 automatic'])
  })

  it('keeps what was made by hand, before an upgrade or before a restore for a year, beside the others', () => {
    const list = [
      made(0),
      made(0.1, 'by-hand'),
      made(0.2, 'by-hand'),
      made(200, 'before-upgrade'),
      made(400, 'by-hand'),
    ]
    expect(backupsToRemove(list, now)).toEqual(['400 by-hand'])
  })

  it('never removes the newest, however old it is, and never all', () => {
    expect(backupsToRemove([made(900)], now)).toEqual([])
    const lists = fc.array(fc.tuple(fc.double({ min: -3, max: 900, noNaN: true }), fc.boolean()), { minLength: 1 })
    fc.assert(
      fc.property(lists, (ages) => {
        const list = ages.map(([days, byHand], at) => ({
          ...made(days, byHand ? 'by-hand' : 'automatic'),
          name: String(at),
        }))
        const removed = new Set(backupsToRemove(list, now))
        const newest = list.toSorted((one, other) => other.madeAt.localeCompare(one.madeAt))[0]
        expect(removed.has(newest?.name ?? '')).toBe(false)
        // What the rule has left it leaves alone.
        const left = list.filter(({ name }) => !removed.has(name))
        expect(backupsToRemove(left, now)).toEqual([])
      }),
    )
  })

  it('lets copies grow old: after a year of work each day, days, weeks and months are all there to go back to', () => {
    let kept: ReturnType<typeof made>[] = []
    const start = Date.parse('2025-10-01T00:00:00.000Z')
    for (let day = 0; day < 420; day += 1)
      for (const hour of [9, 12, 17]) {
        const madeAt = new Date(start + (day * 24 + hour) * 3_600_000).toISOString()
        kept.push({ name: madeAt, reason: 'automatic', madeAt })
        const removed = new Set(backupsToRemove(kept, madeAt))
        kept = kept.filter(({ name }) => !removed.has(name))
      }
    const end = Date.parse(kept.at(-1)?.madeAt ?? '')
    const ages = kept.map(({ madeAt }) => (end - Date.parse(madeAt)) / 86_400_000)
    const between = (from: number, to: number) => ages.filter((age) => age >= from && age < to).length
    expect(between(0, 7)).toBe(7)
    expect(between(7, 56)).toBeGreaterThanOrEqual(7)
    expect(between(56, 366)).toBeGreaterThanOrEqual(9)
    expect(kept.length).toBeLessThanOrEqual(30)
  })
})
