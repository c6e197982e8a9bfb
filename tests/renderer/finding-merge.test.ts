import { keepBoth } from '../../src/renderer/src/forms/merge-fields.ts'
import { describe, expect, it } from 'vitest'
import {
  fieldInWords,
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
  peopleView: { yes: 0, inPart: 0, no: 0, who: '', how: '', from: null, to: null, words: '' },
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
      { field: 'due' as const, mine: null, theirs: '2026-12-01' },
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

  it('counts one of two people’s views and keeps the other in words', () => {
    const view = { ...base.peopleView, who: 'people on the ward', how: 'meeting', from: '2026-09-01' }
    const conflicts = [
      {
        field: 'peopleView' as const,
        mine: { ...view, yes: 4, words: 'Warm.' },
        theirs: { ...view, no: 3, to: '2026-09-30', words: 'Cold.' },
      },
    ]
    const { peopleView } = settleConflicts(conflicts, { peopleView: 'both' })
    expect(peopleView).toMatchObject({ yes: 4, no: 0 })
    for (const words of ['Warm.', 'Cold.', '0 yes, 0 in part, 3 no', '1 September 2026 to 30 September 2026'])
      expect(peopleView?.words).toContain(words)
  })

  it('shows each value in words', () => {
    expect(fieldInWords('judgement', 'evidence-against')).toBe('Evidence says otherwise')
    expect(fieldInWords('due', '2026-10-13')).toBe('13 October 2026')
    expect(fieldInWords('owner', '')).toBe('(left empty)')
  })
})
