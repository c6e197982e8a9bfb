import type { ErrorCode } from '../../../shared/result.ts'

/** The formats whose text can be read. `text` is any plain text, `csv` among it. */
export type ExtractionFormat = 'text' | 'markdown' | 'csv' | 'docx' | 'doc' | 'odt' | 'rtf' | 'pdf'

/** The text of a file: paragraphs as lines, bullets marked, table rows as lines with tabs between the cells. */
export type Extraction = {
  text: string
  format: ExtractionFormat
  /** How the bytes of a text file were read; absent for the other formats. */
  encoding?: string
  /** Sentences for the reader about what was left out or was not as its name said. Often empty. */
  notes: string[]
}

/** The bounds under which a file is read. */
export type ExtractionLimits = {
  /** Largest file, in bytes. */
  fileBytes: number
  /** Most bytes that may be inflated out of one archive or one compressed stream. */
  inflatedBytes: number
  /** Most entries of an archive. */
  entries: number
  /** Deepest nesting of XML elements or RTF groups. */
  depth: number
  /** Most characters of text. */
  characters: number
  /** Time until the reading is ended, in milliseconds. */
  milliseconds: number
  /** How far the memory of the whole process may grow while the file is read, in bytes. */
  memoryBytes: number
  /** Old-space heap of the worker, in megabytes. It does not bound buffers: `memoryBytes` does. */
  heapMegabytes: number
}

/** The bounds in force unless a caller gives others. A care plan is far below each of them. */
export const extractionLimits: ExtractionLimits = {
  fileBytes: 100_000_000,
  inflatedBytes: 64_000_000,
  entries: 5_000,
  depth: 1_000,
  characters: 20_000_000,
  milliseconds: 10_000,
  memoryBytes: 500_000_000,
  heapMegabytes: 256,
}

/** Why a file could not be read, each with the code that crosses the contract. */
export const faultCodes = {
  missing: 'file-missing',
  unreadable: 'file-unreadable',
  empty: 'refused',
  'no-text': 'refused',
  encrypted: 'refused',
  unsupported: 'refused',
  'not-what-it-says': 'refused',
  unsafe: 'refused',
  truncated: 'damaged',
  damaged: 'damaged',
  'too-large': 'too-large',
  'too-large-inside': 'too-large',
  'too-much-memory': 'too-large',
  'too-slow': 'too-slow',
  cancelled: 'cancelled',
} as const satisfies Record<string, ErrorCode>
export type ExtractionReason = keyof typeof faultCodes

/** A file that cannot be read: the reason, and one sentence for the person that says what happened and what to do. */
export class ExtractionFault extends Error {
  readonly reason: ExtractionReason

  constructor(reason: ExtractionReason, sentence: string) {
    super(sentence)
    this.name = 'ExtractionFault'
    this.reason = reason
  }
}

/** What every reader of a format is given: the bytes, the name to use in sentences, the bounds, and where to report progress (0 to 1). */
export type Source = {
  bytes: Uint8Array
  fileName: string
  limits: ExtractionLimits
  onProgress: (done: number) => void
}
