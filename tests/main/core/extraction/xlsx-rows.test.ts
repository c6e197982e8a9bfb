import { describe, expect, it } from 'vitest'
import { extractTable, tableLimits } from '../../../../src/main/core/extraction/extract-table.ts'
import {
  ExtractionFault,
  extractionLimits,
  type ExtractionReason,
} from '../../../../src/main/core/extraction/extraction.ts'
import { readTable } from '../../../../src/main/core/extraction/read-table.ts'
import type { TableEnd, TableRow, TableWish } from '../../../../src/main/core/extraction/table.ts'
import { startExtractionFromSource } from '../../../support/extraction-worker.ts'
import { writeCompoundFile, writeOdt } from '../../../support/hostile-files.ts'
import {
  sheetHead,
  sheetRows,
  sheetTail,
  writeXlsx,
  xlsxEntries,
  type WorkbookParts,
} from '../../../support/workbooks.ts'
import { hugeEntry, writeDocx, writeZip, zipEntry } from '../../../support/zip-files.ts'

const wish: TableWish = {
  headings: [['title'], ['shows', 'description']],
  rows: 1_000,
  columns: 10,
  rowCharacters: 50_000,
}

type Read = TableEnd & { rows: TableRow[]; reason: ExtractionReason }

/** As the worker reads, on this thread, which is quicker to start. */
async function read(file: Buffer | WorkbookParts, wanted: Partial<TableWish> = {}): Promise<Partial<Read>> {
  const bytes = Buffer.isBuffer(file) ? file : writeXlsx(file)
  const source = { bytes, fileName: 'log.xlsx', limits: { ...extractionLimits, ...tableLimits }, onProgress: () => {} }
  const rows: TableRow[] = []
  try {
    return { ...(await readTable(source, { ...wish, ...wanted }, (some) => void rows.push(...some))), rows }
  } catch (error) {
    if (error instanceof ExtractionFault) return { reason: error.reason }
    throw error
  }
}
const cellsOf = async (parts: WorkbookParts) => (await read(parts)).rows?.map(({ cells }) => cells)
const head = sheetRows([['Title', 'Description']])

describe('a workbook', () => {
  it('gives the words that cells share, hold themselves, and were worked out', async () => {
    const sheet = `<row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3" t="inlineStr"><is><r><t>in </t></r><r><t>line</t></r><rPh><t>reading aid</t></rPh></is></c>
      <c r="D3" t="str"><f>HYPERLINK("x","=1+1")</f><v>=1+1</v></c><c r="E3" t="str"><f>""</f><v></v></c></row>`
    const shared = [
      '<t>no</t>',
      '<r><t xml:space="preserve">Zoë’s </t></r><r><rPr/><t>café_x000D_\n_x0041_</t></r><rPh><t>aid</t></rPh>',
    ]
    expect(await read({ sheets: { Log: sheet }, shared })).toMatchObject({
      kind: 'xlsx',
      sheet: 'Log',
      rows: [{ row: 3, cells: ['Zoë’s café\nA', '', 'in line', '=1+1'] }],
    })
  })

  it('gives numbers, truth and errors as a person would read them', async () => {
    const sheet = `<row><c><v>14</v></c><c><v>0.30000000000000004</v></c><c><v>1E3</v></c><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="n"/></row>`
    expect(await cellsOf({ sheets: { Log: sheet } })).toEqual([['14', '0.3', '1000', 'TRUE', 'FALSE', '#N/A']])
  })

  it.each([
    ['a built-in date', 14, '46308', '2026-10-13'],
    ['a built-in date with a time', 22, '46308.395833333', '2026-10-13 09:30'],
    ['a built-in time', 20, '46308.395833333', '09:30'],
    ['a date of its own', 'ddd d mmm yyyy', '46308', '2026-10-13'],
    ['a date with words and colours', '[Red]&quot;week of &quot;dd/mm', '46308.9', '2026-10-13'],
    ['months alone', 'mmm-yy', '46308', '2026-10-13'],
    ['the day before the leap day that never was', 14, '59', '1900-02-28'],
    ['the leap day that never was', 14, '60', '1900-02-29'],
    ['the day after it', 14, '61', '1900-03-01'],
    ['a number with a d in quotation marks', '0.0&quot; days&quot;', '46308', '46308'],
    ['a number with a d after a backslash', '0\\d', '46308', '46308'],
    ['a length of time', '[h]:mm', '1.5', '1.5'],
    ['no day at all', 14, '-5', '-5'],
    ['a day beyond the last', 14, '3000000', '3000000'],
    ['General', 'General', '46308', '46308'],
  ])('reads %s', async (_title, format, value, words) => {
    const sheet = `<row><c s="1"><v>${value}</v></c></row>`
    expect(await cellsOf({ sheets: { Log: sheet }, formats: [format] })).toEqual([[words]])
  })

  it('counts days from 1904 where it says so, and takes dates that are written out', async () => {
    const sheet = `<row><c s="1"><v>44846</v></c><c t="d"><v>2026-10-13T00:00:00</v></c></row>`
    expect(await cellsOf({ sheets: { Log: sheet }, formats: [14], from1904: true })).toEqual([
      ['2026-10-13', '2026-10-13'],
    ])
  })

  it('gives the sheet that has the columns, else the first that holds anything', async () => {
    const other = sheetRows([['Read me first']])
    expect(await read({ sheets: { Empty: '', About: other, Log: head } })).toMatchObject({ sheet: 'Log' })
    expect(await read({ sheets: { Empty: '<row r="1"/>', About: other } })).toMatchObject({ sheet: 'About' })
    expect(await read({ sheets: { Empty: '' } })).toEqual({ reason: 'no-text' })
  })

  it('is known by its content, whatever prefix its parts use', async () => {
    const entries = xlsxEntries({ sheets: { Log: '' } }).filter(({ name }) => !name.includes('sheet1'))
    const sheet = `<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Title</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>`
    const file = writeZip([...entries, zipEntry('xl/worksheets/sheet1.xml', sheet)])
    expect(await read(file)).toMatchObject({ rows: [{ row: 1, cells: ['Title'] }] })
  })
})

