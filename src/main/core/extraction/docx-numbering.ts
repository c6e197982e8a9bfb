import type { Source } from './extraction.ts'
import { createListMarks, type ListLevel } from './list-marks.ts'
import { readXml } from './read-xml.ts'

/** What a paragraph says of its place in a list: its style, and its own list and level where it has them. */
type ParagraphFormat = { style: string; list: string; level: number }

/** Works out the bullet or number of each paragraph, in the order of the document. */
export type Numbering = { markOf: (format: ParagraphFormat) => string }

type Style = { basedOn: string; list: string; level: number }

/** Styles are based on each other; more steps than this are a circle. */
const MOST_STEPS = 10

/** No lists: for parts where they are not used. */
export const noNumbering: Numbering = { markOf: () => '' }

/** Reads the definitions of lists and of the styles that carry them. Either part may be missing. */
export function createNumbering(
  numberingPart: Uint8Array | undefined,
  stylesPart: Uint8Array | undefined,
  source: Source,
): Numbering {
  if (!numberingPart) return noNumbering
  const { kinds, lists } = readLists(numberingPart, source)
  const styles = stylesPart ? readStyles(stylesPart, source) : new Map<string, Style>()
  const marks = createListMarks()

  const markOf = (format: ParagraphFormat) => {
    const place = placeOf(format, styles)
    const list = lists.get(place.list)
    if (!list) return ''
    if (list.restarts) {
      marks.restart(list.kind)
      list.restarts = false
    }
    return marks.next(list.kind, place.level, kinds.get(list.kind))
  }
  return { markOf }
}

function placeOf(format: ParagraphFormat, styles: Map<string, Style>): { list: string; level: number } {
  let { list, level } = format
  let style = styles.get(format.style)
  for (let step = 0; style && step < MOST_STEPS && (list === '' || level < 0); step += 1) {
    if (list === '') list = style.list
    if (level < 0) level = style.level
    style = styles.get(style.basedOn)
  }
  return { list, level: level > 0 ? level : 0 }
}

function readLists(bytes: Uint8Array, source: Source) {
  const kinds = new Map<string, Map<number, ListLevel>>()
  const lists = new Map<string, { kind: string; restarts: boolean }>()
  let levels = new Map<number, ListLevel>()
  let level: ListLevel = { format: '', text: '', start: 1 }
  let list = ''
  readXml(
    bytes,
    {
      open: (name, attributes) => {
        const value = attributes('val') ?? ''
        if (name === 'w:abstractNum') {
          levels = new Map()
          list = ''
          kinds.set(attributes('abstractNumId') ?? '', levels)
        } else if (name === 'w:num') list = attributes('numId') ?? ''
        else if (name === 'w:abstractNumId') lists.set(list, { kind: value, restarts: false })
        else if (name === 'w:startOverride') {
          const known = lists.get(list)
          if (known) known.restarts = true
        } else if (list === '' && name === 'w:lvl') {
          level = { format: 'decimal', text: '', start: 1 }
          levels.set(Number(attributes('ilvl')), level)
        } else if (list !== '') return
        else if (name === 'w:numFmt') level.format = value
        else if (name === 'w:lvlText') level.text = value
        else if (name === 'w:start') level.start = Number(value) || 0
      },
    },
    source,
  )
  return { kinds, lists }
}

function readStyles(bytes: Uint8Array, source: Source): Map<string, Style> {
  const styles = new Map<string, Style>()
  let style: Style = { basedOn: '', list: '', level: -1 }
  readXml(
    bytes,
    {
      open: (name, attributes) => {
        const value = attributes('val') ?? ''
        if (name === 'w:style') {
          style = { basedOn: '', list: '', level: -1 }
          styles.set(attributes('styleId') ?? '', style)
        } else if (name === 'w:basedOn') style.basedOn = value
        else if (name === 'w:numId') style.list = value
        else if (name === 'w:ilvl') style.level = Number(value)
      },
    },
    source,
  )
  return styles
}
