const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g
const BLANKS = /[\t\v\f]/g
// Direction marks can make text look like other text, soft hyphens would be drawn everywhere, and the rest has no shape.
const SHAPELESS =
  /(?!\n)\p{Cc}|[\u00ad\u200e\u200f\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu
const LONE_SURROGATES = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g
const NEEDS_WORK = /[^\n\x20-\x7e\xa0-\xac\xae-\xff]/

/**
 * Makes any string fit to be laid out: line ends become `\n`, tabs a space, control characters, direction marks and soft hyphens go,
 * half surrogate pairs become U+FFFD, and the rest is composed (NFC). A zero-width space stays, as a place where a line may break.
 */
export function cleanText(text: string): string {
  if (!NEEDS_WORK.test(text)) return text
  return text
    .replace(LINE_ENDS, '\n')
    .replace(BLANKS, ' ')
    .replace(LONE_SURROGATES, '\ufffd')
    .replace(SHAPELESS, '')
    .normalize('NFC')
}

/** Makes any string fit for a title, bookmark or alternative text: clean, on one line, with no invisible characters. */
export function cleanLabel(text: string): string {
  return cleanText(text)
    .replace(/[\u200b\u2060]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Escapes text for XML. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
