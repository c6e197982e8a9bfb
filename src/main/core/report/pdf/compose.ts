import { composeTable, isBlocks } from './compose-table.ts'
import { composeText, lookProperties, plainText, styleOf, type TextContext } from './compose-text.ts'
import { fitDrawing, type FontFitter } from './font-fallback.ts'
import { cleanLabel } from './text-cleaning.ts'
import type { LayoutNode, PageLineMaker } from './pdfmake-types.ts'
import type { Notes } from './notes.ts'
import type {
  Block,
  ContentsBlock,
  FigureBlock,
  GroupBlock,
  HeadingBlock,
  ListBlock,
  Look,
  PageLine,
  ParagraphBlock,
  PdfDocument,
} from './document.ts'

/** Space around the text of a page: left, top, right, bottom. */
export const DEFAULT_MARGINS = [48, 60, 48, 56] as const

const DEFAULT_LOOKS: Readonly<Record<string, Look>> = {
  heading1: { size: 20, bold: true, colour: '#1a252b', margin: [0, 14, 0, 6] },
  heading2: { size: 15, bold: true, colour: '#1a252b', margin: [0, 12, 0, 4] },
  heading3: { size: 12, bold: true, margin: [0, 10, 0, 3] },
  heading4: { size: 11, bold: true, margin: [0, 8, 0, 2] },
  heading5: { size: 10.5, bold: true, italics: true, margin: [0, 8, 0, 2] },
  heading6: { size: 10, italics: true, margin: [0, 8, 0, 2] },
  title: { size: 26, bold: true, colour: '#1a252b', margin: [0, 0, 0, 8] },
  paragraph: { margin: [0, 0, 0, 6] },
  note: { size: 8.5, colour: '#425563', margin: [0, 0, 0, 4] },
  caption: { bold: true, margin: [0, 8, 0, 3] },
  list: { margin: [0, 0, 0, 6] },
  quotation: { italics: true, margin: [14, 2, 14, 6] },
  page: { size: 8, colour: '#425563' },
}

