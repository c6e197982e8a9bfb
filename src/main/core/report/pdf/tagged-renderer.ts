import { Renderer, TextDecorator } from './pdfmake-classes.ts'
import { cleanLabel } from './text-cleaning.ts'
import { isArtifact, LAYOUT_ARTIFACT, PAGINATION_ARTIFACT, Tag, type Artifact } from './structure-tree.ts'
import { isDrawnOutOfOrder, TextPiece } from './text-pieces.ts'
import type {
  DrawnItem,
  LayoutInline,
  LayoutLine,
  LayoutPage,
  MarkedItem,
  Outline,
  PdfKitDocument,
} from './pdfmake-types.ts'
import type { Notes } from './notes.ts'
import type { ProgressMeter } from './progress.ts'

const OFF_PAGE_TOLERANCE = 2

/** Draws the pages, and puts everything drawn inside the marked content of its tag or artifact. */
export class TaggedRenderer extends Renderer {
  private open: Tag | Artifact | null = null
  private standIn: Tag | null = null
  private pageNumber = -1
  private readonly bookmarks = new Map<string, Outline>()
  private readonly notes: Notes
  private readonly meter: ProgressMeter

  constructor(document: PdfKitDocument, notes: Notes, meter: ProgressMeter) {
    super(document)
    this.notes = notes
    this.meter = meter
    document.on('pageAdded', () => {
      this.open = null
      this.pageNumber += 1
    })
  }

  override renderPages(pages: LayoutPage[]): void {
    this.meter.begin(
      'draw',
      pages.reduce((items, page) => items + page.items.length, 0),
    )
    super.renderPages(pages)
  }

  override renderVector(vector: MarkedItem): void {
    this.meter.tick()
    this.enter(vector.mark)
    super.renderVector(vector)
  }

  override renderSVG(item: DrawnItem): void {
    this.meter.tick()
    const { mark } = item
    this.enter(mark)
    const { height } = this.pdfDocument.page
    if (mark && !isArtifact(mark)) {
      mark.box = [item.x, height - item.y - item._height, item.x + item._width, height - item.y]
    }
    super.renderSVG(item)
  }

  override renderWatermark(page: LayoutPage): void {
    this.enter(PAGINATION_ARTIFACT)
    super.renderWatermark(page)
    this.pdfDocument.opacity(1)
  }

  override renderLine(line: LayoutLine, x = 0, y = 0): void {
    this.meter.tick()
    const first = line.inlines[0]
    if (!first) return
    const mark = first.mark ?? line.mark
    this.addBookmark(line)
    if (line._pageNodeRef) setPageNumber(line._pageNodeRef, first)
    const isDecorated = line.inlines.some((run) => run.decoration)
    const ascender = line.getAscenderHeight()
    const { page } = this.pdfDocument
    const right = x + line.inlineWidths - line.leadingCut - line.trailingCut
    if (y > page.height || y + line.getHeight() < 0 || right > page.width + OFF_PAGE_TOLERANCE)
      this.notes.add('offPage')
    line.inlines.forEach((run, index) => {
      if (run.text !== '') this.drawRun(run, mark, x + run.x, y + ascender, index === 0 ? line.id : undefined)
    })
    if (isDecorated) {
      this.enter(LAYOUT_ARTIFACT)
      new TextDecorator(this.pdfDocument).drawDecorations(line, x, y)
    }
  }

  private drawRun(run: LayoutInline, mark: Tag | Artifact | undefined, x: number, baseline: number, id?: string): void {
    const document = this.pdfDocument
    let y = baseline - (run.font.ascender / 1000) * run.fontSize
    if (run.sup === true) y -= run.fontSize * 0.75
    let target = mark
    let linkTag: Tag | null = null
    if (target && this.isRead(target)) {
      linkTag = this.linkFor(run, target)
      target = linkTag ?? target
      const needsWords = run instanceof TextPiece && isDrawnOutOfOrder(run.text)
      const isRest = run.actual !== undefined && run instanceof TextPiece && run.isRest
      // What the real text was given for may go on over lines; given twice, it would be read twice.
      if (isRest) target = this.standIn !== null && this.open === this.standIn ? this.standIn : LAYOUT_ARTIFACT
      else if (run.actual !== undefined || run.lang !== undefined || needsWords) {
        // Letters that are drawn out of order would be read and copied in the order of the page.
        target = spanFor(run, target, needsWords ? (run.actual ?? run.text) : run.actual)
        this.standIn = run.actual === undefined ? null : target
      }
    }
    this.enter(target)
    document.fillColor(document.resolveColor(run.color, 'black'))
    document._font = run.font
    document.fontSize(run.fontSize)
    document._fragment(run.text, x, y, {
      textWidth: run.width,
      wordCount: 1,
      lineBreak: false,
      ...(id === undefined ? {} : { destination: id }),
    })
    if (linkTag) this.annotate(run, linkTag, x, y)
  }

