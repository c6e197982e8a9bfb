import { CsvError, parse } from 'csv-parse'
import { decodeText } from '../decode-text.ts'
import { binary, empty } from './document-kind.ts'
import type { Source } from './extraction.ts'
import { createBatches, type TableEnd, type TableWish, type TakeRows } from './table.ts'

/**
 * Reads the rows of a table in text: UTF-8, UTF-16 or Windows-1252; commas, semicolons or tabs; quoted line breaks. Formulas are words.
 * A row that cannot be read ends the reading, and the rows before it stand. Throws an `ExtractionFault` for bytes that are no text.
 */
export async function readCsvRows(source: Source, wish: TableWish, take: TakeRows): Promise<TableEnd> {
  const text = decodeText(source.bytes)?.text.replace(/^\ufeff/, '')
  if (text === undefined) throw binary(source.fileName, 'csv')
  if (text.trim() === '') throw empty(source.fileName)
  const batches = createBatches(take)
  let row = 0
  let kept = 0
  let stopped: TableEnd['stopped'] = null
  try {
    for await (const cells of records(text, wish.rowCharacters, source.onProgress)) {
      row += 1
      if (cells.every((cell) => cell.trim() === '')) continue
      kept += 1
      if (kept > wish.rows) {
        stopped = { row, why: 'too-many-rows' }
        break
      }
      batches.add(
        { row, cells },
        cells.reduce((sum, cell) => sum + cell.length, 0),
      )
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    stopped = { row: row + 1, why: error.code === 'CSV_MAX_RECORD_SIZE' ? 'row-too-long' : 'open-quote' }
  }
  batches.flush()
  return { kind: 'csv', sheet: null, stopped }
}

async function* records(
  text: string,
  longestRow: number,
  onProgress: (done: number) => void,
): AsyncGenerator<string[]> {
  // Excel tells itself by such a line what divides the cells.
  const said = /^sep=(.)\n/i.exec(text)
  const body = said ? text.slice(said[0].length) : text
  // The line before the heading is a row of the file too.
  if (said) yield []
  const arrived: string[][] = []
  let failure: Error | undefined
  const parser = parse({
    delimiter: said?.[1] ?? dividerOf(body),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: longestRow,
    // Taken here and not from the stream, which drops the rows before a fault.
    on_record: (record: string[]) => {
      arrived.push(record)
      return null
    },
  })
  parser.on('error', (error) => (failure = error))
  const closed = new Promise((resolve) => parser.once('close', resolve))
  parser.resume()
  for (let at = 0; at < body.length && !failure; at += slice) {
    parser.write(body.slice(at, at + slice))
    await new Promise((resolve) => setImmediate(resolve))
    yield* arrived.splice(0)
    onProgress(at / body.length)
  }
  parser.end()
  await closed
  yield* arrived
  if (failure) throw failure
}

/** Characters given to the parser at once. */
const slice = 65_536

/** Whichever of comma, semicolon and tab stands most often in the heading, outside quotation marks. */
function dividerOf(text: string): string {
  const line =
    text
      .slice(0, slice)
      .trimStart()
      .split('\n', 1)[0]
      ?.replace(/"[^"]*"/g, '') ?? ''
  const count = (divider: string) => line.split(divider).length
  return [',', ';', '\t'].reduce((best, each) => (count(each) > count(best) ? each : best))
}
