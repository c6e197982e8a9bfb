/** What a paragraph of a .doc file is marked with: in a table, the end of a row of one, its list (0 for none) and level. */
export type DocParagraph = { inTable: boolean; endsRow: boolean; list: number; level: number }

/** Looks up the properties of the paragraph that ends at a place in the file. */
export type DocParagraphs = { at: (filePlace: number) => DocParagraph }

type Run = DocParagraph & { from: number; to: number }

const PAGE = 512
/** Codes of properties (MS-DOC 2.6.2). */
const IN_TABLE = 0x2416
const ENDS_ROW = 0x2417
const LIST = 0x460b
const LIST_LEVEL = 0x260a
const plain: DocParagraph = { inTable: false, endsRow: false, list: 0, level: 0 }

/**
 * Reads the properties of paragraphs (MS-DOC 2.9.7 PlcBtePapx and PapxFkp): formatted pages of 512 bytes in the document stream, found
 * through a list in the table stream. A page that makes no sense is passed over: the text then lacks a mark, never a word.
 */
export function readParagraphs(document: Buffer, table: Buffer): DocParagraphs {
  const from = document.readUInt32LE(0x102)
  const length = document.readUInt32LE(0x106)
  const list = table.subarray(from, from + length)
  const count = Math.floor((list.length - 4) / 8)
  const runs: Run[] = []
  for (let index = 0; index < count; index += 1) {
    const page = list.readUInt32LE((count + 1) * 4 + index * 4) & 0x3fffff
    const bytes = document.subarray(page * PAGE, (page + 1) * PAGE)
    if (bytes.length === PAGE) readPage(bytes, runs)
  }
  runs.sort((a, b) => a.from - b.from)
  return { at: (place) => find(runs, place) }
}

function readPage(page: Buffer, runs: Run[]): void {
  const count = page.readUInt8(PAGE - 1)
  if ((count + 1) * 4 + count * 13 > PAGE) return
  for (let index = 0; index < count; index += 1) {
    const at = page.readUInt8((count + 1) * 4 + index * 13) * 2
    const paragraph = { ...plain }
    if (at > 0 && at + 2 < PAGE) {
      const short = page.readUInt8(at)
      const start = short === 0 ? at + 2 : at + 1
      const end = short === 0 ? start + page.readUInt8(at + 1) * 2 : start + short * 2 - 1
      // The first two bytes name the paragraph's style.
      readProperties(page.subarray(start + 2, Math.min(end, PAGE)), paragraph)
    }
    runs.push({ ...paragraph, from: page.readUInt32LE(index * 4), to: page.readUInt32LE(index * 4 + 4) })
  }
}

/** How many bytes the operand of a property takes, by the top three bits of its code; 6 says so itself. */
const operands = [1, 1, 2, 4, 2, 2, -1, 3] as const

function readProperties(bytes: Buffer, paragraph: DocParagraph): void {
  for (let at = 0; at + 2 < bytes.length;) {
    const code = bytes.readUInt16LE(at)
    at += 2
    const size = operands[(code >> 13) & 7] ?? 1
    if (at + Math.max(1, size) > bytes.length) return
    if (code === IN_TABLE) paragraph.inTable = bytes.readUInt8(at) !== 0
    else if (code === ENDS_ROW) paragraph.endsRow = bytes.readUInt8(at) !== 0
    else if (code === LIST) paragraph.list = bytes.readUInt16LE(at)
    else if (code === LIST_LEVEL) paragraph.level = bytes.readUInt8(at)
    at += size === -1 ? bytes.readUInt8(at) + 1 : size
  }
}

function find(runs: readonly Run[], place: number): DocParagraph {
  let low = 0
  let high = runs.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const run = runs[middle]
    if (!run) return plain
    if (place < run.from) high = middle - 1
    else if (place >= run.to) low = middle + 1
    else return run
  }
  return plain
}
