import { damaged, type Archive } from './archive.ts'
import { targetsOf } from './archive-parts.ts'
import { createNumbering, noNumbering, type Numbering } from './docx-numbering.ts'
import { type Source } from './extraction.ts'
import { readXml, type XmlAttributes } from './read-xml.ts'
import { symbolCharacter } from './symbol-characters.ts'
import { createTextBuilder, joinStories } from './text-builder.ts'

/** Elements whose content is not part of the text as it stands: text moved away, the older copy of a shape, notes of the program. */
const skipped = new Set(['w:moveFrom', 'w:del', 'mc:Fallback', 'w:instrText', 'w:rt', 'w:pPrChange', 'w:rPrChange'])

/**
 * The text of a Word document (.docx and its relatives): headers, body, footnotes and endnotes, footers. Deleted text and comments
 * are left out, and said so. Nothing outside the archive is ever read.
 */
export function readDocx(archive: Archive, source: Source): { text: string; notes: string[] } {
  const { fileName } = source
  const main =
    targetsOf(archive, '', source).find((part) => part.type === 'officeDocument')?.path ?? 'word/document.xml'
  const body = archive.read(main)
  if (!body) throw damaged(fileName)
  const parts = targetsOf(archive, main, source)
  const partOf = (type: string) => {
    const path = parts.find((part) => part.type === type)?.path
    return path === undefined ? undefined : archive.read(path)
  }
  const numbering = createNumbering(partOf('numbering'), partOf('styles'), source)
  const seen = { deleted: false }
  const linesOf = (type: string) => {
    const stories = new Map<string, string[]>()
    for (const part of parts) {
      const bytes = part.type === type ? archive.read(part.path) : undefined
      const lines = bytes ? readPart(bytes, noNumbering, source, seen) : []
      // Sections repeat the headers of the one before.
      stories.set(lines.join('\n'), lines)
    }
    return [...stories.values()].flat()
  }

  const stories = [
    linesOf('header'),
    readPart(body, numbering, source, seen),
    linesOf('footnotes').map((line) => line.trimStart()),
    linesOf('endnotes').map((line) => line.trimStart()),
    linesOf('footer'),
  ]
  const notes: string[] = []
  if (seen.deleted) notes.push('Words marked as deleted were left out.')
  if (parts.some((part) => part.type === 'comments')) notes.push('Comments in the margin were left out.')
  if (archive.names().some((name) => name.endsWith('vbaProject.bin')))
    notes.push('The file holds macros: they were not run.')
  return { text: joinStories(stories), notes }
}

function readPart(bytes: Uint8Array, numbering: Numbering, source: Source, seen: { deleted: boolean }): string[] {
  const builder = createTextBuilder(source)
  let skipping = 0
  let inRun = 0
  let inWords = false
  let format = { style: '', list: '', level: 0 }

  const open = (name: string, attributes: XmlAttributes) => {
    if (skipping > 0 || skipped.has(name)) {
      if (name === 'w:del' || name === 'w:moveFrom') seen.deleted = true
      skipping += 1
      return
    }
    switch (name) {
      case 'w:p':
        format = { style: '', list: '', level: -1 }
        return builder.openParagraph()
      case 'w:pStyle':
        format.style = attributes('val') ?? ''
        return
      case 'w:numId':
        format.list = attributes('val') ?? ''
        return
      case 'w:ilvl':
        format.level = Number(attributes('val'))
        return
      case 'w:r':
        inRun += 1
        return
      case 'w:t':
        inWords = true
        return
      case 'w:tab':
        // The same name describes tab stops inside the paragraph's properties.
        return inRun > 0 ? builder.tab() : undefined
      case 'w:ptab':
        return builder.tab()
      case 'w:br':
      case 'w:cr':
        return builder.lineBreak()
      case 'w:noBreakHyphen':
        return builder.words('\u2011')
      case 'w:sym':
        return builder.words(symbolCharacter(Number.parseInt(attributes('char') ?? '', 16)))
      case 'w:tr':
        return builder.openRow()
      case 'w:tc':
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
    switch (name) {
      case 'w:pPr':
        builder.mark(numbering.markOf(format))
        return
      case 'w:p':
        return builder.closeParagraph()
      case 'w:r':
        inRun -= 1
        return
      case 'w:t':
        inWords = false
        return
      case 'w:tr':
        return builder.closeRow()
      case 'w:tc':
        return builder.closeCell()
      default:
        return
    }
  }

  readXml(
    bytes,
    { open, close, text: (words) => (inWords && skipping === 0 ? builder.words(words) : undefined) },
    source,
  )
  return builder.finish()
}
