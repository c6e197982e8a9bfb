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
    expect(backupsToRemove([made(0.1), made(0.2), made(1.1), made(1.9), made(6.5)], now)).toEqual([
      '0.2 automatic',
      '1.9 automatic',
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
})
