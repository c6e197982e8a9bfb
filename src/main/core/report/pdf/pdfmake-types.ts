/** The parts of pdfmake 0.3.11 and pdfkit 0.19.1 that this engine stands on, and no more. Recheck each when either is upgraded. */
import type { Artifact, StructureType, Tag, TagAttributes } from './structure-tree.ts'

/** A reference to an object of the file; `data` is its dictionary. */
export interface PdfReference {
  readonly id: number
  data: Record<string, unknown>
  readonly buffer: unknown
  offset: number
  end(): void
  write(chunk: Uint8Array): void
  finalize(): void
  compress: boolean
}

/** What fontkit knows of a font file. */
interface FontProgram {
  hasGlyphForCodePoint(codePoint: number): boolean
  glyphForCodePoint(codePoint: number): { readonly id: number }
  /** How fontkit shapes words; a font without OpenType tables has no engine. */
  readonly _layoutEngine?: { readonly engine?: { readonly GPOSProcessor?: MarkPositions | null } | null }
}

/** The part of fontkit that puts marks on letters. An anchor may be null: the mark attaches nowhere. */
interface MarkPositions {
  applyAnchor(mark: { readonly markAnchor: object | null }, base: object | null, index: number): void
}

/** A font embedded in the document. */
export interface EmbeddedFont {
  readonly name: string
  readonly font: FontProgram
  ascender: number
  descender: number
  lineGap: number
  lineHeight(size: number): number
  widthOfString(text: string, size: number): number
  encode(text: string, features?: unknown): [string[], unknown[]]
  embed(): void
}

/** A page being written. */
interface PdfPage {
  readonly width: number
  readonly height: number
  readonly dictionary: PdfReference
  readonly annotations: PdfReference[]
}

/** A bookmark. */
export interface Outline {
  addItem(title: string, options: { expanded: boolean }): Outline
}

/** pdfmake's subclass of pdfkit's document. */
export interface PdfKitDocument {
  readonly page: PdfPage
  readonly outline: Outline
  readonly version: number
  readonly info: Record<string, unknown>
  readonly _root: PdfReference
  _id: Uint8Array
  _font: EmbeddedFont
  _offset: number
  readonly _offsets: (number | null)[]
  _info: PdfReference
  provideFont(family: string, bold: boolean, italics: boolean): EmbeddedFont
  ref(data?: Record<string, unknown>): PdfReference
  markContent(tag: string, options: { type: string }): void
  markStructureContent(tag: string, options: { actual?: string }): { refs: { pageRef: PdfReference; mcid: number }[] }
  endMarkedContent(): void
  getStructTreeRoot(): PdfReference
  getStructParentTree(): { get(key: unknown): unknown[]; add(key: number, value: unknown): void }
  createStructParentTreeNextKey(): number
  annotate(x: number, y: number, width: number, height: number, options: Record<string, unknown>): void
  fillColor(colour: string): void
  fontSize(size: number): void
  resolveColor(colour: string | undefined, other: string): string
  opacity(value: number): void
  _fragment(text: string, x: number, y: number, options: Record<string, unknown>): void
  endMetadata(): void
  _finalize(): void
  _refEnd(reference: PdfReference): void
  _write(data: string | Uint8Array): void
  push(data: Uint8Array | null): void
  end(): void
  on(event: 'pageAdded' | 'end', listener: () => void): void
  on(event: 'data', listener: (chunk: Uint8Array) => void): void
  on(event: 'error', listener: (error: Error) => void): void
}

/** A node of a pdfmake document definition, with our own fields after the first group. */
export interface LayoutNode {
  text?: string | LayoutNode[]
  stack?: LayoutNode[]
  columns?: LayoutNode[]
  ul?: LayoutNode[]
  ol?: LayoutNode[]
  table?: LayoutTable
  svg?: string
  style?: string
  id?: string
  width?: number | 'auto' | '*'
  margin?: readonly number[]
  pageBreak?: 'before'
  pageOrientation?: 'portrait' | 'landscape'
  unbreakable?: boolean
  outline?: boolean
  outlineText?: string
  outlineParentId?: string
  pageReference?: string
  linkToDestination?: string
  link?: string
  colSpan?: number
  rowSpan?: number
  _span?: boolean
  _width?: number
  _height?: number
  _offsets?: { total: number }
  _gap?: number
  _minWidth?: number
  _maxWidth?: number
  listMarker?: { canvas?: MarkedItem[]; _inlines?: MarkedItem[] }
  _inlines?: unknown[]
  [style: string]: unknown
  /** What the node is in the structure tree: `Artifact` is skipped with all in it, `Layout` is a table only for its looks. */
  tag?: StructureType | 'Artifact' | 'Layout'
  attributes?: TagAttributes
  /** What the node was made of, so that it can be made again with room to break. */
  source?: object
  /** Points that must be free below, or the node starts a new page. */
  needs?: number
  /** Cut to one line. */
  oneLine?: boolean
  cellTag?: { type: 'TH' | 'TD'; attributes: TagAttributes }
  listTag?: Tag
}

