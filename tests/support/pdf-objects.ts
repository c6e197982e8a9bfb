/** A PDF value: names are strings that begin with a slash, texts are `PdfText`. */
export type PdfValue = number | boolean | null | string | PdfText | PdfReference | PdfValue[] | PdfDictionary

/** A text or hexadecimal string, byte by byte. */
export class PdfText {
  readonly bytes: string

  constructor(bytes: string) {
    this.bytes = bytes
  }

  /** As text: UTF-16 where it says so. */
  get text(): string {
    if (!this.bytes.startsWith('\u00fe\u00ff')) return this.bytes
    return Buffer.from(this.bytes.slice(2), 'latin1').swap16().toString('utf16le')
  }
}

/** A reference to an object. */
export class PdfReference {
  readonly id: number

  constructor(id: number) {
    this.id = id
  }
}

/** A dictionary; a stream's bytes are under `stream`. */
export interface PdfDictionary {
  [key: string]: PdfValue
}

const BLANK = /[\s\0]/
const DELIMITER = /[\s\0()<>[\]{}/%]/
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** Reads values and operators from a piece of PDF, one after the other. */
export class PdfScanner {
  position: number
  private readonly source: string

  constructor(source: string, position = 0) {
    this.source = source
    this.position = position
  }

  /** The next value, or an operator as `{ operator }`; undefined at the end. */
  next(): PdfValue | { operator: string } | undefined {
    this.skipBlanks()
    const { source } = this
    if (this.position >= source.length) return undefined
    const start = source[this.position] ?? ''
    if (start === '/') return this.name()
    if (start === '(') return this.string()
    if (source.startsWith('<<', this.position)) return this.dictionary()
    if (start === '<') return this.hexadecimal()
    if (start === '[') return this.array()
    const reference = /^(\d+) \d+ R(?![\w])/.exec(source.slice(this.position, this.position + 24))
    if (reference) {
      this.position += reference[0].length
      return new PdfReference(Number(reference[1]))
    }
    return this.word()
  }

  /** The next value; throws on an operator. */
  value(): PdfValue {
    const value = this.next()
    if (value === undefined || (typeof value === 'object' && value !== null && 'operator' in value)) {
      throw new Error(`A value was expected at ${this.position}`)
    }
    return value as PdfValue
  }

  private skipBlanks(): void {
    while (BLANK.test(this.source[this.position] ?? 'x')) this.position += 1
  }

  private word(): PdfValue | { operator: string } {
    const begin = this.position
    while (this.position < this.source.length && !DELIMITER.test(this.source[this.position] ?? ' ')) this.position += 1
    const word = this.source.slice(begin, this.position)
    if (word === '') throw new Error(`Not PDF at ${begin}: ${this.source.slice(begin, begin + 20)}`)
    if (/^[+-]?(\d+\.?\d*|\.\d+)(e-?\d+)?$/i.test(word)) return Number(word)
    if (word === 'true' || word === 'false') return word === 'true'
    return word === 'null' ? null : { operator: word }
  }

  private name(): string {
    const begin = this.position
    this.position += 1
    while (this.position < this.source.length && !DELIMITER.test(this.source[this.position] ?? ' ')) this.position += 1
    return this.source.slice(begin, this.position)
  }

  private string(): PdfText {
    let bytes = ''
    let depth = 0
    for (;;) {
      const character = this.source[this.position] ?? ''
      this.position += 1
      if (character === '\\') {
        const escaped = this.source[this.position] ?? ''
        this.position += 1
        bytes += ESCAPES[escaped] ?? escaped
        continue
      }
      if (character === '(' && depth++ === 0) continue
      if (character === ')' && --depth === 0) return new PdfText(bytes)
      if (character === '') throw new Error('A string has no end')
      bytes += character
    }
  }

  private hexadecimal(): PdfText {
    const end = this.source.indexOf('>', this.position)
    const digits = this.source.slice(this.position + 1, end).replace(/\s/g, '')
    this.position = end + 1
    return new PdfText(Buffer.from(digits, 'hex').toString('latin1'))
  }

  private array(): PdfValue[] {
    this.position += 1
    const values: PdfValue[] = []
    for (;;) {
      this.skipBlanks()
      if (this.source[this.position] === ']') {
        this.position += 1
        return values
      }
      values.push(this.value())
    }
  }

  private dictionary(): PdfDictionary {
    this.position += 2
    const entries: PdfDictionary = {}
    for (;;) {
      this.skipBlanks()
      if (this.source.startsWith('>>', this.position)) {
        this.position += 2
        return entries
      }
      entries[this.name().slice(1)] = this.value()
    }
  }
}

/** The objects of a PDF that was made readable (nothing compressed), by its own table of offsets. */
export class PdfObjects {
  readonly trailer: PdfDictionary
  private readonly source: string
  private readonly offsets: number[] = []
  private readonly known = new Map<number, PdfValue>()

  constructor(bytes: Uint8Array) {
    this.source = Buffer.from(bytes).toString('latin1')
    const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(this.source.slice(-64))?.[1])
    const lines = this.source.slice(table).split('\n')
    const count = Number(lines[1]?.split(' ')[1])
    for (let index = 0; index < count; index += 1) this.offsets.push(Number(lines[index + 2]?.slice(0, 10)))
    const scanner = new PdfScanner(this.source, this.source.indexOf('trailer', table) + 7)
    this.trailer = scanner.value() as PdfDictionary
  }

  /** Follows references to the value itself. */
  get(value: PdfValue | undefined): PdfValue {
    if (!(value instanceof PdfReference)) return value ?? null
    const known = this.known.get(value.id)
    if (known !== undefined) return known
    const offset = this.offsets[value.id] ?? 0
    const scanner = new PdfScanner(this.source, offset + `${value.id} 0 obj`.length)
    const found = scanner.value()
    if (isDictionary(found) && /^\s*stream\n/.test(this.source.slice(scanner.position, scanner.position + 10))) {
      const begin = this.source.indexOf('stream\n', scanner.position) + 7
      found['stream'] = new PdfText(this.source.slice(begin, begin + Number(found['Length'])))
    }
    this.known.set(value.id, found)
    return found
  }

  /** A dictionary, whatever stands between; empty where there is none. */
  dictionary(value: PdfValue | undefined): PdfDictionary {
    const found = this.get(value)
    return isDictionary(found) ? found : {}
  }

  /** An array; a single value becomes an array of one. */
  array(value: PdfValue | undefined): PdfValue[] {
    const found = this.get(value)
    if (found === null) return []
    return Array.isArray(found) ? found : [value instanceof PdfReference ? value : found]
  }

  /** A text string, or undefined. */
  text(value: PdfValue | undefined): string | undefined {
    const found = this.get(value)
    return found instanceof PdfText ? found.text : undefined
  }
}

function isDictionary(value: PdfValue): value is PdfDictionary {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof PdfText || value instanceof PdfReference)
  )
}
