import { deflateSync } from 'node:zlib'
import type { PdfKitDocument, PdfReference } from './pdfmake-types.ts'

const OBJECTS_A_STREAM = 200
const NAME_ESCAPES = /[^\x21-\x7e]|[#()<>[\]{}/%]/g
const STRING_ESCAPES: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\b': '\\b',
  '\f': '\\f',
  '\\': '\\\\',
  '(': '\\(',
  ')': '\\)',
}

function writeString(text: string): string {
  const isWide = /[^\0-\x7f]/.test(text)
  const bytes = isWide ? Buffer.from(`\ufeff${text}`, 'utf16le').swap16().toString('latin1') : text
  return `(${bytes.replace(/[\n\r\t\b\f()\\]/g, (character) => STRING_ESCAPES[character] ?? character)})`
}

function writeDate(date: Date): string {
  return `(D:${date.toISOString().slice(0, 19).replace(/[-T:]/g, '')}Z)`
}

/** Writes a value as pdfkit does; pdfkit does not export its own. */
function writeValue(value: unknown): string {
  if (typeof value === 'string') {
    return `/${value.replace(NAME_ESCAPES, (character) => `#${character.charCodeAt(0).toString(16).padStart(2, '0')}`)}`
  }
  if (typeof value === 'number') return String(Math.round(value * 1e6) / 1e6)
  if (value instanceof String) return writeString(value.valueOf())
  if (value instanceof Uint8Array) return `<${Buffer.from(value).toString('hex')}>`
  if (value instanceof Date) return writeDate(value)
  if (Array.isArray(value)) return `[${value.map(writeValue).join(' ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  // References and trees write themselves.
  if (value.toString !== Object.prototype.toString) return String(value)
  const entries = Object.entries(value).filter(([, entry]) => entry !== undefined)
  return `<<${entries.map(([key, entry]) => `/${key} ${writeValue(entry)}`).join('')}>>`
}

function isOutsideStreams(reference: PdfReference): boolean {
  const { Type: type, Filter: filter } = reference.data ?? {}
  return type === 'Catalog' || type === 'Metadata' || filter === 'Standard'
}

/**
 * Packs the small objects of a document, of which a tagged one has tens of thousands, into compressed object streams (PDF 1.5):
 * the file is smaller by a third. It restates how pdfkit 0.19.1 ends a file.
 */
export function useObjectStreams(document: PdfKitDocument): void {
  const places = new Map<number, readonly [number, number]>()
  const makeReference = document.ref.bind(document)
  let stream: PdfReference | null = null
  let packed: [number, string][] = []

  const flush = () => {
    if (!stream) return
    const bodies = packed.map(([, body]) => Buffer.from(`${body}\n`, 'latin1'))
    let offset = 0
    const head = Buffer.from(
      packed
        .map(([id], index) => {
          const entry = `${id} ${offset} `
          offset += bodies[index]?.length ?? 0
          return entry
        })
        .join(''),
      'latin1',
    )
    stream.data = { Type: 'ObjStm', N: packed.length, First: head.length }
    for (const chunk of [head, ...bodies]) stream.write(chunk)
    stream.finalize()
    stream = null
    packed = []
  }

  document.ref = (data) => {
    const reference = makeReference(data)
    const finalize = reference.finalize.bind(reference)
    reference.finalize = () => {
      const holdsBytes = Array.isArray(reference.buffer) && reference.buffer.length > 0
      if (holdsBytes || isOutsideStreams(reference)) {
        finalize()
        return
      }
      stream ??= makeReference({})
      places.set(reference.id, [stream.id, packed.length])
      reference.offset = 0
      packed.push([reference.id, writeValue(reference.data)])
      if (packed.length >= OBJECTS_A_STREAM) flush()
      document._refEnd(reference)
    }
    return reference
  }
  const end = document.end.bind(document)
  document.end = () => {
    end()
    flush()
  }
  document._finalize = () => {
    const start = document._offset
    const id = document._offsets.length + 1
    const table = Buffer.alloc((id + 1) * 8)
    table.writeUInt16BE(65535, 6)
    for (let object = 1; object <= id; object += 1) {
      const at = object * 8
      const place = places.get(object)
      if (place) {
        table[at] = 2
        table.writeUInt32BE(place[0], at + 2)
        table.writeUInt16BE(place[1], at + 6)
      } else {
        table[at] = 1
        table.writeUIntBE(object === id ? start : (document._offsets[object - 1] ?? 0), at + 1, 5)
      }
    }
    const bytes = deflateSync(table)
    const trailer = {
      Type: 'XRef',
      Size: id + 1,
      W: [1, 5, 2],
      Root: document._root,
      Info: document._info,
      ID: [document._id, document._id],
      Filter: 'FlateDecode',
      Length: bytes.length,
    }
    for (const line of [
      `${id} 0 obj`,
      writeValue(trailer),
      'stream',
      bytes,
      '\nendstream',
      'endobj',
      'startxref',
      `${start}`,
      '%%EOF',
    ]) {
      document._write(line)
    }
    document.push(null)
  }
}