  /** The link tag of a run: the one before goes on where the address is the same, over lines and changes of style. */
  private linkFor(run: LayoutInline, parent: Tag): Tag | null {
    const key = run.link ?? (run.linkToDestination ? `#${run.linkToDestination}` : null)
    if (key === null || run.text.trim() === '') return null
    const last = parent.children.at(-1)
    if (last instanceof Tag && last.linkKey === key && parent.type !== 'Reference') return last
    const tag = parent.add(new Tag('Link'))
    tag.linkKey = key
    return tag
  }

  private annotate(run: LayoutInline, tag: Tag, x: number, y: number): void {
    const document = this.pdfDocument
    const words = cleanLabel(run.text)
    const key = document.createStructParentTreeNextKey()
    const action = run.link
      ? document.ref({ S: 'URI', URI: textString(run.link) })
      : document.ref({ S: 'GoTo', D: textString(run.linkToDestination ?? '') })
    action.end()
    document.annotate(x, y, run.width, run.height, {
      Subtype: 'Link',
      Contents: textString(run.link ? `${words} (${run.link})` : `Go to ${words}`),
      A: action,
      StructParent: key,
    })
    const annotation = document.page.annotations.at(-1)
    if (annotation) tag.children.push({ annotation, key, pageRef: document.page.dictionary })
  }

  private addBookmark(line: LayoutLine): void {
    const entry = line._outline
    if (!entry) return
    const parent = this.bookmarks.get(entry.parentId ?? '') ?? this.pdfDocument.outline
    const bookmark = parent.addItem(cleanLabel(String(entry.text)), { expanded: entry.expanded })
    if (entry.id !== undefined) this.bookmarks.set(entry.id, bookmark)
  }

  private isRepeated(tag: Tag): boolean {
    return tag.isHead && tag.firstPage !== -1 && tag.firstPage !== this.pageNumber
  }

  /** No link or language may hang on an artifact. */
  private isRead(mark: Tag | Artifact): mark is Tag {
    return !isArtifact(mark) && !this.isRepeated(mark)
  }

  private enter(wanted: Tag | Artifact | undefined): void {
    let mark = wanted ?? LAYOUT_ARTIFACT
    if (!isArtifact(mark)) {
      if (this.isRepeated(mark)) mark = PAGINATION_ARTIFACT
      else
        for (let tag: Tag | null = mark; tag?.isHead === true && tag.firstPage === -1; tag = tag.parent)
          tag.firstPage = this.pageNumber
    }
    if (this.open === mark) return
    if (this.open) this.pdfDocument.endMarkedContent()
    if (isArtifact(mark)) {
      this.pdfDocument.markContent('Artifact', { type: mark.artifact })
    } else {
      const { actual } = mark.attributes
      const isSpan = mark.type === 'Span' && actual !== undefined
      const content = this.pdfDocument.markStructureContent(mark.type, isSpan ? { actual } : {}).refs[0]
      if (content) mark.children.push(content)
    }
    this.open = mark
  }
}

function spanFor(run: LayoutInline, parent: Tag, actual: string | undefined): Tag {
  const attributes: Tag['attributes'] = {}
  if (actual !== undefined) attributes.actual = actual
  if (run.lang !== undefined) attributes.lang = run.lang
  return parent.add(new Tag('Span', attributes))
}

/** pdfkit tells a PDF string from a PDF name by its being a String object. */
function textString(text: string): unknown {
  return Object(text)
}

function setPageNumber(reference: { positions?: { pageNumber: number }[] }, run: LayoutInline): void {
  const page = reference.positions?.[0]?.pageNumber
  if (page === undefined) throw new Error('A page reference leads to nothing that is in the document')
  const before = run.width
  run.text = String(page)
  run.width = run.font.widthOfString(run.text, run.fontSize)
  if (run.alignment === 'right') run.x += before - run.width
}
