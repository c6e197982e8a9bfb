/** The end of the text before `index`, on the same line or the one above: at most `most` characters. */
export function textBefore(text: string, index: number, most = 40): string {
  return text.slice(Math.max(0, index - most), index)
}

/** The start of the text after `index`: at most `most` characters. */
export function textAfter(text: string, index: number, most = 40): string {
  return text.slice(index, index + most)
}

/** Where the last match of a pattern ends inside a short text, or -1. The pattern carries the `g` flag. */
export function lastMatchEnd(text: string, pattern: RegExp): number {
  let end = -1
  for (const match of text.matchAll(pattern)) end = match.index + match[0].length
  return end
}
