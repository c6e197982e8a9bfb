import { sentenceEnds } from './sentences.ts'
import type { Vocabulary } from './vocabulary.ts'

/** A stretch of the source that belongs to a unit (UTF-16 offsets, end exclusive). */
interface Piece {
  start: number
  end: number
}

/** A line, bullet, table cell or paragraph of a plan, wrapped lines joined. */
export interface Unit {
  kind: 'heading' | 'bullet' | 'cell' | 'line'
  pieces: Piece[]
  /** For a cell: the number of its row, and the text of the cell that names who speaks, if the table has one. */
  row: number
  author: string | null
}

/** One statement: its words, and where they stand in the source. */
export interface Statement {
  text: string
  start: number
  end: number
  unit: Unit
  /** For wrapped lines: where each part of `text` begins in the text and in the source. */
  parts: readonly { at: number; source: number }[]
}

const bullet =
  /^(?:[-*•●◦·‣▪■□➢➤►▶✓✔❖–—+>\u{f0b7}\u{f0a7}\u{f0d8}]|o(?=\s)|\(?\d{1,2}[.)](?=\s)|\d{1,2}\.\d{1,2}(?=\s+[A-Z])|\(?[a-z][.)](?=\s)|\(?[ivx]{1,4}[.)](?=\s)|[A-H][.)](?=\s))\s+/u
