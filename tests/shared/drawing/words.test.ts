import { describe, expect, it } from 'vitest'
import {
  dueInWords,
  formatDate,
  formatDayMonth,
  formatDescribes,
  formatLongMonth,
  formatMonth,
  formatPeriod,
  formatRange,
  formatShortDay,
  formatTime,
} from '../../../src/shared/drawing/date-words.ts'
import {
  countOf,
  distanceInWords,
  formatCount,
  joinWords,
  judgementWords,
  kOfN,
  peopleInWords,
  peopleVerdictWords,
  regulationWords,
} from '../../../src/shared/drawing/words.ts'
import { decidePeopleVerdict } from '../../../src/shared/model/people-view.ts'

describe('what people say', () => {
  const verdict = (yes: number, inPart: number, no: number) =>
    peopleVerdictWords[decidePeopleVerdict({ yes, inPart, no })]

  it('is "most" only for more than half of those asked', () => {
    expect(verdict(5, 4, 0)).toBe('Most say yes')
    expect(verdict(4, 0, 4)).toBe('Opinions differ')
    expect(verdict(1, 3, 5)).toBe('Most say no')
    expect(verdict(0, 9, 0)).toBe('Opinions differ')
    expect(verdict(0, 0, 0)).toBe('Not asked')
  })

  it('is said with its counts', () => {
    expect(peopleInWords({ yes: 1, inPart: 3, no: 5 })).toBe('5 of 9 people said no')
    expect(peopleInWords({ yes: 1, inPart: 0, no: 0 })).toBe('1 of 1 person said yes')
    expect(peopleInWords({ yes: 3, inPart: 3, no: 3 })).toBe('3 of 9 people said yes, 3 in part, 3 no')
  })

  it('stands beside what staff say, in words and never in steps', () => {
    expect(distanceInWords('partly-evidenced', { yes: 1, inPart: 3, no: 5 })).toBe(
      'Staff: partly evidenced. 5 of 9 people said no.',
    )
    expect(distanceInWords('not-assessed', { yes: 0, inPart: 0, no: 0 })).toBe(
      'Staff: not assessed. Nobody has been asked.',
    )
  })
})

it('no word reads as a verdict on a regulation', () => {
  const printed = [judgementWords, peopleVerdictWords, regulationWords]
    .flatMap((words) => Object.values(words))
    .join(' ')
  expect(printed).not.toMatch(/\bmet\b|complian|\bpass\b|\bfail|rating|score/i)
})

it('counts and names read as a person would write them', () => {
  expect(kOfN(6, 9)).toBe('6 of 9')
  expect(formatCount(1234567)).toBe('1,234,567')
  expect(countOf(1, 'item')).toBe('1 item')
  expect(countOf(0, 'person', 'people')).toBe('0 people')
  expect(joinWords([])).toBe('')
  expect(joinWords(['a', 'b', 'c'])).toBe('a, b and c')
})

it('dates read as the design writes them', () => {
  expect(formatDate('2026-10-13')).toBe('13 October 2026')
  expect(formatDayMonth('2026-11-30')).toBe('30 November')
  expect(formatShortDay('2026-10-06')).toBe('6 Oct')
  expect(formatMonth('2026-09')).toBe('Sep 2026')
  expect(formatLongMonth('2020-07')).toBe('July 2020')
  expect(formatRange('2026-07-04', '2026-09-24')).toBe('4 July to 24 September 2026')
  expect(formatRange('2026-07-04', '2026-07-09')).toBe('4 to 9 July 2026')
  expect(formatRange('2025-12-04', '2026-01-09')).toBe('4 December 2025 to 9 January 2026')
  expect(formatRange('2026-07-04', '2026-07-04')).toBe('4 July 2026')
  expect(formatPeriod('2026-04-01', '2026-09-30')).toBe('April to September 2026')
  expect(formatPeriod('2026-09-01', '2026-09-30')).toBe('September 2026')
  expect(formatPeriod('2025-10-01', '2026-03-31')).toBe('October 2025 to March 2026')
  expect(formatDescribes('2026-07-04', '2026-09-24')).toBe('Jul to Sep 2026')
  expect(formatDescribes('2026-09-01', '2026-09-30')).toBe('Sep 2026')
  expect(formatDescribes('2025-11-01', '2026-01-30')).toBe('Nov 2025 to Jan 2026')
  expect(formatDescribes(null, '2026-09-18')).toBe('18 Sep 2026')
  expect(formatDescribes(null, null)).toBe('no date')
  expect(formatTime(9, 5)).toBe('09:05')
})

it('a due date says how far off it is', () => {
  expect(dueInWords('2026-10-06', '2026-10-13')).toBe('late')
  expect(dueInWords('2026-10-13', '2026-10-13')).toBe('today')
  expect(dueInWords('2026-10-14', '2026-10-13')).toBe('1 day')
  expect(dueInWords('2026-10-30', '2026-10-13')).toBe('17 days')
})
