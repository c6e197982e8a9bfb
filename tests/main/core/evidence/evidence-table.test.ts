import { describe, expect, it } from 'vitest'
import { checkEvidenceTable, type CheckOptions } from '../../../../src/main/core/evidence/evidence-table.ts'
import { evidenceTableWish } from '../../../../src/main/core/evidence/evidence-table.ts'
import { ExtractionFault, extractionLimits } from '../../../../src/main/core/extraction/extraction.ts'
import { readTable } from '../../../../src/main/core/extraction/read-table.ts'
import type { TableRow } from '../../../../src/main/core/extraction/table.ts'
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
async function readBatches(text: string | Uint8Array) {
  const batches: TableRow[][] = []
  const bytes = Buffer.from(text)
  const source = { bytes, fileName: 'evidence.csv', limits: extractionLimits, onProgress: () => {} }
  const end = await readTable(source, evidenceTableWish, (rows) => void batches.push(rows))
  return { ...end, batches }
}
const read = async (text: string | Uint8Array, options?: CheckOptions) =>
  checkEvidenceTable(await readBatches(text), known, options)
const titles = async (text: string | Uint8Array) => {
  const { good, faulty, faults } = await read(text)
  expect(faults).toEqual([])
  return [
    ...good.map(({ title }) => title),
    ...faulty.map((row) => row.faults.map((fault) => `${fault.row} ${fault.column}`)),
  ]
}
const allFaults = ({ faults, faulty }: Awaited<ReturnType<typeof read>>) => [
  ...faults,
  ...faulty.flatMap((row) => row.faults),
]
const head = 'title,shows,source_kind'

describe('a CSV of evidence', () => {
  it('reads our own template without a fault', async () => {
    const table = await read(evidenceCsvTemplate())
    expect(allFaults(table)).toEqual([])
    expect(table.good.map(({ prompts }) => prompts.length)).toEqual([1, 2])
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
    const { good } = await read(`${head}\n"Minutes, May","They said ""at last"".\nAll of them.",people\n`)
    expect(good[0]).toMatchObject({ title: 'Minutes, May', shows: 'They said "at last".\nAll of them.' })
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
    const { good, faulty } = await read(
      `${head},from\nGood,Heard,people,\nBad,,gossip,yesterday\nAlso good,Heard,staff,\n`,
    )
    expect(good.map(({ title }) => title)).toEqual(['Good', 'Also good'])
    expect(faulty[0]?.cells).toEqual({ title: 'Bad', shows: '', source_kind: 'gossip', from: 'yesterday' })
    expect(faulty.flatMap((row) => row.faults).map((fault) => `${fault.row} ${fault.column}`)).toEqual([
      '3 shows',
      '3 source_kind',
      '3 from',
    ])
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
  ])('with %s says so', async (_title, text, expected) => {
    const faults = allFaults(await read(text))
    expect(faults.map((fault) => `${fault.row} ${fault.column}: ${fault.problem}`)).toEqual(expected)
    expect(faults.every((fault) => fault.mend.endsWith('.'))).toBe(true)
  })

  it('whose rows stop at an open quotation mark keeps the rows before it', async () => {
    expect(await titles(`${head}\nA,Heard,people\n"B,Heard,people\nC,Heard,people\n`)).toEqual(['A', ['3 ']])
  })
})

describe('a CSV made to overwhelm', () => {
  it('with a row of three million characters is refused at that row', async () => {
    const table = await read(`${head}\nA,Heard,people\nB,"${'x'.repeat(3_000_000)}",people\n`)
    expect(table.good[0]?.title).toBe('A')
    expect(allFaults(table).map((fault) => `${fault.row} ${fault.problem}`)).toEqual([
      '3 the row is longer than a million characters',
    ])
  })

  it('with more than 200,000 rows is refused whole', { timeout: 30_000 }, async () => {
    const { good, faults } = await read(`${head}\n${'A,Heard,people\n'.repeat(200_001)}`)
    expect(good).toEqual([])
    expect(faults.map((fault) => fault.problem)).toEqual(['the file has more than 200,000 rows'])
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
    const table = await readBatches(`${head}\n${'A,Heard,people\n'.repeat(20_000)}`)
    setTimeout(() => stop.abort(new Error('stopped')), 5)
    const checking = checkEvidenceTable(table, known, { signal: stop.signal, onProgress: (row) => seen.push(row) })
    await expect(checking).rejects.toThrow('stopped')
    expect(seen.length).toBeLessThan(40)
  })
})