const separator = /^[\s|:+=_*~─━═–—-]{3,}$/
const endsSentence = /[.!?:;]["'”’)\]]*$/
const endsOpen =
  /(?:[,–—-]|\b(?:and|or|the|a|an|to|of|with|for|in|on|at|by|his|her|their|my|is|are|will|that|from|when|if|as|so|but|be))$/i
const inlineBullet = /\s[•●▪◦➢‣]\s+/

interface Line {
  start: number
  end: number
  indent: number
}

/** The lines of a text, trimmed; empty ones are kept, with equal start and end. */
function linesOf(text: string): Line[] {
  const out: Line[] = []
  let from = 0
  const n = text.length
  while (from <= n) {
    let to = from
    while (to < n) {
      const c = text.charCodeAt(to)
      if (c === 10 || c === 13 || c === 12 || c === 11 || c === 0x2028 || c === 0x2029 || c === 0x85) break
      to++
    }
    let s = from
    let e = to
    let indent = 0
    while (s < e && isSpace(text.charCodeAt(s))) {
      indent += text.charCodeAt(s) === 9 ? 4 : 1
      s++
    }
    while (e > s && isSpace(text.charCodeAt(e - 1))) e--
    out.push({ start: s, end: e, indent })
    if (text.charCodeAt(to) === 13 && text.charCodeAt(to + 1) === 10) to++
    from = to + 1
  }
  return out
}

const isSpace = (code: number): boolean =>
  code === 32 ||
  code === 9 ||
  code === 160 ||
  code === 0xfeff ||
  (code >= 0x2000 && code <= 0x200f) ||
  code === 0x202f ||
  code === 0x3000

/** Cuts a line into cells at pipes, or at tabs; null when it is no table row. */
function cellsOf(text: string, line: Line): Piece[] | null {
  const raw = text.slice(line.start, line.end)
  const mark = raw.includes('|') ? '|' : raw.includes('\t') ? '\t' : null
  if (mark === null) return null
  const cells: Piece[] = []
  let from = 0
  for (let i = 0; i <= raw.length; i++) {
    if (i < raw.length && raw[i] !== mark) continue
    let s = from
    let e = i
    while (s < e && isSpace(raw.charCodeAt(s))) s++
    while (e > s && isSpace(raw.charCodeAt(e - 1))) e--
    if (e > s) cells.push({ start: line.start + s, end: line.start + e })
    from = i + 1
  }
  if (cells.length === 0) return null
  return cells.length > 1 || mark === '|' ? cells : null
}

const plainCell = (text: string, cell: Piece): string =>
  text
    .slice(cell.start, cell.end)
    .toLowerCase()
    .replace(/[*_:?]/g, '')
    .replace(/’/g, "'")
    .replace(/\s+/g, ' ')
    .trim()
const authorHeader =
  /^(?:said by|author|by|who said it|who said this|who|speaker|source|voice|name|role|written by|recorded by|whose view|entry by|completed by|person)$/

/** What a row may be about, rather than who speaks in it. */
const areaOfNeed =
  /^(?:famil(?:y|ies)|friends?|children|relationships?|carers?|partner|parents?|medical|nursing|social|psychology|psychological|housing|ward|team|physical|spiritual|legal|lead|school)$/

/**
 * How wide the text was wrapped, and whether every line stands for itself: text in capitals, or in small letters without full
 * stops, gives no other sign of where a statement ends.
 */
function shapeOf(text: string, lines: readonly Line[]): { width: number; everyLine: boolean } {
  let width = 0
  let full = 0
  let small = 0
  let capitals = 0
  let stopped = 0
  for (const { start, end, indent } of lines) {
    if (end === start) continue
    full++
    width = Math.max(width, Math.min(indent, 12) + end - start)
    const raw = text.slice(start, end)
    if (/[.!?:;]$/.test(raw)) stopped++
    if (!/\p{Ll}/u.test(raw)) capitals++
    else if (/^\P{L}*\p{Ll}/u.test(raw)) small++
  }
  return { width, everyLine: width < 75 && stopped * 4 < full && (capitals * 5 > full * 4 || small * 5 > full * 4) }
}

const pictograph = /^\p{Extended_Pictographic}\ufe0f?\s+(?=\S)/u

/** Pictures that begin two lines or more: bullets of the writer's own. */
function repeatedMarks(text: string, lines: readonly Line[]): ReadonlySet<string> {
  const once = new Set<string>()
  const twice = new Set<string>()
  for (const { start, end } of lines) {
    if (end === start || text.charCodeAt(start) < 0x2000) continue
    const mark = pictograph.exec(text.slice(start, start + 8))?.[0]
    if (mark === undefined) continue
    if (once.has(mark)) twice.add(mark)
    once.add(mark)
  }
  return twice
}

function markOf(raw: string, marks: ReadonlySet<string>): RegExpExecArray | null {
  if (marks.size === 0) return null
  const found = pictograph.exec(raw)
  return found !== null && marks.has(found[0]) ? found : null
}

/** Reads the layout of a plan: lines, bullets, cells, headings; wrapped lines joined. Linear in the text. */
export function readUnits(text: string, vocabulary: Vocabulary): Unit[] {
  const lines = linesOf(text)
  const { width, everyLine } = shapeOf(text, lines)
  const marks = repeatedMarks(text, lines)
  const out: Unit[] = []
  let open: Unit | null = null
  let openIndent = 0
  let previous: Line | null = null
  let row = 0
  let authorColumn = -1
  let columns = 0
  const push = (unit: Unit): void => {
    out.push(unit)
  }
  const isHeader = (cell: Piece): boolean =>
    cell.end - cell.start < 40 && vocabulary.has('voice.headerCells', plainCell(text, cell))
  for (const line of lines) {
    if (line.start === line.end) {
      open = null
      previous = null
      continue
    }
    const raw = text.slice(line.start, line.end)
    if (separator.test(raw)) {
      open = null
      previous = null
      continue
    }
    const mark = bullet.exec(raw) ?? markOf(raw, marks)
    const body: Line = mark === null ? line : { start: line.start + mark[0].length, end: line.end, indent: line.indent }
    const cells = cellsOf(text, body)
    if (cells !== null) {
      open = null
      previous = null
      row++
      let lead = 0
      while (lead < cells.length && isHeader(cells[lead] ?? { start: 0, end: 99 })) lead++
      const first = cells[0]
      const last = cells[lead - 1]
      let rest = cells
      if (lead >= 2 && first !== undefined && last !== undefined) {
        push({ kind: 'heading', pieces: [{ start: first.start, end: last.end }], row, author: null })
        authorColumn = lead === cells.length ? cells.findIndex((cell) => authorHeader.test(plainCell(text, cell))) : -1
        columns = cells.length
        rest = cells.slice(lead)
      }
      const author =
        authorColumn >= 0 && cells.length === columns && rest === cells
          ? text.slice(cells[authorColumn]?.start ?? 0, cells[authorColumn]?.end ?? 0)
          : null
      const named =
        author ??
        (rest.length >= 2 &&
        rest[0] !== undefined &&
        rest[0].end - rest[0].start < 50 &&
        !areaOfNeed.test(plainCell(text, rest[0]))
          ? text.slice(rest[0].start, rest[0].end)
          : null)
      for (const cell of rest) push({ kind: 'cell', pieces: [cell], row, author: named })
      continue
    }
    if (mark === null && open !== null && previous !== null) {
      const before: string = text.slice(previous.start, previous.end)
      const beforeWidth: number = Math.min(previous.indent, 12) + before.length
      const firstWord = /^\S+/.exec(raw)?.[0] ?? ''
      const lower = /^[\p{Ll}(]/u.test(raw) && !/^i(?:['’]|\s|m\b)/.test(raw)
      const wrapped = beforeWidth + 1 + firstWord.length > width && beforeWidth > 30
      const ended = endsSentence.test(before) && !/\b(?:Dr|Mr|Mrs|Ms|St|e\.g|i\.e|approx|No)\.$/.test(before)
      const hanging = open.kind === 'bullet' && line.indent > openIndent
      const joins = everyLine
        ? endsOpen.test(before)
        : hanging
          ? lower || wrapped || endsOpen.test(before)
          : ended
            ? wrapped && lower
            : lower
              ? wrapped || beforeWidth >= 45 || endsOpen.test(before) || open.kind === 'bullet'
              : wrapped && beforeWidth > 40
      if (joins || (hanging && ended && !everyLine)) {
        open.pieces.push({ start: line.start, end: line.end })
        previous = line
        continue
      }
    }
    if (body.start >= body.end) continue
    const unit: Unit = { kind: mark === null ? 'line' : 'bullet', pieces: [], row: 0, author: null }
    // Bullets pasted into one line part it.
    let rest = text.slice(body.start, body.end)
    let at = body.start
    for (let cut = inlineBullet.exec(rest); cut !== null; cut = inlineBullet.exec(rest)) {
      push({ kind: 'bullet', pieces: [{ start: at, end: at + cut.index }], row: 0, author: null })
      at += cut.index + cut[0].length
      rest = text.slice(at, body.end)
    }
    unit.pieces.push({ start: at, end: body.end })
    push(unit)
    open = unit
    openIndent = line.indent
    previous = line
  }
  for (const unit of out)
    if (unit.kind === 'line') {
      const only = unit.pieces[0]
      if (
        unit.pieces.length === 1 &&
        only !== undefined &&
        only.end - only.start <= 70 &&
        !/[.!?]$/.test(text.slice(only.start, only.end))
      )
        unit.kind = 'heading'
    }
  return out
}

/** The statements of the units, in order. */
export function readStatements(source: string, units: readonly Unit[]): Statement[] {
  const out: Statement[] = []
  for (const unit of units) {
    const map: { at: number; source: number }[] = []
    const words: string[] = []
    let at = 0
    let joined = true
    for (const piece of unit.pieces) {
      if (!joined) {
        words.push(' ')
        at++
      }
      map.push({ at, source: piece.start })
      words.push(source.slice(piece.start, piece.end))
      at += piece.end - piece.start
      // A hyphen at the end of a line joins: "self-" and "harm".
      joined = /\p{L}-$/u.test(source.slice(piece.end - 2, piece.end))
    }
    const text = words.join('')
    let from = 0
    for (const end of unit.kind === 'heading' ? [text.length] : sentenceEnds(text)) {
      let s = from
      let e = end
      while (s < e && isSpace(text.charCodeAt(s))) s++
      while (e > s && isSpace(text.charCodeAt(e - 1))) e--
      from = end
      if (e <= s || !/[\p{L}\p{N}]/u.test(text.slice(s, e))) continue
      const parts = map.length === 1 ? [{ at: 0, source: (map[0]?.source ?? 0) + s }] : partsFrom(map, s, e)
      const statement: Statement = { text: text.slice(s, e), start: 0, end: 0, unit, parts }
      statement.start = toSource(statement, 0)
      statement.end = toSource(statement, e - s - 1) + 1
      out.push(statement)
    }
  }
  return out
}

function partsFrom(
  map: readonly { at: number; source: number }[],
  s: number,
  e: number,
): { at: number; source: number }[] {
  const out: { at: number; source: number }[] = []
  for (let i = 0; i < map.length; i++) {
    const here = map[i]
    const next = map[i + 1]
    if (here === undefined || here.at >= e || (next !== undefined && next.at <= s)) continue
    out.push(here.at >= s ? { at: here.at - s, source: here.source } : { at: 0, source: here.source + s - here.at })
  }
  return out
}

/** Where an offset of a statement's text stands in the source. */
export function toSource(statement: Statement, offset: number): number {
  const { parts } = statement
  let found = parts[0]
  for (const part of parts) if (part.at <= offset) found = part
  return found === undefined ? offset : found.source + offset - found.at
}
