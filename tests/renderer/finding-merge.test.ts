import { describe, expect, it } from 'vitest'
import {
  keepBoth,
  mergeFinding,
  settleConflicts,
  type FindingFields,
} from '../../src/renderer/src/features/assessment/finding-merge.ts'

const base: FindingFields = {
  judgement: 'not-assessed',
  reason: '',
  narrative: 'Plans are read monthly.',
  owner: '',
  due: null,
}

describe('two people change one finding', () => {
  it('sends a change again when the other person touched another field', () => {
    const merge = mergeFinding(base, { narrative: 'Mine.' }, { ...base, judgement: 'well-evidenced' })
    expect(merge).toEqual({ again: { narrative: 'Mine.' }, conflicts: [] })
  })

  it('asks when both wrote different words, and holds both', () => {
    const merge = mergeFinding(
      base,
      { narrative: 'Mine.', owner: 'Matron' },
      { ...base, narrative: 'Theirs.', due: '2026-12-01' },
    )
    expect(merge.again).toEqual({ owner: 'Matron' })
    expect(merge.conflicts).toEqual([{ field: 'narrative', mine: 'Mine.', theirs: 'Theirs.' }])
  })

  it('has nothing to settle when both wrote the same', () => {
    expect(mergeFinding(base, { narrative: 'Same.' }, { ...base, narrative: 'Same.' })).toEqual({
      again: {},
      conflicts: [],
    })
  })

  it('loses neither text when both are kept', () => {
    const both = keepBoth('Mine.', 'Theirs.')
    expect(both).toContain('Mine.')
    expect(both).toContain('Theirs.')
    expect(keepBoth('Theirs, and more.', 'Theirs')).toBe('Theirs, and more.')
    expect(keepBoth('', 'Theirs.')).toBe('Theirs.')
  })

  it('saves what was chosen, and nothing where theirs was taken', () => {
    const conflicts = [
      { field: 'narrative' as const, mine: 'Mine.', theirs: 'Theirs.' },
      { field: 'owner' as const, mine: 'Matron', theirs: 'Ward manager' },
      { field: 'due' as const, mine: '', theirs: '2026-12-01' },
    ]
    expect(settleConflicts(conflicts, { narrative: 'both', owner: 'theirs', due: 'mine' })).toEqual({
      narrative: 'Theirs.\n\nMine.',
      due: null,
    })
  })

  it('keeps one judgement, never two', () => {
    const conflicts = [{ field: 'judgement' as const, mine: 'well-evidenced', theirs: 'not-evidenced' }]
    expect(settleConflicts(conflicts, { judgement: 'both' })).toEqual({ judgement: 'well-evidenced' })
  })
})
