import { describe, expect, it } from 'vitest'
import { readEvidenceCsv } from '../../../../src/main/core/evidence/evidence-csv.ts'
import { evidenceCsvTemplate, type KnownToRows } from '../../../../src/shared/model/evidence-rows.ts'
import { CoreServiceId } from '../../../../src/shared/model/ids.ts'

const known: KnownToRows = {
  prompts: [
    { id: 'P1', level: 'provider' },
    { id: 'P3', level: 'provider' },
    { id: 'C1', level: 'core-service' },
  ],
  coreServices: [{ id: CoreServiceId.parse('acute-wards'), name: 'Acute wards', shortName: 'Acute' }],
  wards: [],
}
const read = (text: string | Uint8Array) => readEvidenceCsv(typeof text === 'string' ? Buffer.from(text) : text, known)
const titles = async (text: string | Uint8Array) =>
  (await read(text)).rows.map((row) => row.values?.title ?? row.faults.map((fault) => `${fault.row} ${fault.column}`))
const head = 'title,shows,source_kind'

describe('a CSV of evidence', () => {
  it('reads our own template without a fault', async () => {
    const { rows, faults } = await read(evidenceCsvTemplate())
    expect(faults).toEqual([])
    expect(rows.map((row) => row.values?.prompts.length)).toEqual([1, 2])
  })

  it.each([
    ['commas', `${head}\nZoë’s survey,Heard,people\n`],
    [
      'semicolons, as Excel writes them in many countries',
      `title;shows;source_kind\nZoë’s survey;Heard, mostly;people\n`,
    ],
    ['tabs', `title\tshows\tsource_kind\nZoë’s survey\tHeard, mostly\tpeople\n`],
    ['a first line that says what divides', `sep=;\ntitle;shows;source_kind\nZoë’s survey;Heard;people\n`],
    ['a byte-order mark', `\ufeff${head}\nZoë’s survey,Heard,people\n`],
    ['line ends of Windows', `${head}\r\nZoë’s survey,Heard,people\r\n`],
    ['line ends of old Macs', `${head}\rZoë’s survey,Heard,people\r`],
    ['headings as people write them', `Title , SHOWS,Source kind\nZoë’s survey,Heard,people\n`],
    ['columns in another order, and an empty one', `source_kind,,shows,title\npeople,,Heard,Zoë’s survey\n`],
    ['empty lines between', `\n${head}\n\n,,\nZoë’s survey,Heard,people\n\n`],
  ])('with %s', async (_title, text) => {
    expect(await titles(text)).toEqual(['Zoë’s survey'])
  })

  it.each([
    ['Windows-1252', Buffer.from(`${head}\nZo\xeb\x92s survey,Heard,people\n`, 'latin1')],
    [
      'UTF-16, as Excel’s “Unicode text”',
      Buffer.from(`\ufefftitle\tshows\tsource_kind\nZoë’s survey\tHeard\tpeople\n`, 'utf16le'),
    ],
  ])('in %s', async (_title, bytes) => {
    expect(await titles(bytes)).toEqual(['Zoë’s survey'])
  })

  it('keeps line breaks, commas and quotation marks inside quoted cells', async () => {
    const { rows } = await read(`${head}\n"Minutes, May","They said ""at last"".\nAll of them.",people\n`)
    expect(rows[0]?.values).toMatchObject({ title: 'Minutes, May', shows: 'They said "at last".\nAll of them.' })
  })

  it('bears quotation marks in the middle of a cell', async () => {
    expect(await titles(`${head}\nThe "red" folder,Heard,people\n`)).toEqual(['The "red" folder'])
  })

  it('counts rows as a spreadsheet does: the heading is 1, and a cell of two lines is one row', async () => {
    const text = `${head}\nOne,"two\nlines",people\n\nBad,,people\n`
    expect(await titles(text)).toEqual(['One', ['4 shows']])
  })
})