describe('a file that is no table', () => {
  it.each([
    ['nothing in it', ' \n', 'empty'],
    ['a workbook cut off at its beginning', 'PK\u0003\u0004', 'truncated'],
    ['binary data', 'a\0b\0\0c', 'not-what-it-says'],
  ])('with %s is refused', async (_title, text, reason) => {
    const failure = await readBatches(text).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(ExtractionFault)
    expect(failure).toMatchObject({ reason })
  })
})

describe('a file with headings of its own', () => {
  const theirs = 'Subject,What it shows,Source,Cost\nZoë’s survey,Heard,people,12\nMinutes,,staff,\n'

  it('is matched by a guess, and what is matched with nothing is left out', async () => {
    const { columns, headings, samples, good } = await read(theirs, { columns: 'guess' })
    expect(columns).toEqual({ title: 'Subject', shows: 'What it shows', source_kind: 'Source' })
    expect(headings).toEqual(['Subject', 'What it shows', 'Source', 'Cost'])
    expect(samples[0]).toEqual(['Zoë’s survey', 'Heard', 'people', '12'])
    expect(good[0]).toMatchObject({ title: 'Zoë’s survey', sourceKind: 'people' })
  })

  it('is matched as it is told, also with columns that have no name or the same', async () => {
    const table = await read('Note,,Note\nThe title,Heard,people\n', {
      columns: { title: 'Note', shows: 'column 2', source_kind: 'Note (2)' },
    })
    expect(table.good[0]).toMatchObject({ title: 'The title', shows: 'Heard', sourceKind: 'people' })
  })

  it('is refused while a required column is matched with nothing, and still shows its first rows', async () => {
    const { faults, good, samples } = await read(theirs, { columns: { title: 'Subject', shows: 'Elsewhere' } })
    expect(faults.map(({ column, problem }) => `${column} ${problem}`)).toEqual([
      'source_kind is not matched with a column of the file',
      'shows “Elsewhere” is no column of the file',
    ])
    expect([good.length, samples.length]).toEqual([0, 2])
  })

  it('is refused when one column is matched twice', async () => {
    const { faults } = await read(theirs, {
      columns: { title: 'Subject', shows: 'Subject', source_kind: 'Source' },
    })
    expect(faults.map(({ column }) => column)).toEqual(['shows'])
  })

  it('names like parts of every object are headings like others', async () => {
    const { good } = await read('__proto__,constructor,toString\nA,B,people\n', {
      columns: { title: '__proto__', shows: 'constructor', source_kind: 'toString' },
    })
    expect(good[0]?.title).toBe('A')
  })
})

describe('a faulty row that is mended on the way', () => {
  const text = `${head},from\nSurvey,Heard,people,31/02/2026\nMinutes,Heard,gossip,\n`

  it('is brought in with the words that stand in the place of the cell', async () => {
    const { good, faulty } = await read(text, {
      corrections: [
        { row: 2, column: 'from', value: 'yesterday' },
        { row: 2, column: 'from', value: '28/02/2026' },
      ],
    })
    expect(good.map(({ describesFrom }) => describesFrom)).toEqual(['2026-02-28'])
    expect(faulty.map(({ row }) => row)).toEqual([3])
  })

  it('in a column that the file does not have is mended too', async () => {
    const { good } = await read(`${head}\nSurvey,Heard,people\n`, {
      corrections: [{ row: 2, column: 'note', value: 'Ask again' }],
    })
    expect(good[0]?.note).toBe('Ask again')
  })

  it('that is not in the file stops everything: it may be another file', async () => {
    const { faults } = await read(text, { corrections: [{ row: 9, column: 'title', value: 'x' }] })
    expect(faults).toMatchObject([{ row: 9, column: 'title' }])
  })
})
