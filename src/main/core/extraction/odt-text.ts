import { damaged, encrypted, type Archive } from './archive.ts'
import type { Source } from './extraction.ts'
import { writeNumber } from './list-marks.ts'
import { readXml, type XmlAttributes } from './read-xml.ts'
import { createTextBuilder, joinStories } from './text-builder.ts'

/** Elements whose text is not part of the document as it stands: deletions kept for review, comments, the number of a note. */
const skipped = new Set([
  'text:tracked-changes',
  'office:annotation',
  'office:forms',
  'text:note-citation',
  'text:ruby-text',
  'draw:desc',
  'draw:title',
])
const paragraphs = new Set(['text:p', 'text:h'])
const headers = new Set(['style:header', 'style:header-first', 'style:header-left'])
const footers = new Set(['style:footer', 'style:footer-first', 'style:footer-left'])
const MOST_SPACES = 200

type ListStyles = Map<string, Map<number, { format: string; suffix: string }>>

/** The text of an OpenDocument text: headers, body, notes, footers. */
export function readOdt(archive: Archive, source: Source): { text: string; notes: string[] } {
  const { fileName } = source
  const manifest = archive.read('META-INF/manifest.xml')
  // The manifest alone is not encrypted, and lists what is.
  if (archive.has('encrypted-package') || (manifest && Buffer.from(manifest).includes('encryption-data')))
    throw encrypted(fileName)
  const content = archive.read('content.xml')
  if (!content) throw damaged(fileName)
  const styles = archive.read('styles.xml')
  const seen = { deleted: false, comments: false }
  const listStyles: ListStyles = new Map()
  if (styles) readListStyles(styles, listStyles, source)
  readListStyles(content, listStyles, source)

  const read = (bytes: Uint8Array | undefined, stories: ReadonlySet<string>) =>
    bytes ? readStories(bytes, stories, listStyles, source, seen) : { lines: [], notes: [] }
  const body = read(content, new Set(['office:text']))
  const text = joinStories([read(styles, headers).lines, body.lines, body.notes, read(styles, footers).lines])
  const notes: string[] = []
  if (seen.deleted) notes.push('Words marked as deleted were left out.')
  if (seen.comments) notes.push('Comments in the margin were left out.')
  if (archive.names().some((name) => name.startsWith('Basic/') && !name.endsWith('/')))
    notes.push('The file holds macros: they were not run.')
  return { text, notes }
}

function readStories(
  bytes: Uint8Array,
  stories: ReadonlySet<string>,
  listStyles: ListStyles,
  source: Source,
  seen: { deleted: boolean; comments: boolean },
): { lines: string[]; notes: string[] } {
  const story = createTextBuilder(source)
  const notes = createTextBuilder(source)
  let builder = story
  const lists: { style: string; count: number; mark: string }[] = []
  let skipping = 0
  let inStory = 0
  let inParagraph = 0
  let blank = true

  const open = (name: string, attributes: XmlAttributes) => {
    if (skipping > 0 || skipped.has(name)) {
      if (name === 'text:tracked-changes') seen.deleted = true
      if (name === 'office:annotation') seen.comments = true
      skipping += 1
      return
    }
    if (stories.has(name)) inStory += 1
    if (inStory === 0) return
    if (paragraphs.has(name)) {
      builder.openParagraph()
      inParagraph += 1
      blank = true
      const list = lists.at(-1)
      if (list) {
        builder.mark(list.mark)
        list.mark = ''
      }
      return
    }
    switch (name) {
      case 'text:note-body':
        builder = notes
        return
      case 'text:s':
        return builder.words(' '.repeat(Math.min(MOST_SPACES, Number(attributes('c') ?? 1) || 1)))
      case 'text:tab':
        return builder.tab()
      case 'text:line-break':
        return builder.lineBreak()
      case 'text:list':
        lists.push({ style: attributes('style-name') ?? lists.at(-1)?.style ?? '', count: 0, mark: '' })
        return
      case 'text:list-item': {
        const list = lists.at(-1)
        if (list) list.mark = markOf(list, lists.length, listStyles)
        return
      }
      case 'table:table-row':
        return builder.openRow()
      case 'table:table-cell':
      case 'table:covered-table-cell':
        return builder.openCell()
      default:
        return
    }
  }

  const close = (name: string) => {
    if (skipping > 0) {
      skipping -= 1
      return
    }
    if (inStory === 0) return
    if (stories.has(name)) inStory -= 1
    if (name === 'text:note-body') builder = story
    if (paragraphs.has(name)) {
      inParagraph -= 1
      builder.closeParagraph()
    } else if (name === 'text:list') lists.pop()
    else if (name === 'table:table-row') builder.closeRow()
    else if (name === 'table:table-cell' || name === 'table:covered-table-cell') builder.closeCell()
  }

  const text = (words: string) => {
    if (skipping > 0 || inParagraph === 0) return
    // Runs of blanks in the XML are one blank in the text; further ones are written as elements.
    const collapsed = words.replace(/[ \t\r\n]+/g, ' ')
    builder.words(blank && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed)
    blank = collapsed.endsWith(' ')
  }

  readXml(bytes, { open, close, text }, source)
  return { lines: story.finish(), notes: notes.finish() }
}

function markOf(list: { style: string; count: number }, depth: number, styles: ListStyles): string {
  const level = styles.get(list.style)?.get(depth)
  if (level?.format === '') return ''
  if (!level || level.format === 'bullet') return '•'
  list.count += 1
  const format = /^[aA]/.test(level.format) ? 'Letter' : /^[iI]/.test(level.format) ? 'Roman' : 'decimal'
  const lower = level.format === level.format.toLowerCase() ? 'lower' : 'upper'
  return `${writeNumber(list.count, lower + format)}${level.suffix}`
}

function readListStyles(bytes: Uint8Array, styles: ListStyles, source: Source): void {
  let levels = new Map<number, { format: string; suffix: string }>()
  const open = (name: string, attributes: XmlAttributes) => {
    if (name === 'text:list-style') {
      levels = new Map()
      styles.set(attributes('name') ?? '', levels)
    } else if (name === 'text:list-level-style-bullet') {
      levels.set(Number(attributes('level')), { format: 'bullet', suffix: '' })
    } else if (name === 'text:list-level-style-number') {
      const format = attributes('num-format') ?? ''
      levels.set(Number(attributes('level')), { format, suffix: attributes('num-suffix') ?? '' })
    }
  }
  readXml(bytes, { open }, source)
}
