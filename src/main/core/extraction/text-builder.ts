import { ExtractionFault, type Source } from './extraction.ts'

type Paragraph = { kind: 'paragraph'; mark: string; words: string; held: string[] }
type Row = { kind: 'row'; cells: string[][] }
type Cell = { kind: 'cell'; lines: string[] }
type Frame = Paragraph | Row | Cell

/**
 * Builds the lines of a document or of one of its stories: a line for each paragraph, with its bullet or number; a line for each row of a table, with tabs between
 * the cells. A cell of several paragraphs makes several lines, each in its own column, so that no two paragraphs run together.
 */
export type TextBuilder = {
  openParagraph: () => void
  /** The bullet or number of the open paragraph, without the space that follows it. */
  mark: (mark: string) => void
  words: (words: string) => void
  tab: () => void
  lineBreak: () => void
  closeParagraph: () => void
  openRow: () => void
  closeRow: () => void
  openCell: () => void
  closeCell: () => void
  /** The lines so far. */
  finish: () => string[]
}

/** Starts an empty story. Throws an {@link ExtractionFault} when it grows past the bound on characters. */
export function createTextBuilder({ fileName, limits }: Source): TextBuilder {
  const lines: string[] = []
  const frames: Frame[] = []
  let length = 0

  const top = () => frames.at(-1)
  const inCell = () => frames.some((frame) => frame.kind === 'cell')
  const sink = (): string[] => {
    const frame = frames.findLast((each) => each.kind !== 'row')
    if (frame?.kind === 'paragraph') return frame.held
    return frame?.kind === 'cell' ? frame.lines : lines
  }
  const add = (words: string) => {
    const frame = top()
    if (frame?.kind !== 'paragraph') return
    length += words.length
    if (length > limits.characters) throw tooMuchText(fileName, limits.characters)
    frame.words += words
  }
  const close = <Kind extends Frame['kind']>(kind: Kind): Extract<Frame, { kind: Kind }> | undefined => {
    // A document may close what it never opened; what lies above is then closed with it.
    if (!frames.some((frame) => frame.kind === kind)) return undefined
    for (;;) {
      const frame = frames.pop()
      if (frame?.kind === kind) return frame as Extract<Frame, { kind: Kind }>
    }
  }

  return {
    openParagraph: () => frames.push({ kind: 'paragraph', mark: '', words: '', held: [] }),
    mark: (mark) => {
      const frame = top()
      if (frame?.kind === 'paragraph') frame.mark = mark
    },
    words: add,
    tab: () => add(inCell() ? ' ' : '\t'),
    lineBreak: () => add('\n'),
    closeParagraph: () => {
      const paragraph = close('paragraph')
      if (!paragraph) return
      const words = tidy(paragraph.words)
      const into = sink()
      if (words.trim() !== '' || paragraph.held.length === 0) {
        const marked = paragraph.mark && words.trim() !== '' ? `${paragraph.mark} ${words.trimStart()}` : words
        into.push(...marked.split('\n'))
      }
      for (const line of paragraph.held) into.push(line)
    },
    openRow: () => frames.push({ kind: 'row', cells: [] }),
    closeRow: () => {
      const row = close('row')
      if (!row) return
      const into = sink()
      for (const line of linesOfRow(row.cells)) into.push(line)
    },
    openCell: () => frames.push({ kind: 'cell', lines: [] }),
    closeCell: () => {
      const cell = close('cell')
      if (!cell) return
      const row = top()
      const filled = cell.lines.filter((line) => line.trim() !== '')
      if (row?.kind === 'row') row.cells.push(filled)
    },
    finish: () => lines,
  }
}

/** The lines of a row: the first paragraphs of its cells with tabs between them, then the second ones, and so on. */
export function linesOfRow(cells: readonly (readonly string[])[]): string[] {
  // A table of one column is a frame around text, not a table.
  const [first, ...rest] = cells
  if (first && rest.every((cell) => cell.length === 0)) return [...first]
  const height = Math.max(0, ...cells.map((cell) => cell.length))
  return Array.from({ length: height }, (_, index) =>
    cells
      .map((cell) => cell[index] ?? '')
      .join('\t')
      .trimEnd(),
  )
}

/** Lines as one text that ends in a newline: no blanks at the end of a line, no two empty lines together, none at either end. */
function joinLines(lines: readonly string[]): string {
  const kept: string[] = []
  for (const line of lines) {
    const trimmed = line.trimEnd()
    if (trimmed !== '' || (kept.length > 0 && kept.at(-1) !== '')) kept.push(trimmed)
  }
  if (kept.at(-1) === '') kept.pop()
  return kept.length === 0 ? '' : `${kept.join('\n')}\n`
}

/** The stories of a document (headers, body, notes, footers) as one text, with an empty line between them. A story is a list of lines. */
export const joinStories = (stories: readonly (readonly string[])[]): string =>
  joinLines(stories.flatMap((lines) => ['', ...lines]))

/** The fault of a file with more text than the bound. */
export const tooMuchText = (fileName: string, characters: number): ExtractionFault =>
  new ExtractionFault(
    'too-large',
    `“${fileName}” holds more than ${Math.round(characters / 1_000_000)} million characters of text, too many to read. Save the pages you need as a new file.`,
  )

// Control characters mean nothing in a text, and some editors and terminals act on them.
// oxlint-disable-next-line no-control-regex
const tidy = (words: string) => words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '')
