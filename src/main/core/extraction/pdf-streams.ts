import { inflateSync } from 'node:zlib'
import { isTooLong, tooLargeInside } from './archive.ts'
import type { Source } from './extraction.ts'

const STREAM = Buffer.from('stream')
const END_STREAM = Buffer.from('endstream')
/** How far before `stream` its dictionary is looked for. */
const DICTIONARY = 2_000

/**
 * Inflates each compressed stream of a PDF under a cap, before the PDF is read, and throws when one would grow past it: the reader itself
 * has no bound. Pictures are passed over, for they are large in honest files and never opened for their text.
 */
export function checkPdfStreams(source: Source): void {
  const { fileName, limits } = source
  const bytes = Buffer.from(source.bytes.buffer, source.bytes.byteOffset, source.bytes.byteLength)
  for (let at = bytes.indexOf(STREAM); at !== -1; at = bytes.indexOf(STREAM, at + STREAM.length)) {
    let start = at + STREAM.length
    if (bytes[start] === 0x0d) start += 1
    if (bytes[start] === 0x0a) start += 1
    // A stream of zlib begins with these; with ASCII or LZW filters before it growth is small.
    if (((bytes[start] ?? 0) & 0x0f) !== 8) continue
    const end = bytes.indexOf(END_STREAM, start)
    if (end === -1) return
    const dictionary = bytes.toString('latin1', Math.max(0, at - DICTIONARY), at)
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1)
    if (!/\/Subtype\s*\/Image\b/.test(own)) checkOne(bytes.subarray(start, end))
    at = end
  }

  function checkOne(packed: Buffer): void {
    try {
      inflateSync(packed, { maxOutputLength: limits.inflatedBytes })
    } catch (error) {
      if (isTooLong(error)) throw tooLargeInside(fileName, limits.inflatedBytes)
      // Not a stream of zlib after all, or a damaged one: for the reader to judge.
    }
  }
}
