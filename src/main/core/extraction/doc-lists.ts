import { createListMarks, type ListLevel } from './list-marks.ts'

/** Gives each paragraph of a .doc file the bullet or number of its list. `list` counts from 1; 0 is none. */
export type DocLists = { markOf: (list: number, level: number) => string }

const KIND = 28
const LEVEL = 28
const USE = 16
/** Formats of numbers (MS-OE376 ST_NumberFormat by number); any other is written in digits. */
const formats: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  23: 'bullet',
  255: 'none',
}

/**
 * Reads the lists of a .doc file (MS-DOC 2.9.191 PlfLst and 2.9.190 PlfLfo). Where they make no sense, every list is one of bullets: the
 * text then has a plainer mark, never a lost word.
 */
export function readLists(document: Buffer, table: Buffer): DocLists {
  let uses: number[] = []
  let kinds = new Map<number, Map<number, ListLevel>>()
  try {
    kinds = readKinds(table, document.readUInt32LE(0x2e2), document.readUInt32LE(0x2e6))
    uses = readUses(table, document.readUInt32LE(0x2ea), document.readUInt32LE(0x2ee))
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  const marks = createListMarks()
  const markOf = (list: number, level: number) => {
    if (list === 0) return ''
    const kind = uses[list - 1]
    const levels = kind === undefined ? undefined : kinds.get(kind)
    return levels ? marks.next(String(kind), level, levels) : '•'
  }
  return { markOf }
}

function readUses(table: Buffer, from: number, length: number): number[] {
  if (length < 4) return []
  const count = Math.min(table.readUInt32LE(from), Math.floor((length - 4) / USE))
  return Array.from({ length: count }, (_, index) => table.readUInt32LE(from + 4 + index * USE))
}

function readKinds(table: Buffer, from: number, length: number): Map<number, Map<number, ListLevel>> {
  const kinds = new Map<number, Map<number, ListLevel>>()
  if (length < 2) return kinds
  const count = Math.min(table.readUInt16LE(from), Math.floor((length - 2) / KIND))
  // The levels follow the list of kinds, in the same order: one for a simple list, else nine.
  let at = from + length
  for (let index = 0; index < count; index += 1) {
    const place = from + 2 + index * KIND
    const levels = new Map<number, ListLevel>()
    kinds.set(table.readUInt32LE(place), levels)
    const depth = (table.readUInt8(place + 26) & 1) === 1 ? 1 : 9
    for (let level = 0; level < depth; level += 1) {
      const words = at + LEVEL + table.readUInt8(at + 24) + table.readUInt8(at + 25)
      const end = words + 2 + table.readUInt16LE(words) * 2
      const text = table.toString('utf16le', words + 2, end)
      levels.set(level, {
        start: table.readUInt32LE(at),
        format: formats[table.readUInt8(at + 4)] ?? 'decimal',
        // A character below 9 stands for the number of that level.
        // oxlint-disable-next-line no-control-regex
        text: text.replace(/[\u0000-\u0008]/g, (digit) => `%${digit.charCodeAt(0) + 1}`),
      })
      at = end
    }
  }
  return kinds
}
