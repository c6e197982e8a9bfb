import { describe, expect, it, test } from 'vitest'
import { checkEvidenceRow, evidenceColumns } from '../../../src/shared/model/evidence-rows.ts'
import { guessColumns, nameHeadings } from '../../../src/shared/model/import-columns.ts'

describe('the guess of what headings stand for', () => {
  it('takes our own names, however they are written', () => {
    expect(guessColumns(evidenceColumns.map((name) => ` ${name.toUpperCase().replace('_', '-')} `))).toEqual(
      Object.fromEntries(evidenceColumns.map((name) => [name, ` ${name.toUpperCase().replace('_', '-')} `])),
    )
  })

  it('takes what people write, and no heading twice', () => {
    expect(
      guessColumns(['Evidence title', 'Description', 'Source', 'Date from', 'Date', 'Ward / team', 'Budget']),
    ).toEqual({
      title: 'Evidence title',
      shows: 'Description',
      source_kind: 'Source',
      from: 'Date from',
      ward: 'Ward / team',
    })
  })

  it('prefers our own name to a likeness that stands before it', () => {
    expect(guessColumns(['Item', 'Title']).title).toBe('Title')
  })

  it('guesses nothing where nothing is alike, and is not led astray by names of objects', () => {
    expect(guessColumns(['__proto__', 'constructor', '', 'Umfrage'])).toEqual({})
  })
})

test('headings that are empty or the same are told apart', () => {
  expect(nameHeadings(['Note', '', 'Note', ' Note  ', 'column 2'])).toEqual([
    'Note',
    'column 2',
    'Note (2)',
    'Note (3)',
    'column 2 (2)',
  ])
})

describe('cells as spreadsheets write them', () => {
  const check = (cells: Record<string, string>) =>
    checkEvidenceRow(
      2,
      { title: 'A', shows: 'B', source_kind: 'people', ...cells },
      { prompts: [], coreServices: [], wards: [] },
    )

  it.each(['2026-10-13T09:30:00Z', '2026-10-13 09:30', '13/10/2026 9:30 am', '13/10/2026 23:59:59'])(
    'the date %s is its day',
    (from) => expect(check({ from }).values?.describesFrom).toBe('2026-10-13'),
  )

  it.each(['2026-10-13 soon', '9:30', '13/10/2026 at night'])('%s is no date', (from) =>
    expect(check({ from }).faults.map(({ column }) => column)).toEqual(['from']),
  )

  it('an error of a formula never becomes the title of an item', () => {
    expect(check({ title: '#N/A', note: '#REF!' }).faults.map(({ column, problem }) => `${column} ${problem}`)).toEqual(
      ['title “#N/A” is a spreadsheet’s error, not words', 'note “#REF!” is a spreadsheet’s error, not words'],
    )
    expect(check({ title: '#N/A in the log' }).values?.title).toBe('#N/A in the log')
  })
})
