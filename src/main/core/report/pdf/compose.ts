import { BlockComposer } from './compose-blocks.ts'
import { composeText, lookProperties, type TextContext } from './compose-text.ts'
import type { FontFitter } from './font-fallback.ts'
import { collectIds, listHeadings } from './headings.ts'
import { DEFAULT_LOOKS } from './looks.ts'
import { cleanLabel } from './text-cleaning.ts'
import type { LayoutNode, PageLineMaker } from './pdfmake-types.ts'
import type { Notes } from './notes.ts'
import type { PageLine, PdfDocument } from './document.ts'

/** Space around the text of a page: left, top, right, bottom. */
export const DEFAULT_MARGINS = [48, 60, 48, 56] as const

/** A document as pdfmake wants it. */
export interface Composition {
  readonly content: LayoutNode
  readonly styles: Record<string, Partial<LayoutNode>>
  readonly base: Partial<LayoutNode>
  readonly header: PageLineMaker | undefined
  readonly footer: PageLineMaker | undefined
  /** Empty without one. Signs that the text font lacks are left out of it: it is no part of what is read. */
  readonly watermark: string
  readonly nodeCount: number
}

/**
 * Turns a document into pdfmake's nodes with our tags. `loose` are tables and groups that may not be kept together, since they turned out
 * to be taller than a page. Throws on what is a mistake of the report's author: an unknown look or id, a table that does not add up.
 */
export function compose(
  document: PdfDocument,
  fitter: FontFitter,
  notes: Notes,
  loose: ReadonlySet<object>,
): Composition {
  const looks = { ...DEFAULT_LOOKS, ...document.looks }
  const headings = listHeadings(document.content)
  let place = 'the start'
  const context: TextContext = {
    fitter,
    notes,
    looks,
    ids: collectIds(document.content, headings),
    place: () => place,
  }
  const composer = new BlockComposer(context, headings, loose, pageRoom(document), (words) => {
    place = words
  })
  const content = composer.blocks(document.content)
  const side = (line: PageLine | undefined, isHeader: boolean) =>
    line && composePageLine(line, context, isHeader, document.margins ?? DEFAULT_MARGINS)
  return {
    content,
    styles: Object.fromEntries(Object.entries(looks).map(([name, look]) => [name, lookProperties(look)])),
    base: lookProperties({ size: 10, lineHeight: 1.15, ...document.base }),
    header: side(document.header, true),
    footer: side(document.footer, false),
    watermark: fitter
      .split(cleanLabel(document.watermark ?? ''), 'watermark')
      .map((piece) => (piece.family === undefined && piece.actual === undefined ? piece.text : ''))
      .join('')
      .trim(),
    nodeCount: composer.count,
  }
}

/** Width and height that a drawing may have. */
function pageRoom(document: PdfDocument): { width: number; height: number } {
  const [left, top, right, bottom] = document.margins ?? DEFAULT_MARGINS
  const isWide = document.orientation === 'landscape'
  // The height of a landscape page, so that a drawing fits wherever it comes to stand, with its caption.
  return { width: (isWide ? 841.89 : 595.28) - left - right, height: 595.28 - top - bottom - 40 }
}

function composePageLine(
  line: PageLine,
  context: TextContext,
  isHeader: boolean,
  margins: readonly [number, number, number, number],
): PageLineMaker {
  const half = (text: string, alignment: 'left' | 'right', width: 'auto' | '*'): LayoutNode => ({
    text: composeText(text, context),
    alignment,
    width,
    oneLine: true,
  })
  return (page, pages) => {
    if (line.notOnFirst === true && page === 1) return null
    const right = typeof line.right === 'object' ? `Page ${page} of ${pages}` : (line.right ?? '')
    return {
      columns: [
        half(cleanLabel(line.left ?? ''), 'left', '*'),
        half(cleanLabel(right), 'right', right === '' ? '*' : 'auto'),
      ],
      columnGap: 12,
      style: 'page',
      margin: [margins[0], isHeader ? Math.max(8, margins[1] - 34) : 18, margins[2], 0],
    }
  }
}
