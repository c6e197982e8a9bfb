import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readCell, toCsv } from '../../../src/shared/model/csv-writer.ts'

describe('a table written as CSV', () => {
  it('quotes what would break it, and keeps numbers as numbers', () => {
    expect(toCsv([['a', 'b,c', 'say "hi"', 'two\nlines', ' edge', 3, -4, null, undefined, 'x;y']])).toBe(
      'a,"b,c","say ""hi""","two\nlines"," edge",3,-4,,,"x;y"\r\n',
    )
  })

  it.each(['=1+1', '+44 20', '-2', '@SUM(A1)', '\tcell', '\rcell', '＝1+1'])(
    'never lets a spreadsheet run %j',
    (words) => {
      const cell = toCsv([[words]]).replace(/^\ufeff/, '')
      expect(cell).toMatch(/^"?'/)
    },
  )

  it('begins with a byte-order mark where Excel would misread the letters, and only there', () => {
    expect(toCsv([['Zoë']])).toBe('\ufeffZoë\r\n')
    expect(toCsv([['Zoe']])).toBe('Zoe\r\n')
  })

  it('gives back the words of every cell, whatever they are', () => {
    // An apostrophe before a formula is the one thing that cannot be told from ours.
    const anyWords = fc.string().filter((words) => !/^'[=+\-@\t\r]/.test(words))
    const readBack = (words: string) => {
      const cell = toCsv([[words, 'end']])
        .replace(/^\ufeff/, '')
        .replace(/,end\r\n$/, '')
      return readCell(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)
    }
    const findLost = () =>
      fc.assert(
        fc.property(anyWords, (words) => readBack(words) === words),
        { numRuns: 2_000 },
      )
    expect(findLost).not.toThrow()
  })
})
