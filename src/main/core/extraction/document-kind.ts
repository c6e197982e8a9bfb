import { openArchive, type Archive } from './archive.ts'
import { looksLikeText } from '../decode-text.ts'
import { ExtractionFault, type ExtractionFormat, type Source } from './extraction.ts'

/** What a file is by its content, with its archive where it has one. */
export type DocumentKind = { format: ExtractionFormat; archive?: Archive }

/** Formats by the ends of file names, with the words that sentences use for each. */
const formatsByEnd: Readonly<Record<string, ExtractionFormat>> = {
  txt: 'text',
  text: 'text',
  log: 'text',
  md: 'markdown',
  markdown: 'markdown',
  csv: 'csv',
  tsv: 'csv',
  docx: 'docx',
  docm: 'docx',
  dotx: 'docx',
  dotm: 'docx',
  doc: 'doc',
  dot: 'doc',
  odt: 'odt',
  ott: 'odt',
  rtf: 'rtf',
  pdf: 'pdf',
}

const names: Readonly<Record<ExtractionFormat, string>> = {
  text: 'a text file',
  markdown: 'a Markdown file',
  csv: 'a table in text (CSV)',
  docx: 'a Word document',
  doc: 'a Word 97 to 2003 document',
  odt: 'an OpenDocument text',
  rtf: 'a Rich Text document',
  pdf: 'a PDF',
}
const textFormats: ReadonlySet<ExtractionFormat> = new Set(['text', 'markdown', 'csv'])

/** What other files are called in sentences, by how their bytes begin. */
const others: readonly (readonly [start: string, name: string])[] = [
  ['\x89PNG', 'a picture (PNG)'],
  ['\xff\xd8\xff', 'a picture (JPEG)'],
  ['GIF8', 'a picture (GIF)'],
  ['BM', 'a picture (BMP)'],
  ['II*\0', 'a picture (TIFF)'],
  ['MM\0*', 'a picture (TIFF)'],
  ['Rar!', 'a RAR archive'],
  ['7z\xbc\xaf', 'a 7-Zip archive'],
  ['\x1f\x8b', 'a compressed file (gzip)'],
  ['MZ', 'a program'],
  ['\x7fELF', 'a program'],
  ['ID3', 'a sound file'],
  ['SQLite format 3', 'a database'],
]

/** Decides what a file is, by its content first and its name second. Throws an {@link ExtractionFault} for what cannot be read. */
export function decideKind(source: Source): DocumentKind {
  const { bytes, fileName } = source
  const named = formatsByEnd[endOf(fileName)]
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(0, 1_100).toString('latin1')
  if (bytes.length === 0) throw empty(fileName)
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return kindOfArchive(source)
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { format: 'doc' }
  if (start.startsWith('{\\rtf')) return { format: 'rtf' }
  // Some programs put a few bytes before the mark; readers look for it in the first thousand.
  if (start.startsWith('%PDF-') || (named === 'pdf' && start.includes('%PDF-'))) return { format: 'pdf' }
  const other = others.find(([mark]) => start.startsWith(mark) && (mark.length > 2 || !looksLikeText(bytes)))?.[1]
  if (other) throw named ? notWhatItSays(fileName, named, other) : unsupported(fileName, other)
  return kindOfText(source, named, start)
}

/** A sentence that says that a file is another kind of file than its name says; undefined when the name is right or says nothing. */
export function noteOnName(fileName: string, format: ExtractionFormat): string | undefined {
  const named = formatsByEnd[endOf(fileName)]
  if (named === format || (named && textFormats.has(named) && textFormats.has(format))) return undefined
  const end = endOf(fileName)
  if (end === '') return undefined
  return `“${fileName}” is ${names[format]} although its name ends in .${end}; it was read as what it is.`
}

function kindOfArchive(source: Source): DocumentKind {
  const { fileName } = source
  const archive = openArchive(source)
  const type = archive.has('mimetype')
    ? Buffer.from(archive.read('mimetype') ?? [])
        .toString('latin1')
        .trim()
    : ''
  if (type.startsWith('application/vnd.oasis.opendocument.text')) return { format: 'odt', archive }
  const inside = archive.names()
  if (inside.some((name) => /^word\/document\d*\.xml$/.test(name))) return { format: 'docx', archive }
  if (archive.has('[Content_Types].xml')) {
    if (inside.some((name) => name.startsWith('xl/'))) throw unsupported(fileName, 'an Excel workbook')
    if (inside.some((name) => name.startsWith('ppt/'))) throw unsupported(fileName, 'a PowerPoint presentation')
    if (archive.has('_rels/.rels')) return { format: 'docx', archive }
  }
  if (type.startsWith('application/vnd.oasis.opendocument'))
    throw unsupported(fileName, 'an OpenDocument file that is not a text')
  if (archive.has('content.xml') && archive.has('META-INF/manifest.xml')) return { format: 'odt', archive }
  const named = formatsByEnd[endOf(fileName)]
  throw named ? notWhatItSays(fileName, named, 'a zip archive') : unsupported(fileName, 'a zip archive')
}

function kindOfText(source: Source, named: ExtractionFormat | undefined, start: string): DocumentKind {
  const { bytes, fileName } = source
  if (!looksLikeText(bytes)) throw binary(fileName, named)
  if (named && !textFormats.has(named)) throw notWhatItSays(fileName, named, describeText(start))
  const end = endOf(fileName)
  if (!named && end !== '') throw unsupported(fileName, `a file of the kind “.${end}”`)
  return { format: named ?? 'text' }
}

/** The fault of bytes that are no text and no kind of file that is known. */
export const binary = (fileName: string, named: ExtractionFormat | undefined): ExtractionFault =>
  notWhatItSays(fileName, named, 'binary data of no known kind')

const describeText = (start: string) => (/^\s*<(!doctype html|html)/i.test(start) ? 'a web page' : 'plain text')

/** The end of a file name after its last dot, in lower case; empty when there is none. */
const endOf = (fileName: string) => /[^./\\]\.([a-z0-9]{1,10})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''

/** The fault of a file with nothing in it. */
export const empty = (fileName: string): ExtractionFault =>
  new ExtractionFault('empty', `“${fileName}” is empty. Check that it was saved, and choose it again.`)

const SUPPORTED = 'Use a text file, Word document, OpenDocument text, Rich Text document or PDF.'

const unsupported = (fileName: string, kind: string) =>
  new ExtractionFault('unsupported', `“${fileName}” is ${kind}, whose text cannot be read. ${SUPPORTED}`)

const notWhatItSays = (fileName: string, named: ExtractionFormat | undefined, kind: string): ExtractionFault =>
  new ExtractionFault(
    'not-what-it-says',
    named
      ? `“${fileName}” is not ${names[named]}, as its name says, but ${kind}. Check that it is the right file, or save it again as ${names[named]}.`
      : `“${fileName}” is ${kind} and cannot be read. ${SUPPORTED}`,
  )