describe('a workbook made to do harm', () => {
  it('that would unpack to 300 MB is not unpacked', async () => {
    const bomb = (path: string) => hugeEntry(path, `${sheetHead}<row><c t="str"><v>`, 300, `</v></c></row>${sheetTail}`)
    expect(await read({ sheets: { Log: bomb } })).toEqual({ reason: 'too-large-inside' })
    const lying = (path: string) => ({ ...bomb(path), size: 5_000 })
    expect(await read({ sheets: { Log: lying } })).toEqual({ reason: 'unsafe' })
  })

  it('with 1,048,576 rows of nothing gives the rows with something', { timeout: 30_000 }, async () => {
    const nothing = Array.from({ length: 1_048_570 }, (_, at) => `<row r="${at + 3}"/>`).join('')
    const sheet = `${head}${nothing}<row r="1048576"><c t="str"><v>Last</v></c></row>`
    expect(await read({ sheets: { Log: sheet } })).toMatchObject({
      rows: [{ row: 1 }, { row: 1_048_576, cells: ['Last'] }],
      stopped: null,
    })
  })

  it('in a worker gives its rows or its fault to the other thread, and is stopped when told to', async () => {
    const startWorker = startExtractionFromSource
    const good = await extractTable(writeXlsx({ sheets: { Log: head } }), 'log.xlsx', wish, { startWorker })
    expect(good).toMatchObject({ ok: true, value: { sheet: 'Log', batches: [[{ cells: ['Title', 'Description'] }]] } })
    const long = writeXlsx({ sheets: { Log: `<row>${'<c/>'.repeat(3_000_000)}</row>` } })
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 100)
    const stopped = await extractTable(long, 'log.xlsx', wish, { startWorker, signal: stop.signal })
    expect(stopped).toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  it('with more cells than any log is given up', { timeout: 60_000 }, async () => {
    const sheet = `<row>${'<c/>'.repeat(6_100_000)}</row>`
    expect(await read({ sheets: { Log: sheet } })).toEqual({ reason: 'too-large-inside' })
  })

  it('whose cells all share one long text does not come out a thousand times as large', async () => {
    const row = `<row>${'<c t="s"><v>0</v></c>'.repeat(9)}</row>`
    const parts = { sheets: { Log: row.repeat(900) }, shared: [`<t>${'x'.repeat(30_000)}</t>`] }
    expect(await read(parts, { rowCharacters: 1_000_000 })).toEqual({ reason: 'too-large-inside' })
    expect(await read(parts)).toMatchObject({ stopped: { row: 1, why: 'row-too-long' }, rows: [] })
  })

  it('with more rows than may be brought in says at which row', async () => {
    const sheet = sheetRows(Array.from({ length: 1_200 }, (_, at) => [`Item ${at}`]))
    const { stopped, rows } = await read({ sheets: { Log: sheet } })
    expect([stopped, rows?.length]).toEqual([{ row: 1_001, why: 'too-many-rows' }, 1_000])
  })

  it('with a cell far to the right keeps one place for it', async () => {
    const sheet = '<row><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c><c r="XFE1"><v>3</v></c></row>'
    const { rows } = await read({ sheets: { Log: sheet } })
    expect(rows?.[0]?.cells).toEqual(['1', '', '', '', '', '', '', '', '', '', '2'])
  })

  it('with macros, links to other workbooks and to the world opens none of them', async () => {
    const relations =
      '<Relationship Id="e" Type="x/externalLink" Target="externalLinks/externalLink1.xml"/><Relationship Id="s9" Type="x/worksheet" TargetMode="External" Target="file:///etc/passwd"/><Relationship Id="s8" Type="x/worksheet" Target="../../../../etc/passwd"/>'
    const further = { 'xl/vbaProject.bin': 'Auto_Open', 'xl/externalLinks/externalLink1.xml': '<!DOCTYPE x>' }
    const sheet = `${head}<row><c t="str"><f>[1]Sheet1!A1</f><v>as it was</v></c></row>`
    expect(await read({ sheets: { Log: sheet }, further, relations })).toMatchObject({
      rows: [{ row: 1 }, { cells: ['as it was'] }],
    })
  })

  it('that defines entities is refused', async () => {
    const entries = xlsxEntries({ sheets: { Log: '' } }).filter(({ name }) => !name.includes('sheet1'))
    const sheet = `<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>${sheetHead}<row><c t="str"><v>&a;</v></c></row>${sheetTail}`
    expect(await read(writeZip([...entries, zipEntry('xl/worksheets/sheet1.xml', sheet)]))).toEqual({
      reason: 'unsafe',
    })
  })

  it.each([
    ['a row far below the last', '<row r="99999999"><c><v>1</v></c></row>'],
    ['XML that breaks off', '<row><c><v>1'],
  ])('with %s is damaged', async (_title, sheet) => {
    expect(await read({ sheets: { Log: sheet } })).toEqual({ reason: 'damaged' })
  })

  it('whose cells point at words and styles that are not there gives what is there', async () => {
    const sheet =
      '<row><c t="s"><v>77</v></c><c t="s"><v>__proto__</v></c><c s="999"><v>5</v></c><c t="what"><v>6</v></c></row>'
    expect(await cellsOf({ sheets: { Log: sheet } })).toEqual([['', '', '5', '6']])
  })
})

describe('what is no workbook of this kind is told apart', () => {
  it('one with a password', async () => {
    const locked = writeCompoundFile({ EncryptionInfo: Buffer.from('agile'), EncryptedPackage: Buffer.alloc(9_000, 1) })
    expect(await read(locked)).toEqual({ reason: 'encrypted' })
  })

  it.each([
    ['of Excel 97 to 2003', writeCompoundFile({ Workbook: Buffer.alloc(9_000, 1) })],
    ['of the binary kind', writeZip([...xlsxEntries({ sheets: {} }), zipEntry('xl/workbook.bin', 'x')])],
    ['of another program', writeOdt('<x/>')],
    ['that is a letter', writeDocx('')],
  ])('one %s', async (_title, bytes) => {
    expect(await read(bytes)).toEqual({ reason: 'unsupported' })
  })

  it('one cut off on the way', async () => {
    const whole = writeXlsx({ sheets: { Log: head } })
    expect(await read(whole.subarray(0, whole.length - 40))).toEqual({ reason: 'truncated' })
  })
})
