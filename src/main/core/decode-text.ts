/** Plain text and the encoding it was found to be in. */
export type Decoded = { text: string; encoding: 'UTF-8' | 'UTF-16 LE' | 'UTF-16 BE' | 'Windows-1252' }

/** How much of a file is looked at to tell UTF-16 without a mark: enough for any text to show itself. */
const SAMPLE = 64 * 1024

/**
 * Decodes a text file: UTF-8 and UTF-16 with or without a byte-order mark, else Windows-1252 (smart quotes and all). Line ends become
 * `\n`. Undefined for bytes that are no text: those with a NUL that UTF-16 does not explain.
 */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const encoding = encodingOf(bytes)
  if (!encoding) return undefined
  const label = encoding === 'Windows-1252' ? 'windows-1252' : encoding.replace(' ', '').toLowerCase()
  const text = new TextDecoder(label).decode(bytes)
  return { text: text.replace(/\r\n?/g, '\n'), encoding }
}

/** Whether bytes could be text: no NUL, or UTF-16 in a pattern that text makes. */
export function looksLikeText(bytes: Uint8Array): boolean {
  return markedUtf16(bytes) !== undefined || !bytes.includes(0) || bareUtf16(bytes) !== undefined
}

function encodingOf(bytes: Uint8Array): Decoded['encoding'] | undefined {
  const marked = markedUtf16(bytes)
  if (marked) return marked
  if (bytes.includes(0)) return bareUtf16(bytes)
  return isUtf8(bytes) ? 'UTF-8' : 'Windows-1252'
}

function markedUtf16(bytes: Uint8Array): 'UTF-16 LE' | 'UTF-16 BE' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'UTF-16 LE'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'UTF-16 BE'
  return undefined
}

/** UTF-16 without a mark: blanks, line ends and letters of English are a zero byte and a printable one, always the same way round. */
function bareUtf16(bytes: Uint8Array): 'UTF-16 LE' | 'UTF-16 BE' | undefined {
  const length = Math.min(bytes.length, SAMPLE) & ~1
  if (length < 4 || bytes.length % 2 === 1) return undefined
  let littleEndian = 0
  let bigEndian = 0
  for (let at = 0; at < length; at += 2) {
    const first = bytes[at] ?? 0
    const second = bytes[at + 1] ?? 0
    if (first === 0 && second === 0) return undefined
    if (second === 0) {
      if (!isPlain(first)) return undefined
      littleEndian += 1
    } else if (first === 0) {
      if (!isPlain(second)) return undefined
      bigEndian += 1
    }
  }
  const pairs = length / 2
  if (littleEndian > pairs / 2 && bigEndian === 0) return 'UTF-16 LE'
  if (bigEndian > pairs / 2 && littleEndian === 0) return 'UTF-16 BE'
  return undefined
}

const isPlain = (byte: number) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
