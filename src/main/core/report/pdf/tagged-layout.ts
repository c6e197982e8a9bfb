import { LayoutBuilder } from './pdfmake-classes.ts'
import { directionOf, PieceMeasure, TextPiece } from './text-pieces.ts'
import { endWithEllipsis, takeLine, type PieceQueue } from './text-lines.ts'
import { fitColumns, tableColumns } from './column-widths.ts'
import {
  HOLDS_TEXT,
  isArtifact,
  LAYOUT_ARTIFACT,
  PAGINATION_ARTIFACT,
  Tag,
  type Artifact,
  type StructureType,
  type TagAttributes,
} from './structure-tree.ts'
import type {
  ColumnWidth,
  LayoutLine,
  LayoutNode,
  LayoutRow,
  LayoutWriter,
  PdfKitDocument,
  SvgMeasureShape,
} from './pdfmake-types.ts'
import type { Notes } from './notes.ts'
import type { ProgressMeter } from './progress.ts'

/** A header that takes more of the page than this is not repeated: the rows would have no room. */
const TALLEST_REPEATED_HEAD = 0.4

/** Lays out pages as pdfmake does, and builds the structure tree on the way: every line, fill and picture knows its tag. */
export class TaggedLayoutBuilder extends LayoutBuilder {
  readonly root = new Tag('Document')
  /** What pdfmake would have dropped because it is kept together and taller than a page, or because a line had no room. */
  readonly lost = new Set<object>()
  lostWithoutSource = false
  private current: Tag | Artifact = this.root
  private readonly sources: object[] = []
  private readonly tables = new Map<LayoutNode, { head: Tag | null; body: Tag | null }>()
  private watched: LayoutWriter | null = null
  private readonly document: PdfKitDocument
  private readonly meter: ProgressMeter
  private readonly notes: Notes
  private readonly nodeCount: number
  private readonly shortestSide: number

  constructor(
    size: { width: number; height: number },
    margins: object,
    svgMeasure: SvgMeasureShape,
    parts: { document: PdfKitDocument; meter: ProgressMeter; notes: Notes; nodeCount: number },
  ) {
    super(size, margins, svgMeasure)
    this.document = parts.document
    this.meter = parts.meter
    this.notes = parts.notes
    this.nodeCount = parts.nodeCount
    this.shortestSide = Math.min(size.width, size.height)
  }

  override tryLayoutDocument(...values: unknown[]): unknown {
    const { docMeasure, meter } = this
    docMeasure.textInlines = new PieceMeasure(this.document)
    const measureNode = docMeasure.measureNode.bind(docMeasure)
    docMeasure.measureNode = (node) => {
      meter.tick()
      return measureNode(node)
    }
    meter.begin('measure', this.nodeCount)
    return super.tryLayoutDocument(...values)
  }

  override processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void {
    if (this.watched !== this.writer) this.watch(this.writer)
    this.meter.tick()
    this.makeRoom(node)
    if (node.source) this.sources.push(node.source)
    const { tag, cellTag, listTag } = node
    delete node.cellTag
    delete node.listTag
    let mark = this.current
    if (!isArtifact(mark)) {
      if (cellTag) mark = this.open(mark, cellTag.type, node, cellTag.attributes)
      else if (listTag) mark = listTag
      if (tag === 'Artifact') mark = LAYOUT_ARTIFACT
      else if (tag !== undefined && tag !== 'Layout') mark = this.open(mark, tag, node, node.attributes ?? {})
    }
    this.within(mark, () => super.processNode(node, isVerticalAlignmentAllowed))
    if (node.source) this.sources.pop()
  }

  override processLeaf(node: LayoutNode): void {
    const mark = this.current
    const isOpen = isArtifact(mark) || mark.node === node || HOLDS_TEXT.has(mark.type)
    const leaf = isOpen ? mark : this.open(mark, 'P', node, node.attributes ?? {})
    this.within(leaf, () => super.processLeaf(node))
  }

  override buildNextLine(node: LayoutNode): LayoutLine | null {
    const queue = this.queueOf(node)
    if (!queue) return null
    this.meter.tick()
    const width = this.writer.context().availableWidth
    const line = takeLine(queue, width)
    if (line === null) {
      node._inlines = []
      return null
    }
    if (node.oneLine === true && queue.next < queue.pieces.length) {
      endWithEllipsis(line, width)
      queue.next = queue.pieces.length
    }
    line.mark = this.current
    return line
  }

  override processList(ordered: boolean, node: LayoutNode): void {
    const mark = this.current
    if (isArtifact(mark)) {
      super.processList(ordered, node)
      return
    }
    const list = this.open(mark, 'L', node, { ...node.attributes, numbering: ordered ? 'Decimal' : 'Disc' })
    let lastBody: Tag | null = null
    for (const item of (ordered ? node.ol : node.ul) ?? []) {
      const marker = item.listMarker
      if (!marker && (item.ul || item.ol) && lastBody) {
        item.listTag = lastBody
        continue
      }
      const entry = list.add(new Tag('LI'))
      if (marker) {
        const label = entry.add(new Tag('Lbl', marker.canvas ? { actual: '\u2022' } : {}))
        for (const drawn of marker.canvas ?? marker._inlines ?? []) drawn.mark = label
      }
      const body = entry.add(new Tag('LBody'))
      if (item.text !== undefined) body.node = item
      item.listTag = body
      lastBody = body
    }
    this.within(list, () => super.processList(ordered, node))
  }

