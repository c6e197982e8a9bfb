import { parentPort, workerData } from 'node:worker_threads'
import type { ReportFormat } from '../../../shared/model/report.ts'
import { renderHtml } from './html/render-html.tsx'
import type { PdfDocument } from './pdf/document.ts'
import type { MissingGlyph } from './pdf/font-fallback.ts'
import type { NoteName } from './pdf/notes.ts'
import type { PdfStep } from './pdf/progress.ts'
import { renderPdf } from './pdf/render-pdf.ts'
import type { ReportData } from './report-data.ts'
import { buildReportDocument } from './report-document.ts'
import { reportFonts } from './report-fonts.ts'

/** What the worker says: how far it is, or the file. A failure ends it with an error. */
export type ReportMessage =
  | { kind: 'progress'; words: string; done: number; total: number }
  | {
      kind: 'made'
      bytes: Uint8Array
      pages: number | null
      missingGlyphs: { character: string; where: string }[]
      notes: string[]
    }

const stepWords: Record<PdfStep, string> = {
  measure: 'Measuring the report',
  'lay-out': 'Laying out the pages',
  draw: 'Drawing the pages',
  finish: 'Finishing the file',
}

const noteWords: Partial<Record<NoteName, string>> = {
  unsafeLink: 'Links that do not lead to a web page are printed as text',
  looseBlock: 'Parts taller than a page were broken over pages',
  narrowTable: 'Tables were narrowed to fit the page',
  missingShape: 'Characters without a shape in a drawing are shown as a box',
}

const say = (message: ReportMessage, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(message, transfer)

const nameGlyph = ({ text, shownAs, count, places }: MissingGlyph) => ({
  character: text,
  where: `${places.join('; ')}. Shown as ${shownAs}${count > 1 ? `, ${count} times` : ''}`,
})

/** What the worker makes: a report of its data in a form, or a PDF of another document. */
export type ReportOrder = { data: ReportData; format: ReportFormat } | { document: PdfDocument }

async function make(order: ReportOrder) {
  if ('document' in order) return makePdf(order.document)
  const { data, format } = order
  if (format === 'pdf') return makePdf(buildReportDocument(data))
  say({ kind: 'progress', words: 'Writing the page', done: 0, total: 100 })
  const bytes = new TextEncoder().encode(renderHtml(buildReportDocument(data)))
  say({ kind: 'made', bytes, pages: null, missingGlyphs: [], notes: [] }, [bytes.buffer])
}

async function makePdf(document: PdfDocument) {
  const { bytes, pages, missingGlyphs, notes } = await renderPdf(document, {
    fonts: reportFonts,
    onProgress: ({ step, done }) =>
      say({ kind: 'progress', words: stepWords[step], done: Math.round(done * 100), total: 100 }),
  })
  // Words that found no room are lost words: no report is better than one that hides them.
  if ((notes.lostBlock ?? 0) > 0 || (notes.offPage ?? 0) > 0)
    throw new Error('a part of the report has no room on its page')
  const told = Object.entries(notes).flatMap(([name, count]) => {
    const words = noteWords[name as NoteName]
    return words === undefined ? [] : [`${words} (${count}).`]
  })
  // A copy of exactly these bytes, so that its buffer can change hands instead of being copied again.
  const whole = new Uint8Array(bytes)
  say({ kind: 'made', bytes: whole, pages, missingGlyphs: missingGlyphs.map(nameGlyph), notes: told }, [whole.buffer])
}

// What is thrown here reaches the starter as the worker's error.
void make(workerData as ReportOrder)