describe('a CSV with faults', () => {
  it('lists every one and still gives the good rows', async () => {
    const { rows, faults } = await read(
      `${head},from\nGood,Heard,people,\nBad,,gossip,yesterday\nAlso good,Heard,staff,\n`,
    )
    expect(rows.filter((row) => row.values).map((row) => row.row)).toEqual([2, 4])
    expect(faults.map((fault) => `${fault.row} ${fault.column}`)).toEqual(['3 shows', '3 source_kind', '3 from'])
  })

  it.each([
    ['a missing column', 'title,shows\nA,B\n', ['1 source_kind: is missing from the heading']],
    ['a column twice', `${head},note,Note\nA,B,people,x,y\n`, ['1 note: stands 2 times in the heading']],
    ['an unknown column', `${head},owner\nA,B,people,Jo\n`, ['1 owner: is not a column that is known']],
    [
      'no heading',
      'A,B,people\n',
      [
        '1 A: is not a column that is known',
        '1 B: is not a column that is known',
        '1 people: is not a column that is known',
        '1 title: is missing from the heading',
        '1 shows: is missing from the heading',
        '1 source_kind: is missing from the heading',
      ],
    ],
    ['a cell under no heading', `${head}\nA,Heard, mostly,people\n`, ['2 column 4: “people” stands under no heading']],
    [
      'an open quotation mark',
      `${head}\nA,Heard,people\nB,"Heard,people\nC,Heard,people\n`,
      ['3 : a quotation mark is opened and never closed'],
    ],
    ['nothing in it', ' \n', ['1 : the file is empty']],
    ['a workbook’s bytes', 'PK\u0003\u0004', ['1 : the file is a workbook, not CSV']],
    ['binary', 'a\0b\0\0c', ['1 : the file is not text']],
  ])('with %s says so', async (_title, text, expected) => {
    const { faults } = await read(text)
    expect(faults.map((fault) => `${fault.row} ${fault.column}: ${fault.problem}`)).toEqual(expected)
    expect(faults.every((fault) => fault.mend.endsWith('.'))).toBe(true)
  })

  it('whose rows stop at an open quotation mark keeps the rows before it', async () => {
    expect(await titles(`${head}\nA,Heard,people\n"B,Heard,people\nC,Heard,people\n`)).toEqual(['A', ['3 ']])
  })
})

describe('a CSV made to overwhelm', () => {
  it('with a row of three million characters is refused at that row', async () => {
    const { rows, faults } = await read(`${head}\nA,Heard,people\nB,"${'x'.repeat(3_000_000)}",people\n`)
    expect(rows[0]?.values?.title).toBe('A')
    expect(faults.map((fault) => `${fault.row} ${fault.problem}`)).toEqual([
      '3 the row is longer than a million characters',
    ])
  })

  it('with 60,000 rows is refused whole', async () => {
    const { rows, faults } = await read(`${head}\n${'A,Heard,people\n'.repeat(60_000)}`)
    expect(rows).toEqual([])
    expect(faults.map((fault) => fault.problem)).toEqual(['the file has more than 50,000 rows'])
  })

  it('with ten thousand columns is refused', async () => {
    const { faults } = await read(`${head}${',x'.repeat(10_000)}\nA,Heard,people\n`)
    expect(faults[0]?.problem).toBe('the heading has 10003 columns')
    expect(faults.length).toBeLessThan(150)
  })

  it('named like parts of every object changes nothing', async () => {
    const { faults } = await read(`${head},__proto__,constructor\nA,Heard,people,x,y\n`)
    expect(faults.map((fault) => fault.column)).toEqual(['__proto__', 'constructor'])
  })

  it('lets others be answered meanwhile, and stops when told to', async () => {
    const stop = new AbortController()
    const seen: number[] = []
    const bytes = Buffer.from(`${head}\n${'A,Heard,people\n'.repeat(20_000)}`)
    setTimeout(() => stop.abort(new Error('stopped')), 5)
    const reading = readEvidenceCsv(bytes, known, { signal: stop.signal, onProgress: (row) => seen.push(row) })
    await expect(reading).rejects.toThrow('stopped')
    expect(seen.length).toBeLessThan(40)
  })
})
