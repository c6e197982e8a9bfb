import { a4, pageMargins, PdfKit, SvgMeasure, tableLayouts } from './pdfmake-classes.ts'
import { compose, DEFAULT_MARGINS } from './compose.ts'
import { createFontFitter, type MissingGlyph } from './font-fallback.ts'
import { fontAccess, fontFamilies, openFonts, TEXT_FAMILY, type FontFiles } from './fonts.ts'
import { infoDictionary, writeMetadata, type Metadata } from './metadata.ts'
import { createNotes, type NoteName } from './notes.ts'
import { useObjectStreams } from './object-streams.ts'
import { createProgressMeter, type PdfProgress, type ProgressMeter } from './progress.ts'
import { isLanguage, writeStructureTree } from './structure-writer.ts'
import { TaggedLayoutBuilder } from './tagged-layout.ts'
import { TaggedRenderer } from './tagged-renderer.ts'
import { cleanLabel } from './text-cleaning.ts'
import type { PdfKitDocument } from './pdfmake-types.ts'
import type { PdfDocument } from './document.ts'

/** How to make a PDF. */
export interface RenderPdfOptions {
  readonly fonts: FontFiles
  /** Told about ten times a second, during layout as well as drawing. */
  readonly onProgress?: (progress: PdfProgress) => void
  /** Asked about fifty times a second; true ends the work with `PdfCancelled`. A worker reads it from shared memory. */
  readonly isCancelled?: () => boolean
  /** Nothing is packed, so that a test can read the file. */
  readonly isReadable?: boolean
}

/** A finished PDF. */
export interface RenderedPdf {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly tags: number
  readonly notes: Partial<Record<NoteName, number>>
  /** Empty where every character could be drawn. */
  readonly missingGlyphs: readonly MissingGlyph[]
}

const MOST_PASSES = 4

/**
 * Makes a tagged PDF (PDF/UA-1 and PDF/A-2a) of a document. The same document gives the same bytes. Throws on a mistake of the document's
 * author (no title, a bad language, a figure without words, a table that does not add up), on `PdfCancelled`, and where text could not be
 * placed at all: no page is left out in silence.
 */
export async function renderPdf(source: PdfDocument, options: RenderPdfOptions): Promise<RenderedPdf> {
  const metadata = readMetadata(source)
  const meter = createProgressMeter(options.onProgress, options.isCancelled)
  const loose = new Set<object>()
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const attempt = new Attempt(source, metadata, options, meter, loose)
    const lost = attempt.layOut()
    if (lost.length === 0) return attempt.draw()
    const found = lost.filter((block) => !loose.has(block))
    if (found.length === 0) break
    for (const block of found) loose.add(block)
  }
  throw new Error('A part of the document has no room on any page, and leaving it out is not allowed')
}

function readMetadata(source: PdfDocument): Metadata {
  const title = cleanLabel(source.title)
  if (title === '') throw new Error('A tagged PDF needs a title')
  if (!isLanguage(source.language ?? 'en-GB')) throw new Error(`Not a language: '${source.language}'`)
  const createdAt = new Date(source.createdAt)
  if (Number.isNaN(createdAt.getTime())) throw new Error(`Not a date: '${source.createdAt}'`)
  createdAt.setUTCMilliseconds(0)
  return {
    title,
    createdAt,
    fileId: source.fileId,
    author: cleanLabel(source.author ?? ''),
    subject: cleanLabel(source.subject ?? ''),
    keywords: cleanLabel(source.keywords ?? ''),
    creator: cleanLabel(source.creator ?? '') || 'Recovery Evidence',
  }
}

/** One try at a document: pdfmake writes into what it is given, so that a second try begins anew. */
class Attempt {
  private readonly notes = createNotes()
  private readonly kit: PdfKitDocument
  private readonly builder: TaggedLayoutBuilder
  private readonly fitter
  private readonly meter: ProgressMeter
  private readonly composition
  private pages: ReturnType<TaggedLayoutBuilder['layoutDocument']> = []

  constructor(
    source: PdfDocument,
    metadata: Metadata,
    options: RenderPdfOptions,
    meter: ProgressMeter,
    loose: ReadonlySet<object>,
  ) {
    this.meter = meter
    const size = a4(source.orientation ?? 'portrait')
    const { fonts, isReadable = false } = options
    this.kit = new PdfKit(
      fontFamilies(fonts),
      {},
      {},
      {},
      {
        size: [size.width, size.height],
        pdfVersion: '1.7',
        tagged: true,
        displayTitle: true,
        compress: !isReadable,
        lang: source.language ?? 'en-GB',
        bufferPages: false,
        autoFirstPage: false,
        info: infoDictionary(metadata),
        font: null,
      },
      null,
      fontAccess(fonts),
    )
    if (!isReadable) useObjectStreams(this.kit)
    writeMetadata(this.kit, metadata)
    this.fitter = createFontFitter(openFonts(this.kit, fonts, () => this.notes.add('missingShape')))
    this.composition = compose(source, this.fitter, this.notes, loose)
    for (const _ of loose) this.notes.add('looseBlock')
    this.builder = new TaggedLayoutBuilder(size, pageMargins(source.margins ?? DEFAULT_MARGINS), new SvgMeasure(), {
      document: this.kit,
      meter,
      notes: this.notes,
      nodeCount: this.composition.nodeCount,
    })
    this.builder.registerTableLayouts(tableLayouts)
  }

  /** Gives what found no room. */
  layOut(): object[] {
    const { composition, builder } = this
    this.pages = builder.layoutDocument(
      composition.content,
      this.kit,
      composition.styles,
      { font: TEXT_FAMILY, ...composition.base },
      undefined,
      composition.header,
      composition.footer,
      composition.watermark === '' ? undefined : { text: composition.watermark, opacity: 0.08, bold: true },
    )
    if (builder.lostWithoutSource) this.notes.add('lostBlock')
    return [...builder.lost]
  }

  async draw(): Promise<RenderedPdf> {
    const chunks: Uint8Array[] = []
    const finished = new Promise<void>((resolve, reject) => {
      this.kit.on('data', (chunk) => chunks.push(chunk))
      this.kit.on('end', resolve)
      this.kit.on('error', reject)
    })
    new TaggedRenderer(this.kit, this.notes, this.meter).renderPages(this.pages)
    this.meter.begin('finish', 1)
    const tags = writeStructureTree(this.kit, this.builder.root, this.notes)
    this.kit.end()
    await finished
    this.meter.end()
    return {
      bytes: new Uint8Array(Buffer.concat(chunks)),
      pages: this.pages.length,
      tags,
      notes: this.notes.counts(),
      missingGlyphs: this.fitter.missing(),
    }
  }
}
