import { describe, expect, it } from 'vitest'
import { PeopleView } from '../../src/shared/model/people-view.ts'
import {
  asked,
  checkPeopleForm,
  peopleFormOf,
  toPeopleView,
} from '../../src/renderer/src/features/assessment/people-form.ts'

const today = '2026-10-13'
const nobody = PeopleView.parse({ yes: 0, inPart: 0, no: 0, who: '', how: '', from: null, to: null, words: '' })
const blank = peopleFormOf(nobody)

describe('what people who use the service say', () => {
  it('asks for nothing until a count is entered', () => {
    expect(checkPeopleForm(blank, today)).toEqual({})
    expect(toPeopleView(blank, today)).toEqual(nobody)
  })

  it('asks who, how, when and for their words once somebody was counted', () => {
    expect(Object.keys(checkPeopleForm({ ...blank, no: '5' }, today)).toSorted()).toEqual([
      'from',
      'how',
      'who',
      'words',
    ])
  })

  it('makes a view that the core takes, out of what a person types', () => {
    const form = {
      ...blank,
      yes: '1',
      inPart: ' 3 ',
      no: '5',
      who: 'People staying on Rowan Ward ',
      how: '3 community meetings',
      from: '4 july 2026',
      to: '24/9/2026',
      words: 'Most had not seen their plan.',
    }
    expect(asked(form)).toBe(9)
    expect(checkPeopleForm(form, today)).toEqual({})
    expect(PeopleView.parse(toPeopleView(form, today))).toMatchObject({
      inPart: 3,
      from: '2026-07-04',
      to: '2026-09-24',
    })
    expect(peopleFormOf(toPeopleView(form, today))).toMatchObject({
      from: '4 July 2026',
      who: 'People staying on Rowan Ward',
    })
  })

  it('says which count, date or order is wrong', () => {
    const errors = checkPeopleForm(
      { ...blank, yes: 'some', no: '2', who: 'x', how: 'y', words: 'z', from: '24/9/2026', to: '4/7/2026' },
      today,
    )
    expect(errors).toEqual({ yes: 'Give the number in figures', to: 'The last day is before the first' })
  })
})