  override processTable(node: LayoutNode): void {
    const room = this.writer.context().availableWidth - (node._offsets?.total ?? 0)
    if (fitColumns(tableColumns(node), room)) this.notes.add('narrowTable')
    const mark = this.current
    if (isArtifact(mark) || node.tag === 'Layout' || node.table?.contents === true) {
      super.processTable(node)
      return
    }
    const tag = this.open(mark, 'Table', node, node.attributes ?? {})
    this.tables.set(node, { head: null, body: null })
    this.within(tag, () => super.processTable(node))
    this.tables.delete(node)
  }

  override processRow(row: LayoutRow): unknown {
    const mark = this.current
    const { tableNode } = row
    const table = tableNode?.table
    if (!tableNode || !table || isArtifact(mark)) return super.processRow(row)
    if (table.contents === true) {
      const entry = mark.add(new Tag('TOCI')).add(new Tag('Reference'))
      return this.within(entry, () => super.processRow(row))
    }
    const groups = this.tables.get(tableNode)
    if (!groups || mark.node !== tableNode) return super.processRow(row)
    const isHead = row.rowIndex < (table.headRows ?? 0)
    let rows = isHead ? groups.head : groups.body
    if (!rows) {
      rows = mark.add(new Tag(isHead ? 'THead' : 'TBody'))
      rows.isHead = isHead && (table.headerRows ?? 0) > 0
      if (isHead) groups.head = rows
      else groups.body = rows
    }
    const tag = rows.add(new Tag('TR'))
    row.cells.forEach((cell, index) => {
      if (cell._span === true) return
      const isHeader = isHead || index < (table.headerColumns ?? 0) || cell['isHeader'] === true
      const attributes: TagAttributes = { colSpan: cell.colSpan ?? 1, rowSpan: cell.rowSpan ?? 1 }
      if (isHeader) attributes.scope = isHead ? 'Column' : 'Row'
      cell.cellTag = { type: isHeader ? 'TH' : 'TD', attributes }
    })
    return this.within(tag, () => super.processRow(row))
  }

  override processColumns(node: LayoutNode): void {
    const columns = node.columns ?? []
    const gaps = (node._gap ?? 0) * (columns.length - 1)
    fitColumns(columns as ColumnWidth[], this.writer.context().availableWidth - gaps)
    super.processColumns(node)
  }

  override processSVG(node: LayoutNode): void {
    const available = this.writer.context().availableWidth
    const { _width: width = 0, _height: height = 0 } = node
    if (width > available) {
      node._height = (height * available) / width
      node._width = available
      // The drawing is drawn at the size that it says itself.
      node.svg = this.svgMeasure.writeDimensions(node.svg ?? '', { width: node._width, height: node._height })
    }
    const mark = this.current
    node['mark'] = isArtifact(mark) ? mark : this.open(mark, 'Figure', node, node.attributes ?? {})
    super.processSVG(node)
  }

  override addDynamicRepeatable(getter: unknown, size: unknown, name: string): void {
    this.within(PAGINATION_ARTIFACT, () => super.addDynamicRepeatable(getter, size, name))
  }

  private within<Result>(mark: Tag | Artifact, run: () => Result): Result {
    const previous = this.current
    this.current = mark
    try {
      return run()
    } finally {
      this.current = previous
    }
  }

  private open(parent: Tag, type: StructureType, node: LayoutNode, attributes: TagAttributes): Tag {
    const tag = parent.add(new Tag(type, attributes))
    tag.node = node
    return tag
  }

  private queueOf(node: LayoutNode): PieceQueue | null {
    const known = node['queue'] as PieceQueue | undefined
    if (known) return known
    const pieces = node._inlines
    if (!pieces || !(pieces[0] instanceof TextPiece)) return null
    const words = pieces as TextPiece[]
    const queue: PieceQueue = { pieces: words, next: 0, direction: directionOf(words.map(({ text }) => text).join('')) }
    node['queue'] = queue
    return queue
  }

  /** Starts a new page rather than leave a heading, caption or table head alone at the foot of this one. */
  private makeRoom(node: LayoutNode): void {
    const needs = node.needs
    if (needs === undefined || node.pageBreak || this.writer.transactionLevel > 0) return
    const context = this.writer.context()
    const isFlow = context.snapshots.length === 0
    if (isFlow && context.availableHeight < needs && context.y > context.pageMargins.top) this.writer.moveToNextPage()
  }

  private lose(): void {
    if (this.sources.length === 0) this.lostWithoutSource = true
    for (const source of this.sources) this.lost.add(source)
  }

  /** pdfmake drops, without a word, a kept block taller than a page and a line that has no room: here each is noted. */
  private watch(writer: LayoutWriter): void {
    this.watched = writer
    this.meter.begin('lay-out', this.nodeCount * 2)
    for (const method of ['addLine', 'addSVG', 'addFragment'] as const) {
      const add = writer[method].bind(writer) as (...values: unknown[]) => unknown
      writer[method] = (...values: unknown[]) => {
        const place = add(...values)
        if (place === false) this.lose()
        return place
      }
    }
    const repeat = writer.pushToRepeatables.bind(writer)
    writer.pushToRepeatables = (block) => {
      const isTall = block.height > TALLEST_REPEATED_HEAD * this.shortestSide
      repeat(isTall ? Object.assign(block, { items: [], height: 0 }) : block)
    }
  }
}
