import { TextDecoder } from 'node:util'

/** Labels of `TextDecoder` by the number of a Windows code page. */
const labels: Readonly<Record<number, string>> = {
  850: 'windows-1252',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  1254: 'windows-1254',
  1255: 'windows-1255',
  1256: 'windows-1256',
  1257: 'windows-1257',
  1258: 'windows-1258',
  10_000: 'macintosh',
  65_001: 'utf-8',
}

/** Code pages by the character set that an RTF font names. */
const charsets: Readonly<Record<number, number>> = {
  77: 10_000,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
}

/** The code page of a font's character set; undefined where the document's own applies. */
export const codepageOfCharset = (charset: number): number | undefined => charsets[charset]

/** Pages in which a letter may take more than one byte. */
const wide: ReadonlySet<number> = new Set([932, 936, 949, 950, 65_001])

/** Decodes bytes one at a time, holding back the first half of a letter of two bytes. */
export type ByteDecoder = {
  /** The words that the byte completes in this code page; empty while a letter is half read. */
  add: (byte: number, codepage: number) => string
  /** What is left when the run of bytes ends. */
  flush: () => string
  /** Whether no letter is half read. */
  isIdle: () => boolean
}

/** A decoder that keeps one `TextDecoder` for each code page it meets. A page that is not known is read as Windows-1252. */
export function createByteDecoder(): ByteDecoder {
  const decoders = new Map<number, TextDecoder>()
  const one = new Uint8Array(1)
  let current: TextDecoder | undefined
  let page = -1

  const flush = () => {
    const rest = current?.decode() ?? ''
    current = undefined
    page = -1
    return rest
  }
  const add = (byte: number, codepage: number) => {
    // Every page here shares the first 128 characters, and most text is nothing else.
    if (byte < 0x80 && current === undefined) return String.fromCharCode(byte)
    const rest = codepage === page ? '' : flush()
    page = codepage
    current = decoders.get(codepage)
    if (!current) {
      current = new TextDecoder(labels[codepage] ?? 'windows-1252')
      decoders.set(codepage, current)
    }
    one[0] = byte
    const words = rest + current.decode(one, { stream: true })
    if (!wide.has(codepage)) current = undefined
    return words
  }
  return { add, flush, isIdle: () => current === undefined }
}
