/** Names that are devices on Windows, whatever follows the first dot. */
const deviceName = /^(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])$/i

/** Characters that no system shows or that turn the words around: controls, direction marks, halves of characters. */
const unseen =
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]|\p{Surrogate}/gu

/** Longest name, in UTF-16 units and in bytes of UTF-8: systems stop at 255 of one or the other, and a copy needs room for “ (2)”. */
const MOST_UNITS = 150
const MOST_BYTES = 230
/** Longest extension that is worth keeping when the rest is cut. */
const MOST_EXTENSION = 12

/**
 * A file name that every system can keep, as near as can be to the one given: readable words stay, and so does the extension. `file` where
 * nothing is left. Never a path, a device, a hidden file or a name that reads other than it is.
 */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\t\r\n]+/g, ' ')
    .replace(unseen, '')
    .replace(/[<>:"/\\|?*]+/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^[-. ]+|[. ]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const extension = dot > 0 && plain.length - dot <= MOST_EXTENSION ? plain.slice(dot) : ''
  const stem = cut(dot > 0 && extension !== '' ? plain.slice(0, dot) : plain, extension).replace(/[. ]+$/, '')
  if (stem === '') return `file${extension}`
  const isDevice = deviceName.test((stem.split('.')[0] ?? '').trim())
  return `${isDevice ? '_' : ''}${stem}${extension}`
}

/** As many whole characters of the stem as fit together with the extension. */
function cut(stem: string, extension: string): string {
  let units = extension.length
  let bytes = bytesOf(extension)
  let kept = ''
  for (const character of stem) {
    units += character.length
    bytes += bytesOf(character)
    if (units > MOST_UNITS || bytes > MOST_BYTES) break
    kept += character
  }
  return kept
}

function bytesOf(text: string): number {
  let bytes = 0
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
  }
  return bytes
}
