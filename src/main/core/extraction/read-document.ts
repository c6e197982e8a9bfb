import { decodeText } from '../decode-text.ts'
import { damaged } from './archive.ts'
import { readDoc } from './doc-text.ts'
import { binary, decideKind, empty, noteOnName, type DocumentKind } from './document-kind.ts'
import { readDocx } from './docx-text.ts'
import { ExtractionFault, type Extraction, type Source } from './extraction.ts'
import { readOdt } from './odt-text.ts'
import { readRtf } from './rtf-text.ts'
import { tooMuchText } from './text-builder.ts'

/**
 * Reads the text of a file on this thread, bounded in what it inflates and nests but not in time or memory: only the worker and tests call
 * it. Throws an {@link ExtractionFault}.
 */
export async function readDocument(source: Source): Promise<Extraction> {
  const kind = decideKind(source)
  const read = await readAs(kind, source)
  if (read.text.trim() === '')
    throw kind.archive || kind.format === 'doc' ? noWords(source.fileName) : empty(source.fileName)
  const note = noteOnName(source.fileName, kind.format)
  return { ...read, format: kind.format, notes: note ? [note, ...read.notes] : read.notes }
}

async function readAs(kind: DocumentKind, source: Source): Promise<Omit<Extraction, 'format'>> {
  switch (kind.format) {
    case 'docx':
      if (!kind.archive) throw damaged(source.fileName)
      return readDocx(kind.archive, source)
    case 'odt':
      if (!kind.archive) throw damaged(source.fileName)
      return readOdt(kind.archive, source)
    case 'doc':
      return readDoc(source)
    case 'rtf':
      return readRtf(source)
    case 'pdf': {
      // Two megabytes of program that only PDFs need.
      const { readPdf } = await import('./pdf-text.ts')
      return readPdf(source)
    }
    default: {
      const decoded = decodeText(source.bytes)
      if (!decoded) throw binary(source.fileName, kind.format)
      const { text, encoding } = decoded
      if (text.length > source.limits.characters) throw tooMuchText(source.fileName, source.limits.characters)
      return { text, encoding, notes: [] }
    }
  }
}

const noWords = (fileName: string) =>
  new ExtractionFault(
    'no-text',
    `“${fileName}” opens but holds no text, perhaps only pictures. Type out or paste what it says, or ask for a copy with text.`,
  )