/** A table of a pdfmake document definition. */
export interface LayoutTable {
  body: LayoutNode[][]
  widths: (number | 'auto' | '*' | ColumnWidth)[]
  headerRows?: number
  dontBreakRows?: boolean
  /** Ours: rows that are tagged as head, also where they are not repeated. */
  headRows?: number
  headerColumns?: number
  contents?: boolean
}

/** A column after measuring. */
export interface ColumnWidth {
  width: number | 'auto' | '*'
  _minWidth: number
  _maxWidth: number
}

/** Anything drawn: what it belongs to is hung on it. */
export interface MarkedItem {
  mark?: Tag | Artifact
}

/** A line of text; pdfmake's own class. */
export interface LayoutLine extends MarkedItem {
  inlines: LayoutInline[]
  leadingCut: number
  trailingCut: number
  inlineWidths: number
  newLineForced?: boolean
  lastLineInParagraph?: boolean
  id?: string
  _outline?: { id?: string; parentId?: string; text: string; expanded: boolean }
  _pageNodeRef?: { positions?: { pageNumber: number }[] }
  getHeight(): number
  getAscenderHeight(): number
}

/** A run of text of one style on a line. */
export interface LayoutInline extends MarkedItem {
  text: string
  width: number
  x: number
  leadingCut: number
  trailingCut: number
  lineEnd: boolean
  readonly height: number
  readonly font: EmbeddedFont
  readonly fontSize: number
  alignment: string
  readonly color: string
  readonly link?: string | null
  readonly linkToDestination?: string | null
  readonly decoration?: unknown
  readonly background?: unknown
  readonly sup?: boolean
  readonly actual?: string
  readonly lang?: string
}

/** Where the next thing goes. */
interface LayoutContext {
  readonly snapshots: unknown[]
  readonly availableWidth: number
  readonly availableHeight: number
  readonly y: number
  readonly pageMargins: { top: number }
}

/** pdfmake's writer of page elements. */
export interface LayoutWriter {
  transactionLevel: number
  context(): LayoutContext
  moveToNextPage(orientation?: string): void
  addLine(line: LayoutLine, keepPosition?: boolean, index?: number): unknown
  addSVG(node: LayoutNode, index?: number): unknown
  addFragment(...values: unknown[]): unknown
  pushToRepeatables(block: { items: unknown[]; height: number }): void
}

/** A drawn rectangle, line or picture. */
export interface DrawnItem extends MarkedItem {
  x: number
  y: number
  _width: number
  _height: number
}

/** A laid out page. */
export interface LayoutPage {
  readonly items: { readonly type: string }[]
}

/** pdfmake's stack of styles. */
export interface StyleStack {
  getProperty(name: string): unknown
}

/** Styles resolved by pdfmake, for one run of text. */
export type MeasuredStyle = LayoutInline

/** pdfmake's `TextInlines`. */
export interface TextInlinesShape {
  pdfDocument: PdfKitDocument
  buildInlines(text: unknown, stack: StyleStack): { items: LayoutInline[]; minWidth: number; maxWidth: number }
  measure(items: Record<string, unknown>[], stack: StyleStack): MeasuredStyle[]
}

/** pdfmake's `SVGMeasure`. */
export interface SvgMeasureShape {
  writeDimensions(svg: string, size: { width: number; height: number }): string
}

/** pdfmake's `LayoutBuilder`. */
export interface LayoutBuilderShape {
  writer: LayoutWriter
  svgMeasure: SvgMeasureShape
  docMeasure: { textInlines: TextInlinesShape; measureNode(node: LayoutNode): LayoutNode }
  registerTableLayouts(layouts: object): void
  layoutDocument(
    content: LayoutNode,
    document: PdfKitDocument,
    styles: object,
    base: object,
    background: undefined,
    header: PageLineMaker | undefined,
    footer: PageLineMaker | undefined,
    watermark: object | undefined,
  ): LayoutPage[]
  tryLayoutDocument(...values: unknown[]): unknown
  addDynamicRepeatable(getter: unknown, size: unknown, name: string): void
  processNode(node: LayoutNode, isVerticalAlignmentAllowed?: boolean): void
  processLeaf(node: LayoutNode): void
  processList(ordered: boolean, node: LayoutNode): void
  processTable(node: LayoutNode): void
  processRow(row: LayoutRow): unknown
  processSVG(node: LayoutNode): void
  processColumns(node: LayoutNode): void
  buildNextLine(node: LayoutNode): LayoutLine | null
}

/** Makes the line at the top or bottom of a page. */
export type PageLineMaker = (page: number, pages: number) => LayoutNode | null

/** What pdfmake gives to `processRow`. */
export interface LayoutRow {
  readonly tableNode?: LayoutNode
  readonly rowIndex: number
  readonly cells: LayoutNode[]
}

/** pdfmake's `Renderer`. */
export interface RendererShape {
  pdfDocument: PdfKitDocument
  renderPages(pages: LayoutPage[]): void
  renderLine(line: LayoutLine, x: number, y: number): void
  renderVector(vector: MarkedItem): void
  renderSVG(item: DrawnItem): void
  renderWatermark(page: LayoutPage): void
}

/** pdfmake's `TextDecorator`. */
export interface TextDecoratorShape {
  drawBackground(line: LayoutLine, x: number, y: number): void
  drawDecorations(line: LayoutLine, x: number, y: number): void
}
