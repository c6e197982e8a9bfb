import { ExtractionFault, type Source } from './extraction.ts'
import { tooDeep } from './read-xml.ts'
import { codepageOfCharset, createByteDecoder } from './rtf-codepages.ts'
import { symbolCharacter } from './symbol-characters.ts'
import { joinStories, linesOfRow, tooMuchText } from './text-builder.ts'

/** Groups whose content is not text of the document. A group that begins with `\*` is skipped too, but for {@link kept}. */
const skipped = new Set(
  (
    'colortbl stylesheet info pict object themedata colorschememapping latentstyles datastore listtable listoverridetable rsidtbl ' +
    'generator xmlnstbl pgdsctbl fldinst filetbl revtbl userprops mmathPr annotation sp shprslt nonshppict xe tc bkmkstart bkmkend ' +
    'ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonesttables'
  ).split(' '),
)
const kept = new Set(['shpinst', 'shptxt', 'listtext', 'pntext', 'footnote'])

const characters: Readonly<Record<string, string>> = {
  emdash: '—',
  endash: '–',
  bullet: '•',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  zwj: '\u200d',
  zwnj: '\u200c',
  ltrmark: '\u200e',
  rtlmark: '\u200f',
}

type StoryName = 'headers' | 'body' | 'notes' | 'footers'

type Group = {
  /** A story, the bullet or number of a paragraph, the table of fonts, or nothing. */
  into: StoryName | 'mark' | 'fonts' | 'nothing'
  fallback: number
  font: number
  inTable: boolean
}

/** A story is one flow of text: the body, the headers and footers, the notes. */
type Story = { lines: string[]; words: string; mark: string; cell: string[]; cells: string[][] }

const newStory = (): Story => ({ lines: [], words: '', mark: '', cell: [], cells: [] })

/**
 * The text of a Rich Text document: headers, body, notes, footers. One pass without recursion. Throws an
 * {@link ExtractionFault} for one that is nested too deep, too long, or cut off.
 */
