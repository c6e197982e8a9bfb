import { composeTable, isBlocks } from './compose-table.ts'
import { composeText, styleOf, type TextContext } from './compose-text.ts'
import { fitDrawing } from './font-fallback.ts'
import { cleanLabel } from './text-cleaning.ts'
import type { ListedHeading } from './headings.ts'
import type { LayoutNode } from './pdfmake-types.ts'
import type {
  Block,
  ContentsBlock,
  FigureBlock,
  GroupBlock,
  HeadingBlock,
  ListBlock,
  ParagraphBlock,
} from './document.ts'

const UNDRAWABLE_PAINT =
  /(?:fill|stroke|stop-color|flood-color|[\s;"']color)\s*[=:]\s*["']?\s*(?:var|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(/i
const UNDRAWABLE_ELEMENT = /<(?:a|image|foreignObject|script|style)[\s>/]/i

/** Turns the blocks of one document into nodes, and counts them. */
export class BlockComposer {
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
          columns: (inner.stack ?? []).map((node, index) => ({ stack: [node], width: block.widths?.[index] ?? '*' })),
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
