/**
 * The words a report is written in: plain data, which the PDF engine turns into a tagged PDF. Nothing here knows about tags, fonts or pages.
 * Every type can be sent to a worker. Sizes and widths are in points.
 */

/** How text looks; what is left out is inherited. */
export interface Look {
  readonly size?: number
  readonly bold?: boolean
  readonly italics?: boolean
  readonly colour?: string
  readonly align?: 'left' | 'center' | 'right'
  /** A factor: 1 is the font's own line height. */
  readonly lineHeight?: number
  /** Space around the block: left, top, right, bottom. */
  readonly margin?: readonly [number, number, number, number]
}

/** A look of its own, or the name of one in `PdfDocument.looks`. */
export type LookOrName = Look | string

/** A piece of text inside a paragraph, heading, list item or cell. */
export interface TextRun {
  readonly text: string
  readonly bold?: boolean
  readonly italics?: boolean
  readonly colour?: string
  readonly size?: number
  readonly raised?: boolean
  /** An http, https, mailto or tel address; any other is shown as text and counted in `notes.unsafeLink`. */
  readonly link?: string
  /** The id of a heading or paragraph of the same document. */
  readonly to?: string
  /** The language of this piece when it differs from the document's, for example `cy`. */
  readonly lang?: string
}

/** Text: one piece or several. Strings are never read as markup. */
export type Text = string | TextRun | readonly (string | TextRun)[]

/** A heading. Levels that skip one are lowered, and counted in `notes.headingLevel`. */
export interface HeadingBlock {
  readonly kind: 'heading'
  readonly level: 1 | 2 | 3 | 4 | 5 | 6
  readonly text: Text
  readonly id?: string
  readonly look?: LookOrName
  /** Left out of the table of contents and the bookmarks. */
  readonly unlisted?: boolean
}

/** A paragraph. */
export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly text: Text
  readonly id?: string
  readonly look?: LookOrName
  readonly lang?: string
  /** The document's title on its cover: read as a paragraph, not as a heading. */
  readonly role?: 'title' | 'note' | 'decoration'
}

/** A list; an item is text, or blocks (a list among them is nested). */
export interface ListBlock {
  readonly kind: 'list'
  readonly ordered: boolean
  readonly items: readonly (Text | readonly Block[])[]
  readonly look?: LookOrName
}

/** A column of a table: a width in points, as wide as its words (`auto`), or a share of what is left (`*`). */
export interface Column {
  readonly width?: number | 'auto' | '*'
  readonly align?: 'left' | 'center' | 'right'
}

/** A cell that is more than text. Cells covered by a span are left out of their row, as in HTML. */
export interface SpanningCell {
  readonly content: Text | readonly Block[]
  readonly colSpan?: number
  readonly rowSpan?: number
  /** A header cell outside the head rows and header columns. */
  readonly header?: boolean
  readonly fill?: string
  readonly look?: LookOrName
}

/** A cell of a table. */
export type Cell = Text | SpanningCell

/** A table of data. Its head rows are repeated on every page and read once. */
export interface TableBlock {
  readonly kind: 'table'
  readonly columns: readonly Column[]
  readonly head: readonly (readonly Cell[])[]
  readonly body: readonly (readonly Cell[])[]
  /** How many leading columns name their row. */
  readonly headerColumns?: number
  readonly caption?: Text
  readonly lines?: 'all' | 'rows' | 'none'
  readonly headFill?: string
  readonly look?: LookOrName
  /** Rows stay whole where they fit on a page; one that is taller breaks all the same. */
  readonly keepRows?: boolean
}

/** A drawing with the words that stand for it. Made by `figure`, which refuses one without words. */
export interface FigureBlock {
  readonly kind: 'figure'
  /** An SVG document with a width and height or a viewBox. No variables, no hsl() or oklch() colours: the PDF would paint them black. */
  readonly svg: string
  readonly alt: string
  readonly width?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly caption?: Text
}

/** The table of contents, made of the document's headings. */
export interface ContentsBlock {
  readonly kind: 'contents'
  readonly levels: readonly number[]
  readonly look?: LookOrName
}

/** Blocks that belong together. */
export interface GroupBlock {
  readonly kind: 'group'
  readonly role: 'section' | 'quotation' | 'panel' | 'together' | 'columns'
  readonly blocks: readonly Block[]
  /** A panel's background and the colour of its left edge. */
  readonly fill?: string
  readonly edge?: string
  /** Widths of columns; equal shares without. */
  readonly widths?: readonly (number | 'auto' | '*')[]
  readonly margin?: readonly [number, number, number, number]
  readonly lang?: string
}

