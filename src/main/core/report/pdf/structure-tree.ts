import type { LayoutNode, PdfReference } from './pdfmake-types.ts'

/** The standard structure types this engine writes (ISO 32000-1, 14.8.4). */
export type StructureType =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'BlockQuote'
  | 'Caption'
  | 'TOC'
  | 'TOCI'
  | 'Reference'
  | 'P'
  | 'Title'
  | 'Note'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'THead'
  | 'TBody'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Link'
  | 'Figure'

/** What a tag says beside its type. */
export interface TagAttributes {
  alt?: string
  lang?: string
  actual?: string
  scope?: 'Column' | 'Row'
  colSpan?: number
  rowSpan?: number
  numbering?: 'Decimal' | 'Disc'
}

/** Drawn, but no part of what is read. */
export interface Artifact {
  readonly artifact: 'Layout' | 'Pagination'
}

/** Lines, fills and backgrounds. */
export const LAYOUT_ARTIFACT: Artifact = { artifact: 'Layout' }

/** Headers, footers, watermarks, and header rows drawn again on a later page. */
export const PAGINATION_ARTIFACT: Artifact = { artifact: 'Pagination' }

/** A piece of a page's content that belongs to a tag. */
interface MarkedContent {
  readonly pageRef: PdfReference
  readonly mcid: number
}

/** A link annotation that belongs to a tag. */
interface AnnotationChild {
  readonly annotation: PdfReference
  readonly key: number
  readonly pageRef: PdfReference
}

/** A node of the structure tree. */
export class Tag {
  type: StructureType
  attributes: TagAttributes
  children: (Tag | MarkedContent | AnnotationChild)[] = []
  parent: Tag | null = null
  /** Inside a table's head: drawn again on later pages, where it is an artifact. */
  isHead = false
  firstPage = -1
  /** The layout node it stands for, so that the same node opens no second tag. */
  node: LayoutNode | null = null
  box: readonly number[] | null = null
  linkKey: string | null = null

  constructor(type: StructureType, attributes: TagAttributes = {}) {
    this.type = type
    this.attributes = attributes
  }

  /** Adds a tag at the end. */
  add(tag: Tag): Tag {
    tag.parent = this
    tag.isHead ||= this.isHead
    this.children.push(tag)
    return tag
  }
}

/** Whether a mark says "not read". */
export function isArtifact(mark: Tag | Artifact): mark is Artifact {
  return 'artifact' in mark
}

/** Types whose text needs no paragraph around it. */
export const HOLDS_TEXT: ReadonlySet<StructureType> = new Set([
  'Reference',
  'TOCI',
  'Lbl',
  'Caption',
  'Title',
  'P',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
  'Span',
  'Note',
  'Link',
  'Figure',
])
