/** The one file that imports pdfmake. Its inner modules are pinned to 0.3.11 (a test says what to recheck). */
import layoutBuilderModule from 'pdfmake/js/LayoutBuilder.js'
import lineModule from 'pdfmake/js/Line.js'
import pageSizeModule from 'pdfmake/js/PageSize.js'
import pdfDocumentModule from 'pdfmake/js/PDFDocument.js'
import rendererModule from 'pdfmake/js/Renderer.js'
import svgMeasureModule from 'pdfmake/js/SVGMeasure.js'
import tableLayoutsModule from 'pdfmake/js/tableLayouts.js'
import textBreakerModule from 'pdfmake/js/TextBreaker.js'
import textDecoratorModule from 'pdfmake/js/TextDecorator.js'
import textInlinesModule from 'pdfmake/js/TextInlines.js'
import type {
  LayoutBuilderShape,
  LayoutLine,
  PdfKitDocument,
  RendererShape,
  SvgMeasureShape,
  TextDecoratorShape,
  TextInlinesShape,
} from './pdfmake-types.ts'

/** Node hands over a CommonJS module as its exports, a bundler may hand over its default export: both are read. */
function exportsOf(module: unknown): Record<string, unknown> {
  return module as Record<string, unknown>
}

function classOf(module: unknown): unknown {
  return typeof module === 'function' ? module : exportsOf(module)['default']
}

/** Turns text, styles and tables into positioned lines. */
export const LayoutBuilder = classOf(layoutBuilderModule) as new (
  size: object,
  margins: object,
  svgMeasure: SvgMeasureShape,
) => LayoutBuilderShape

/** One line of text. */
export const Line = classOf(lineModule) as new (maxWidth: number) => LayoutLine

/** The file being written. */
export const PdfKit = classOf(pdfDocumentModule) as new (
  fonts: object,
  images: object,
  patterns: object,
  attachments: object,
  options: object,
  virtualFileSystem: null,
  mayRead: (path: string) => boolean,
) => PdfKitDocument

/** Draws the laid out pages. */
export const Renderer = classOf(rendererModule) as new (document: PdfKitDocument) => RendererShape

/** Reads the size of a drawing. */
export const SvgMeasure = classOf(svgMeasureModule) as new () => SvgMeasureShape

/** Finds where a line may break. */
export const TextBreaker = classOf(textBreakerModule) as new () => {
  getBreaks(texts: { text: string }[], stack: null): { text: string; lineEnd?: boolean }[]
}

/** Draws underlines. */
export const TextDecorator = classOf(textDecoratorModule) as new (document: PdfKitDocument) => TextDecoratorShape

/** Measures text. */
export const TextInlines = classOf(textInlinesModule) as new (document: PdfKitDocument) => TextInlinesShape

/** pdfmake's own table layouts. */
export const tableLayouts = exportsOf(tableLayoutsModule)['tableLayouts'] as object

const pageSize = exportsOf(pageSizeModule) as {
  normalizePageSize(size: 'A4', orientation: string): { width: number; height: number }
  normalizePageMargin(margins: readonly number[]): object
}

/** Size of an A4 page in points. */
export const a4 = (orientation: 'portrait' | 'landscape') => pageSize.normalizePageSize('A4', orientation)

/** Margins as pdfmake wants them. */
export const pageMargins = (margins: readonly number[]) => pageSize.normalizePageMargin([...margins])
