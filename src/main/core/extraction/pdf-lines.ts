/** A run of characters on a page: place and size in points, from the lower left corner, and whether the line ends after it. */
export type PdfWord = { words: string; x: number; y: number; width: number; height: number; ends: boolean }

/** A gap wider than this many times the height of the letters is a step to the next column. */
const COLUMN_GAP = 0.9
/** Two runs are on one line when their feet are nearer than this many times the height of the letters. */
const SAME_LINE = 0.4
/** A step down of more than this many times the height of the letters leaves an empty line. */
const NEW_BLOCK = 1.9

/** The lines of a page, in the order in which the page draws them: tabs where columns begin, an empty line where space is left. */
export function linesOfPage(runs: readonly PdfWord[]): string[] {
  const lines: string[] = []
  let line = ''
  let last: PdfWord | undefined

  const endLine = () => {
    const trimmed = plain(line)
    if (trimmed !== '') lines.push(trimmed)
    line = ''
  }
  for (const run of runs) {
    if (run.words.trim() === '') {
      // Blank runs are the reader's guesses at spaces; their width tells nothing that the next run does not.
      if (run.words !== '' && line !== '' && !line.endsWith(' ')) line += ' '
      continue
    }
    const height = Math.max(run.height, last?.height ?? 0, 1)
    if (last) {
      const drop = last.y - run.y
      const gap = run.x - (last.x + last.width)
      if (Math.abs(drop) > height * SAME_LINE) {
        endLine()
        if (drop > height * NEW_BLOCK) lines.push('')
      } else if (gap > height * COLUMN_GAP && !isMark(line)) line = `${line.trimEnd()}\t`
      else if (gap > height * 0.15 && line !== '' && !/\s$/.test(line)) line += ' '
    }
    line += run.words
    last = run
  }
  endLine()
  return lines
}

/** Bullets and numbers stand apart from their words; the gap is no column. */
const isMark = (line: string) => /(^|\t)\s*(\P{L}|o|\(?(\d+|[a-zA-Z]|[ivx]+)[.)])\s*$/u.test(line)

/** Bullets in any font, and characters that only some fonts know, as plain ones. */
const plain = (line: string) =>
  line
    .replace(/(^|\t)\s*[\u2022\u25cf\u25aa\u25e6\u2023\uf0b7\uf0a7\u00b7\u2219]\s*/gu, '$1• ')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()
