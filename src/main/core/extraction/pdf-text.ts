import { getDocument } from 'unpdf/pdfjs'
import { damaged, encrypted } from './archive.ts'
import { ExtractionFault, type Source } from './extraction.ts'
import { checkPdfStreams } from './pdf-streams.ts'
import { linesOfRuns, type PdfRun } from './pdf-lines.ts'
import { linesOfStructure, type PdfNode } from './pdf-structure.ts'
import { joinStories, tooMuchText } from './text-builder.ts'

/** How many bytes from the end a PDF has to say where its table of contents is; some programs add a little after it. */
const TAIL = 4_096

/**
 * The text of a PDF, page by page: by its structure where it has one that holds every word, else in the lines in which it is printed. Throws an
 * {@link ExtractionFault}.
 */
export async function readPdf(source: Source): Promise<{ text: string; notes: string[] }> {
  const { bytes, fileName, limits } = source
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-TAIL)
  if (!tail.includes('startxref')) throw cutOff(fileName)
  checkPdfStreams(source)
  const pdf = await open(source)
  const pages: string[][] = []
  const furniture = new Map<string, string>()
  let length = 0
  let emptyPages = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { runs, structure } = await readPage(pdf, number, fileName)
    const structured = structure && linesOfStructure(structure, runs, source)
    const lines = structured ?? linesOfRuns(runs)
    if (structured) {
      for (const line of linesOfRuns(runs.filter((run) => run.isFurniture))) {
        // The same on every page but for its number.
        const key = line.replace(/\d+/g, '#')
        if (!furniture.has(key)) furniture.set(key, line)
      }
    }
    if (runs.every((run) => run.words.trim() === '')) emptyPages += 1
    for (const line of lines) length += line.length
    if (length > limits.characters) throw tooMuchText(fileName, limits.characters)
    pages.push(lines)
    source.onProgress(number / pdf.numPages)
  }
  if (emptyPages === pdf.numPages) throw noText(fileName)
  const notes = emptyPages > 0 ? [pagesWithoutText(emptyPages, pdf.numPages)] : []
  return { text: joinStories([...pages, [...furniture.values()]]), notes }
}

type Pdf = Awaited<ReturnType<typeof getDocument>['promise']>

async function open({ bytes, fileName }: Source): Promise<Pdf> {
  try {
    // Nothing is fetched, no font is loaded and no script is made: only the text is wanted. The reader takes no Buffer, and keeps what it takes.
    return await getDocument({
      data: new Uint8Array(bytes),
      disableFontFace: true,
      useSystemFonts: false,
      isEvalSupported: false,
      useWorkerFetch: false,
      enableXfa: false,
      verbosity: 0,
    }).promise
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') throw encrypted(fileName)
    throw damaged(fileName)
  }
}

async function readPage(pdf: Pdf, number: number, fileName: string): Promise<{ runs: PdfRun[]; structure?: PdfNode }> {
  try {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const runs: PdfRun[] = []
    const marks: { id?: string; isFurniture: boolean }[] = []
    for (const item of content.items) {
      if ('str' in item) {
        const [, , , , x = 0, y = 0] = item.transform as number[]
        const mark = marks.findLast((each) => each.isFurniture || each.id !== undefined)
        runs.push({
          words: item.str,
          x,
          y,
          width: item.width,
          height: item.height,
          isFurniture: false,
          ...mark,
        })
      } else if (item.type === 'endMarkedContent') marks.pop()
      else {
        // The types do not tell that an artifact has no id, nor that its tag may be missing.
        const { id, tag } = item as { id?: string | null; tag?: string | null }
        marks.push(tag === 'Artifact' ? { isFurniture: true } : { isFurniture: false, ...(id ? { id } : {}) })
      }
    }
    const structure: PdfNode | null = await page.getStructTree()
    page.cleanup()
    return structure ? { runs, structure } : { runs }
  } catch {
    throw damaged(fileName)
  }
}

const pagesWithoutText = (empty: number, pages: number) =>
  `${empty} of the ${pages} pages ${empty === 1 ? 'holds' : 'hold'} no text: perhaps pictures of text, which cannot be read.`

const noText = (fileName: string) =>
  new ExtractionFault(
    'no-text',
    `“${fileName}” holds no text, only pictures of pages, as scans do. Type out or paste what it says, or ask for a copy with text.`,
  )

const cutOff = (fileName: string) =>
  new ExtractionFault(
    'truncated',
    `“${fileName}” stops before its end: part of the file is missing. Copy or download it again.`,
  )