/** The next block starts a new page. */
export interface PageBreakBlock {
  readonly kind: 'page-break'
  readonly orientation?: 'portrait' | 'landscape'
}

/** What a document is made of. */
export type Block =
  | HeadingBlock
  | ParagraphBlock
  | ListBlock
  | TableBlock
  | FigureBlock
  | ContentsBlock
  | GroupBlock
  | PageBreakBlock

/** One line at the top or bottom of every page, read by nobody's screen reader; too long a text ends in an ellipsis. */
export interface PageLine {
  readonly left?: string
  /** `page`: "Page 3 of 12". */
  readonly right?: string | { readonly page: true }
  /** Not on the first page. */
  readonly notOnFirst?: boolean
}

/** A whole document. The same document gives the same bytes. */
export interface PdfDocument {
  readonly title: string
  /** Of the whole document, for example `en-GB`. */
  readonly language?: string
  readonly author?: string
  readonly subject?: string
  readonly keywords?: string
  /** ISO 8601, to the second. */
  readonly createdAt: string
  /** Any text that is this document's alone; the PDF's file identifier is made of it. */
  readonly fileId: string
  readonly creator?: string
  readonly margins?: readonly [number, number, number, number]
  readonly orientation?: 'portrait' | 'landscape'
  readonly base?: Look
  readonly looks?: Readonly<Record<string, Look>>
  readonly header?: PageLine
  readonly footer?: PageLine
  /** A word across every page, such as DRAFT. */
  readonly watermark?: string
  readonly content: readonly Block[]
}

/** Makes a heading of a level from 1 to 6. */
export function heading(
  level: HeadingBlock['level'],
  text: Text,
  more: Omit<Partial<HeadingBlock>, 'kind'> = {},
): HeadingBlock {
  return { ...more, kind: 'heading', level, text }
}

/** Makes a paragraph. */
export function paragraph(text: Text, more: Omit<Partial<ParagraphBlock>, 'kind'> = {}): ParagraphBlock {
  return { ...more, kind: 'paragraph', text }
}

/** Makes a list with bullets. */
export function bulletList(items: ListBlock['items'], look?: LookOrName): ListBlock {
  return { kind: 'list', ordered: false, items, ...(look === undefined ? {} : { look }) }
}

/** Makes a list with numbers. */
export function numberedList(items: ListBlock['items'], look?: LookOrName): ListBlock {
  return { kind: 'list', ordered: true, items, ...(look === undefined ? {} : { look }) }
}

/** Makes a table of data. */
export function table(parts: Omit<TableBlock, 'kind'>): TableBlock {
  return { ...parts, kind: 'table' }
}

/** Makes a figure. Throws where the alternative text is empty: a drawing that cannot be read aloud is not allowed. */
export function figure(parts: Omit<FigureBlock, 'kind'>): FigureBlock {
  if (parts.alt.trim() === '') throw new Error('A figure needs an alternative text')
  return { ...parts, kind: 'figure' }
}

/** Makes the table of contents of the given heading levels. */
export function contents(levels: readonly number[] = [1, 2], look?: LookOrName): ContentsBlock {
  return { kind: 'contents', levels, ...(look === undefined ? {} : { look }) }
}

/** Puts blocks together: a section, a quotation, a coloured panel, a block kept on one page, or columns side by side. */
export function group(
  role: GroupBlock['role'],
  blocks: readonly Block[],
  more: Omit<Partial<GroupBlock>, 'kind' | 'role' | 'blocks'> = {},
): GroupBlock {
  return { ...more, kind: 'group', role, blocks }
}

/** Starts a new page, in another orientation where given. */
export function pageBreak(orientation?: PageBreakBlock['orientation']): PageBreakBlock {
  return orientation === undefined ? { kind: 'page-break' } : { kind: 'page-break', orientation }
}

/** Makes text that opens an address. */
export function link(text: string, address: string): TextRun {
  return { text, link: address, colour: '#0b5566' }
}

/** Makes text that leads to a heading or paragraph of the same document. */
export function crossReference(text: string, id: string): TextRun {
  return { text, to: id, colour: '#0b5566' }
}

/** Makes a hash or another long code that may be broken every 16 characters; it is still copied as one word. */
export function code(text: string, size?: number): TextRun {
  return { text: text.replace(/.{16}(?=.)/gu, '$&\u200b'), ...(size === undefined ? {} : { size }) }
}