export function readRtf(source: Source): { text: string; notes: string[] } {
  const { fileName, limits } = source
  const rtf = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength).toString('latin1')
  const stories = { headers: newStory(), body: newStory(), notes: newStory(), footers: newStory() }
  const fonts = new Map<number, number>()
  const bytes = createByteDecoder()
  const groups: Group[] = []
  let group: Group = { into: 'body', fallback: 1, font: -1, inTable: false }
  let codepage = 1252
  let markWords = ''
  let toSkip = 0
  let length = 0
  let deleted = false
  let ended = false
  let at = 0

  const story = (): Story | undefined =>
    group.into === 'mark' || group.into === 'fonts' || group.into === 'nothing' ? undefined : stories[group.into]
  const put = (words: string) => {
    if (words === '') return
    length += words.length
    if (length > limits.characters) throw tooMuchText(fileName, limits.characters)
    const into = story()
    if (into) into.words += words
    else if (group.into === 'mark') markWords += words
  }
  const flush = () => put(bytes.flush())
  const putByte = (byte: number) => {
    if (group.into === 'nothing' || group.into === 'fonts') return
    const page = fonts.get(group.font) ?? codepage
    if (page === SYMBOL) {
      flush()
      put(byte < 0x20 ? '' : symbolCharacter(byte))
    } else {
      put(bytes.add(byte, page))
    }
  }
  const putWords = (end: number) => {
    const words = rtf.slice(at, end)
    const isPlain = fonts.get(group.font) !== SYMBOL && bytes.isIdle() && !/[\u0080-\u00ff]/.test(words)
    if (group.into === 'nothing' || isPlain) {
      if (isPlain) put(words)
      at = end
    } else {
      // In a page of two bytes a letter the second byte is often a plain character.
      for (; at < end; at += 1) putByte(rtf.charCodeAt(at))
    }
  }
  const endParagraph = () => {
    const into = story()
    if (!into) return
    const words = into.mark && into.words.trim() !== '' ? `${into.mark} ${into.words.trimStart()}` : into.words
    const lines = words.split('\n')
    if (group.inTable) into.cell.push(...lines.filter((line) => line.trim() !== ''))
    else into.lines.push(...lines)
    into.words = ''
    into.mark = ''
  }
  const endCell = () => {
    const into = story()
    if (!into) return
    group.inTable = true
    endParagraph()
    into.cells.push(into.cell)
    into.cell = []
  }
  const endRow = () => {
    const into = story()
    if (!into) return
    into.lines.push(...linesOfRow(into.cells))
    into.cells = []
  }
  const endOfGroup = () => {
    flush()
    const closing = group
    const outer = groups.pop()
    if (!outer) {
      ended = true
      return
    }
    if (closing.into !== outer.into && closing.into !== 'body') endParagraph()
    group = outer
    const into = story()
    if (closing.into === 'mark' && into) {
      into.mark = markOf(markWords)
      markWords = ''
    }
    if (groups.length === 0) ended = true
  }

  const control = (word: string, value: number | undefined) => {
    const on = value !== 0
    if (word === 'bin') at += Math.max(0, value ?? 0)
    else if (group.into === 'nothing') return
    else if (skipped.has(word)) group.into = 'nothing'
    else if (word === 'fonttbl') group.into = 'fonts'
    else if (word === 'f') group.font = value ?? -1
    else if (word === 'fcharset' && group.into === 'fonts') {
      const page = value === 2 ? SYMBOL : codepageOfCharset(value ?? 0)
      if (page !== undefined) fonts.set(group.font, page)
    } else if (word === 'ansicpg') codepage = value ?? codepage
    else if (word === 'mac') codepage = 10_000
    else if (word === 'pca' || word === 'pc') codepage = 850
    else if (word === 'uc') group.fallback = Math.max(0, Math.min(value ?? 1, 8))
    else if (word === 'deleted' && on) {
      deleted = true
      group.into = 'nothing'
    } else if (word === 'listtext' || word === 'pntext') {
      group.into = 'mark'
      markWords = ''
    } else if (/^(header|footer)[lrf]?$/.test(word)) group.into = word.startsWith('h') ? 'headers' : 'footers'
    else if (word === 'footnote') group.into = 'notes'
    else if (word === 'shptxt' && story()?.words) put('\n')
    else if (word === 'pard') group.inTable = false
    else if (word === 'intbl') group.inTable = on
    else if (word === 'par' || word === 'sect' || word === 'page') endParagraph()
    else if (word === 'cell') endCell()
    else if (word === 'row') endRow()
    else if (word === 'nestcell') put('\t')
    else if (word === 'nestrow' || word === 'line' || word === 'softline') put('\n')
    else if (word === 'tab') put(group.inTable || group.into === 'mark' ? ' ' : '\t')
    else put(characters[word] ?? '')
  }

  while (at < rtf.length && !ended) {
    const code = rtf.charCodeAt(at)
    if (code === OPEN) {
      flush()
      if (groups.length >= limits.depth) throw tooDeep(fileName)
      groups.push(group)
      group = { ...group }
      toSkip = 0
      at += 1
    } else if (code === CLOSE) {
      endOfGroup()
      toSkip = 0
      at += 1
    } else if (code === BACKSLASH) {
      readControl()
    } else if (code === 10 || code === 13 || code === 0) {
      at += 1
    } else if (toSkip > 0) {
      toSkip -= 1
      at += 1
    } else {
      putWords(endOfWords(rtf, at))
    }
  }
  if (!ended) throw cutOff(fileName)
  flush()
  group = { ...group, into: 'body', inTable: false }
  groups.length = 0
  if (stories.body.words !== '') endParagraph()
  const { headers, body, notes, footers } = stories
  notes.lines = notes.lines.map((line) => line.trimStart())
  return {
    text: joinStories([headers, body, notes, footers].map(({ lines, cells }) => [...lines, ...cells.flat()])),
    notes: deleted ? ['Words marked as deleted were left out.'] : [],
  }

  function readControl(): void {
    const next = rtf[at + 1] ?? ''
    if (next === "'") {
      const byte = Number.parseInt(rtf.slice(at + 2, at + 4), 16)
      at += 4
      if (toSkip > 0) toSkip -= 1
      else if (!Number.isNaN(byte)) putByte(byte)
      return
    }
    if (!/[a-zA-Z]/.test(next)) {
      flush()
      at += 2
      if (next === '*') {
        const word = /^\\([a-z]+)/i.exec(rtf.slice(at, at + 40).trimStart())?.[1] ?? ''
        if (!kept.has(word)) group.into = 'nothing'
      } else if (toSkip > 0) toSkip -= 1
      else if (next === '\n' || next === '\r') endParagraph()
      else put(escapes[next] ?? '')
      return
    }
    let end = at + 1
    while (end < rtf.length && isLetter(rtf.charCodeAt(end))) end += 1
    const word = rtf.slice(at + 1, end)
    let after = end
    if (rtf[after] === '-') after += 1
    while (after < rtf.length && isDigit(rtf.charCodeAt(after))) after += 1
    const digits = rtf.slice(end, Math.min(after, end + 12))
    const value = /\d/.test(digits) ? Number(digits) : undefined
    at = rtf[after] === ' ' ? after + 1 : after
    if (word === 'u' && value !== undefined) {
      flush()
      const unit = value & 0xffff
      put(unit >= 0xf000 && unit <= 0xf0ff ? symbolCharacter(unit) : String.fromCharCode(unit))
      toSkip = group.fallback
      return
    }
    if (toSkip > 0 && word !== 'bin') {
      toSkip -= 1
      return
    }
    flush()
    control(word, value)
  }
}

const OPEN = 123
const CLOSE = 125
const BACKSLASH = 92
const SYMBOL = -2

const escapes: Readonly<Record<string, string>> = {
  '\\': '\\',
  '{': '{',
  '}': '}',
  '~': '\u00a0',
  _: '\u2011',
  '\t': '\t',
}

const isLetter = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)
const isDigit = (code: number) => code >= 48 && code <= 57

function endOfWords(rtf: string, from: number): number {
  let end = from
  for (; end < rtf.length; end += 1) {
    const code = rtf.charCodeAt(end)
    if (code === OPEN || code === CLOSE || code === BACKSLASH || code === 10 || code === 13 || code === 0) break
  }
  return end
}

/** A bullet in any font is `•`; a number keeps its words. */
function markOf(words: string): string {
  const mark = words.trim()
  if (mark === '') return ''
  return /^(\p{L}|\p{N}|[([])/u.test(mark) && !/^[o§]$/.test(mark) ? mark : '•'
}

const cutOff = (fileName: string) =>
  new ExtractionFault(
    'truncated',
    `“${fileName}” stops before its end: part of the file is missing. Copy or download it again.`,
  )
