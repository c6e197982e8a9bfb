import { describe, expect, it, test } from 'vitest'
import {
  bringInWords,
  cellFault,
  mappingFaults,
  readingInWords,
  reportInWords,
  showRows,
  unmendable,
  withCell,
  withColumn,
} from '../../src/renderer/src/features/import/import-words.ts'

const fault = (row: number, column: string) => ({ row, column, problem: 'is wrong', mend: 'Write it again.' })
const faulty = (row: number, ...columns: string[]) => ({
  row,
  cells: { title: `Item ${row}` },
  faults: columns.map((column) => fault(row, column)),
})

describe('the matching of columns', () => {
  it('names each required column that is matched with nothing', () => {
    expect(mappingFaults({ title: 'Subject' }).map(({ words }) => words)).toEqual([
      'What it shows: choose the column that holds it',
      'Kind of source: choose the column that holds it',
    ])
  })

  it('refuses one column of the file for two of ours', () => {
    const mapping = { title: 'A', shows: 'B', source_kind: 'C', note: 'B' }
    expect(mappingFaults(mapping)).toEqual([
      { column: 'note', words: 'Note: “B” is already matched with What it shows' },
    ])
    expect(mappingFaults(withColumn(mapping, 'note', ''))).toEqual([])
  })
})

describe('the button that writes', () => {
  it.each([
    [86, 4, 'Bring in 86, leave out 4'],
    [1_200, 0, 'Bring in 1,200'],
    [0, 4, null],
  ])('with %i good and %i faulty rows says %s', (fresh, count, words) => {
    expect(bringInWords({ fresh, faulty: count })).toBe(words)
  })
})

test('what a file holds, and what was done, is said in a sentence', () => {
  const reading = {
    kind: 'csv' as const,
    sheet: null,
    headings: [],
    columns: {},
    samples: [],
    unfilled: 0,
    faultyRows: [],
    faults: [],
  }
  expect(readingInWords({ ...reading, rows: 91, fresh: 86, already: 1, faulty: 4 })).toBe(
    '91 rows: 86 can be brought in, 4 have faults, 1 is already there.',
  )
  expect(readingInWords({ ...reading, rows: 10, fresh: 3, already: 0, faulty: 0, unfilled: 7 })).toBe(
    '10 rows: 3 can be brought in, none has faults, 7 not filled in.',
  )
  expect(readingInWords({ ...reading, rows: 0, fresh: 0, already: 0, faulty: 0 })).toBe(
    'The file has a heading and no rows.',
  )
  expect(reportInWords({ imported: 1, leftOut: 4, already: 0, written: true, faults: [] })).toBe(
    '1 item brought in, 4 left out.',
  )
})

describe('the rows with faults', () => {
  it('stay where they are when they are mended, and can be changed again', () => {
    const before = withCell(
      showRows([], { faultyRows: [faulty(3, 'from'), faulty(9, 'title')] }),
      3,
      'from',
      '28/02/2026',
    )
    const after = showRows(before, { faultyRows: [faulty(9, 'title', 'note')] })
    expect(after.map(({ row, columns, faults }) => [row, columns, faults.length])).toEqual([
      [3, ['from'], 0],
      [9, ['title', 'note'], 2],
    ])
    expect(after[0]?.cells.from).toBe('28/02/2026')
  })

  it('that turn faulty by a mend stand in their place among the others', () => {
    const after = showRows(showRows([], { faultyRows: [faulty(9, 'to')] }), {
      faultyRows: [faulty(4, 'to'), faulty(9, 'to')],
    })
    expect(after.map(({ row }) => row)).toEqual([4, 9])
  })

  it('say beside each cell what is wrong with it, and apart what no cell can mend', () => {
    const row = faulty(3, 'from', 'column 7')
    expect(cellFault(row, 'from')).toBe('Is wrong. Write it again.')
    expect(cellFault(row, 'title')).toBeUndefined()
    expect(unmendable(row).map(({ column }) => column)).toEqual(['column 7'])
  })
})