const UNDRAWABLE_PAINT =
  /(?:fill|stroke|stop-color|flood-color|[\s;"']color)\s*[=:]\s*["']?\s*(?:var|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(/i
const UNDRAWABLE_ELEMENT = /<(?:a|image|foreignObject|script|style)[\s>/]/i

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

interface ListedHeading {
  readonly block: HeadingBlock
  readonly id: string
  readonly level: number
  readonly words: string
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
  const composer = new Composer(context, headings, loose, pageRoom(document), (words) => {
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

function innerBlocks(block: Block): readonly Block[] {
  if (block.kind === 'group') return block.blocks
  if (block.kind === 'list') return block.items.flatMap((item) => (isBlocks(item) ? item : []))
  if (block.kind !== 'table') return []
  return [...block.head, ...block.body].flat().flatMap((cell) => {
    const content = typeof cell === 'object' && 'content' in cell ? cell.content : ''
    return isBlocks(content) ? content : []
  })
}

function listHeadings(blocks: readonly Block[]): Map<HeadingBlock, ListedHeading> {
  const found = new Map<HeadingBlock, ListedHeading>()
  let level = 0
  const visit = (block: Block): void => {
    if (block.kind === 'heading') {
      const words = cleanLabel(plainText(block.text))
      if (words === '') return
      level = Math.min(block.level, level + 1)
      found.set(block, { block, id: block.id ?? `heading-${found.size + 1}`, level, words })
    }
    for (const inner of innerBlocks(block)) visit(inner)
  }
  for (const block of blocks) visit(block)
  return found
}

function collectIds(blocks: readonly Block[], headings: ReadonlyMap<HeadingBlock, ListedHeading>): Set<string> {
  const ids = new Set<string>()
  const take = (id: string | undefined) => {
    if (id === undefined) return
    if (ids.has(id)) throw new Error(`The document has two blocks with the id '${id}'`)
    ids.add(id)
  }
  const visit = (block: Block): void => {
    if (block.kind === 'heading') take(headings.get(block)?.id)
    if (block.kind === 'paragraph') take(block.id)
    for (const inner of innerBlocks(block)) visit(inner)
  }
  for (const block of blocks) visit(block)
  return ids
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

class Composer {
  count = 0
  private breakBefore: { orientation?: 'portrait' | 'landscape' } | null = null
  private readonly context: TextContext
  private readonly headings: ReadonlyMap<HeadingBlock, ListedHeading>
  private readonly loose: ReadonlySet<object>
  private readonly room: { width: number; height: number }
  private readonly enter: (place: string) => void
  private readonly ancestors: string[] = []

  constructor(
    context: TextContext,
    headings: ReadonlyMap<HeadingBlock, ListedHeading>,
    loose: ReadonlySet<object>,
    room: { width: number; height: number },
    enter: (place: string) => void,
  ) {
    this.context = context
    this.headings = headings
    this.loose = loose
    this.room = room
    this.enter = enter
  }

  blocks(blocks: readonly Block[]): LayoutNode {
    return { stack: blocks.flatMap((block) => this.block(block)) }
  }

  private block(block: Block): LayoutNode[] {
    this.count += 1
    if (block.kind === 'page-break') {
      this.breakBefore = block.orientation === undefined ? {} : { orientation: block.orientation }
      return []
    }
    const pending = this.breakBefore
    this.breakBefore = null
    const node = this.node(block)
    if (node === null) {
      this.breakBefore = pending
      return []
    }
    if (pending) {
      node.pageBreak = 'before'
      if (pending.orientation) node.pageOrientation = pending.orientation
    }
    return [node]
  }

  private node(block: Exclude<Block, { kind: 'page-break' }>): LayoutNode | null {
    switch (block.kind) {
      case 'heading':
        return this.heading(block)
      case 'paragraph':
        return this.paragraph(block)
      case 'list':
        return this.list(block)
      case 'table':
        this.count += (block.head.length + block.body.length) * (block.columns.length + 1)
        return composeTable(block, this.context, (blocks) => this.blocks(blocks), this.loose.has(block))
      case 'figure':
        return this.figure(block)
      case 'contents':
        return this.contents(block)
      case 'group':
        return this.group(block)
    }
  }

  private heading(block: HeadingBlock): LayoutNode | null {
    const listed = this.headings.get(block)
    if (!listed) {
      this.context.notes.add('emptyHeading')
      return null
    }
    this.enter(listed.words)
    const node: LayoutNode = {
      text: composeText(block.text, this.context),
      style: `heading${block.level}`,
      ...(block.look === undefined ? {} : styleOf(block.look, this.context)),
      tag: `H${block.level}`,
      id: listed.id,
      needs: 72,
    }
    if (block.unlisted === true) return node
    this.ancestors.length = Math.min(this.ancestors.length, listed.level - 1)
    const parent = this.ancestors.filter((id) => id !== '').at(-1)
    while (this.ancestors.length < listed.level - 1) this.ancestors.push('')
    this.ancestors.push(listed.id)
    return { ...node, outline: true, outlineText: listed.words, ...(parent ? { outlineParentId: parent } : {}) }
  }

  private paragraph(block: ParagraphBlock): LayoutNode {
    const { role } = block
    const node: LayoutNode = {
      text: composeText(block.text, this.context),
      style: role === 'title' || role === 'note' ? role : 'paragraph',
      ...styleOf(block.look, this.context),
    }
    if (block.id !== undefined) node.id = block.id
    if (role === 'decoration') node.tag = 'Artifact'
    else if (role === 'title') node.tag = 'Title'
    else if (role === 'note') node.tag = 'Note'
    if (block.lang !== undefined) node.attributes = { lang: block.lang }
    return node
  }

  private list(block: ListBlock): LayoutNode {
    this.count += block.items.length
    const items = block.items.map((item) =>
      isBlocks(item) ? this.blocks(item) : { text: composeText(item, this.context) },
    )
    const look = { style: 'list', ...styleOf(block.look, this.context) }
    return block.ordered ? { ol: items, ...look } : { ul: items, ...look }
  }

  private figure(block: FigureBlock): LayoutNode {
    const alt = cleanLabel(block.alt)
    if (alt === '') throw new Error('A figure needs an alternative text')
    if (UNDRAWABLE_PAINT.test(block.svg)) throw new Error(`A figure uses a colour that a PDF cannot draw: ${alt}`)
    if (UNDRAWABLE_ELEMENT.test(block.svg)) throw new Error(`A figure holds a link, picture, script or style: ${alt}`)
    const node: LayoutNode = {
      svg: fitDrawing(block.svg, (text) => this.context.fitter.split(text, `figure: ${alt}`)),
      attributes: { alt },
      maxWidth: this.room.width,
      maxHeight: this.room.height,
      alignment: block.align ?? 'left',
      margin: [0, 4, 0, 6],
    }
    if (block.width !== undefined) node.width = block.width
    if (block.caption === undefined) return node
    const caption: LayoutNode = { text: composeText(block.caption, this.context), style: 'caption', tag: 'Caption' }
    return { stack: [node, caption] }
  }

  private contents(block: ContentsBlock): LayoutNode | null {
    const rows = [...this.headings.values()].filter(
      ({ block: heading, level }) => heading.unlisted !== true && block.levels.includes(level),
    )
    if (rows.length === 0) return null
    this.count += rows.length * 3
    const top = Math.min(...block.levels)
    return {
      ...styleOf(block.look, this.context),
      tag: 'TOC',
      layout: 'noBorders',
      table: {
        contents: true,
        widths: ['*', 'auto'],
        body: rows.map(({ id, level, words }) => [
          { text: composeText(words, this.context), linkToDestination: id, margin: [12 * (level - top), 0, 0, 2] },
          { text: '', pageReference: id, alignment: 'right', margin: [0, 0, 0, 2] },
        ]),
      },
    }
  }

  private group(block: GroupBlock): LayoutNode {
    const inner = this.blocks(block.blocks)
    const margin = block.margin === undefined ? {} : { margin: block.margin }
    const lang = block.lang === undefined ? {} : { attributes: { lang: block.lang } }
    switch (block.role) {
      case 'section':
        return { ...inner, ...margin, ...lang, tag: 'Sect' }
      case 'quotation':
        return { ...inner, style: 'quotation', ...margin, ...lang, tag: 'BlockQuote' }
      case 'together':
        return { ...inner, ...margin, tag: 'Div', ...lang, unbreakable: !this.loose.has(block), source: block }
      case 'columns':
        return {
          columns: (inner.stack ?? []).map((node, index) => ({ ...node, width: block.widths?.[index] ?? '*' })),
          columnGap: 14,
          ...margin,
        }
      case 'panel':
        return this.panel(block, inner, margin)
    }
  }

  private panel(block: GroupBlock, inner: LayoutNode, margin: object): LayoutNode {
    const edge = block.edge ?? block.fill ?? '#0b5566'
    return {
      margin: [0, 4, 0, 8],
      ...margin,
      tag: 'Layout',
      table: { widths: ['*'], body: [[{ ...inner, ...(block.fill === undefined ? {} : { fillColor: block.fill }) }]] },
      layout: {
        hLineWidth: () => 0,
        vLineWidth: (line: number) => (line === 0 ? 4 : 0),
        vLineColor: () => edge,
        paddingLeft: () => 10,
        paddingRight: () => 10,
        paddingTop: () => 8,
        paddingBottom: () => 4,
      },
    }
  }
}
