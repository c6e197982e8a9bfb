import { encrypted, openArchive } from './archive.ts'
import { openCompoundFile } from './compound-file.ts'
import { readCsvRows } from './csv-rows.ts'
import { ExtractionFault, type Source } from './extraction.ts'
import type { TableEnd, TableWish, TakeRows } from './table.ts'
import { readXlsxRows } from './xlsx-rows.ts'

/**
 * Reads the rows of a table on this thread: an Excel workbook or CSV, whichever the content shows, whatever the name says. Bounded in
 * what it inflates and holds, not in time: only the worker and tests call it. Throws an {@link ExtractionFault}.
 */
export async function readTable(source: Source, wish: TableWish, take: TakeRows): Promise<TableEnd> {
  const { bytes, fileName } = source
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(8, bytes.byteLength)).toString('latin1')
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    // A workbook with a password is put whole into a container of the kind that old workbooks are.
    if (openCompoundFile(source).has('EncryptedPackage')) throw encrypted(fileName)
    throw notATable(fileName)
  }
  if (!start.startsWith('PK\x03\x04') && !start.startsWith('PK\x05\x06')) return readCsvRows(source, wish, take)
  const archive = openArchive(source)
  if (!archive.names().some((name) => /^xl\/.+\.xml$/.test(name)) || archive.has('xl/workbook.bin'))
    throw notATable(fileName)
  return readXlsxRows(archive, source, wish, take)
}

const notATable = (fileName: string) =>
  new ExtractionFault('unsupported', `“${fileName}” is no workbook (.xlsx) and no CSV.`)
