/** A run of characters on a page: place and size in points, from the lower left corner. */
export type PdfRun = {
  words: string
  x: number
  y: number
  width: number
  height: number
  /** The content of the page's structure that it belongs to. */
  id?: string
  /** Whether it is marked as page furniture: headers, footers, page numbers. */
  isFurniture: boolean
}

/** A gap wider than this many times the height of the letters is a step to the next column. */
const COLUMN_GAP = 0.9
/** A gap wider than this many times the height of the letters is a space. */
const WORD_GAP = 0.15
/** Two runs are on one line when their feet are nearer than this many times the height of the letters. */
const SAME_LINE = 0.4
/** A raised or lowered number may stand further off, when it is smaller and close by. */
const RAISED = 0.7
/** A step down of more than this many times the height of the letters leaves an empty line. */
const NEW_BLOCK = 1.9

/** Runs as lines, in the order in which the page draws them: tabs where columns begin, an empty line where space is left. */
export function linesOfRuns(runs: readonly PdfRun[]): string[] {
  const lines: string[] = []
  let line = ''
  let start = 0
  let last: PdfRun | undefined

  const endLine = () => {
    const trimmed = plain(line)
    if (trimmed !== '') lines.push(trimmed)
    line = ''
  }
  for (const run of runs) {
    if (run.words.trim() === '') {
      // Blank runs are the reader's guesses at spaces; how wide the gap is, the next run tells.
      if (run.words !== '' && line !== '' && !line.endsWith(' ')) line += ' '
      continue
    }
    const step = last ? stepTo(run, last) : 'line'
    if (step === 'line' || step === 'block') {
      endLine()
      start = run.x
      if (step === 'block') lines.push('')
    }
    if (step === 'same' && run.x + run.width <= start) {
      // The number of a list, drawn after the words that it stands before.
      line = `${run.words.trimEnd()} ${line.trimStart()}`
      start = run.x
      continue
    }
    if (step === 'column' && !endsInMark(line)) line = `${line.trimEnd()}\t`
    else if (step !== 'line' && step !== 'block' && step !== 'same' && !/\s$/.test(line)) line += ' '
    line += run.words
    last = run
  }
  endLine()
  return lines
}

/** How the page steps from one run to the next. */
function stepTo(run: PdfRun, last: PdfRun): 'same' | 'word' | 'column' | 'line' | 'block' {
  const height = Math.max(run.height, last.height, 1)
  const drop = last.y - run.y
  const gap = run.x - (last.x + last.width)
  const isRaised =
    Math.abs(drop) < height * RAISED && Math.min(run.height, last.height) < height * 0.8 && Math.abs(gap) < height * 0.5
  if (Math.abs(drop) > height * SAME_LINE && !isRaised) return drop > height * NEW_BLOCK ? 'block' : 'line'
  if (gap > height * COLUMN_GAP) return 'column'
  return gap > height * WORD_GAP ? 'word' : 'same'
}

/** Bullets and numbers stand apart from their words; the gap is no column. */
const endsInMark = (line: string) => /(^|\t)\s*(\P{L}|o|\(?(\d+|[a-zA-Z]|[ivx]+)[.)])\s*$/u.test(line)

/** Bullets in any font, and characters that only some fonts know, as plain ones. */
const plain = (line: string) =>
  line
    .replace(/(^|\t)\s*[\u2022\u25cf\u25aa\u25e6\u25cb\u2023\uf0b7\uf0a7\u00b7\u2219]\s*/gu, '$1• ')
    // oxlint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g, '')
    .replace(/ {2,}/g, ' ')
    .replace(/ \t|\t /g, '\t')
    .trim()
