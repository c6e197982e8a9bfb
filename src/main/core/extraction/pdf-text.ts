import { getDocument } from 'unpdf/pdfjs'
import { damaged, encrypted } from './archive.ts'
import { ExtractionFault, type Source } from './extraction.ts'
import { checkPdfStreams } from './pdf-streams.ts'
import { linesOfPage, type PdfWord } from './pdf-lines.ts'
import { joinLines, tooMuchText } from './text-builder.ts'

/** How many bytes from the end a PDF has to say where its table of contents is; some programs add a little after it. */
const TAIL = 4_096

/** The text of a PDF, page by page, in the lines in which it is printed. Throws an {@link ExtractionFault}. */
export async function readPdf(source: Source): Promise<{ text: string; notes: string[] }> {
  const { bytes, fileName, limits } = source
  const tail = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-TAIL)
  if (!tail.includes('startxref')) throw cutOff(fileName)
  checkPdfStreams(source)
  const pdf = await open(source)
  const lines: string[] = []
  let length = 0
  let emptyPages = 0
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const found = linesOfPage(await wordsOfPage(pdf, number, fileName))
    if (found.length === 0) emptyPages += 1
    for (const line of found) length += line.length
    if (length > limits.characters) throw tooMuchText(fileName, limits.characters)
    lines.push(...found, '')
    source.onProgress(number / pdf.numPages)
  }
  const text = joinLines(lines)
  if (text === '') throw noText(fileName)
  return { text, notes: emptyPages > 0 ? [pagesWithoutText(emptyPages, pdf.numPages)] : [] }
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

async function wordsOfPage(pdf: Pdf, number: number, fileName: string): Promise<PdfWord[]> {
  try {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent({ includeMarkedContent: true })
    const words: PdfWord[] = []
    for (const item of content.items) {
      if (!('str' in item)) continue
      const [, , , , x = 0, y = 0] = item.transform as number[]
      words.push({ words: item.str, x, y, width: item.width, height: item.height, ends: item.hasEOL })
    }
    page.cleanup()
    return words
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
