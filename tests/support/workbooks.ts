import { writeZip, zipEntry, type ZipEntry } from './zip-files.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** How a sheet begins and ends. */
export const sheetHead = `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>`
export const sheetTail = '</sheetData></worksheet>'

/** What a workbook is made of: each sheet by its name as the XML of its rows, and what cells refer to. */
export type WorkbookParts = {
  sheets: Readonly<Record<string, string | ((path: string) => ZipEntry)>>
  /** The shared words, each as the XML inside its `si`. */
  shared?: readonly string[]
  /** Number formats of the styles 1, 2 ...: a built-in number, or a code of the workbook's own. */
  formats?: readonly (number | string)[]
  from1904?: boolean
  /** Further entries by path, and relations of the workbook as XML. */
  further?: Readonly<Record<string, string>>
  relations?: string
}

/** An Excel workbook. */
export const writeXlsx = (parts: WorkbookParts): Buffer => writeZip(xlsxEntries(parts))

/** The entries of an Excel workbook. */
export function xlsxEntries({
  sheets,
  shared = [],
  formats = [],
  from1904 = false,
  further = {},
  relations = '',
}: WorkbookParts): ZipEntry[] {
  const names = Object.keys(sheets)
  const list = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="s${at}"/>`)
  const targets = names.map(
    (_name, at) => `<Relationship Id="s${at}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  )
  const codes = formats.map((format, at) => (typeof format === 'number' ? format : 164 + at))
  const own = formats.flatMap((format, at) =>
    typeof format === 'number' ? [] : [`<numFmt numFmtId="${164 + at}" formatCode="${format}"/>`],
  )
  const styles = `<styleSheet xmlns="${MAIN}"><numFmts>${own.join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${codes.map((code) => `<xf numFmtId="${code}"/>`).join('')}</cellXfs></styleSheet>`
  return [
    zipEntry('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    zipEntry(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    zipEntry(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${list.join('')}</sheets></workbook>`,
    ),
    zipEntry(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}">${targets.join('')}<Relationship Id="w" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="y" Type="${OFFICE}/styles" Target="styles.xml"/>${relations}</Relationships>`,
    ),
    zipEntry(
      'xl/sharedStrings.xml',
      `<sst xmlns="${MAIN}">${shared.map((words) => `<si>${words}</si>`).join('')}</sst>`,
    ),
    zipEntry('xl/styles.xml', styles),
    ...Object.values(sheets).map((sheet, at) => {
      const path = `xl/worksheets/sheet${at + 1}.xml`
      return typeof sheet === 'string' ? zipEntry(path, sheetHead + sheet + sheetTail) : sheet(path)
    }),
    ...Object.entries(further).map(([path, content]) => zipEntry(path, content)),
  ]
}

/** Rows of words as a sheet writes them in its cells. */
export const sheetRows = (rows: readonly (readonly string[])[]): string =>
  rows.map((cells) => `<row>${cells.map(inlineCell).join('')}</row>`).join('')

const inlineCell = (words: string) =>
  words === '' ? '<c/>' : `<c t="inlineStr"><is><t xml:space="preserve">${escape(words)}</t></is></c>`

const escape = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
