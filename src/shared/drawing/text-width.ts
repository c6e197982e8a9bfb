/**
 * Advance widths of Arial in thousandths of the type size, for the printable ASCII characters from space on: the published metrics
 * of Helvetica, which Arial and Arimo share. Drawings have no page to measure text with.
 */
const regular =
  '278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584'
    .split(' ')
    .map(Number)

/** How wide a text is in Arial at a size, within about 3 percent; bold is taken as 7 percent wider. */
export function textWidth(text: string, size: number, bold = false): number {
  let thousandths = 0
  for (const character of text)
    thousandths += regular[(character.codePointAt(0) ?? 0) - 32] ?? (character === '’' ? 222 : 600)
  return (thousandths / 1000) * size * (bold ? 1.07 : 1)
}

/**
 * A text broken into lines no wider than `width`, at spaces, and inside a word (with a hyphen) only when the word alone is too wide.
 * Beyond `maxLines` the last line ends in "...".
 */
export function wrapText(
  text: string,
  width: number,
  size: number,
  options: { bold?: boolean; maxLines?: number } = {},
) {
  const { bold = false, maxLines = Number.POSITIVE_INFINITY } = options
  const fits = (line: string) => textWidth(line, size, bold) <= width
  const lines: string[] = []
  let line = ''
  for (const word of text
    .split(/\s+/)
    .filter((part) => part !== '')
    .flatMap((part) => splitWord(part, fits))) {
    const joined = line === '' ? word : `${line} ${word}`
    if (fits(joined)) line = joined
    else {
      if (line !== '') lines.push(line)
      line = word
    }
  }
  if (line !== '') lines.push(line)
  return lines.length <= maxLines ? lines : shorten(lines, maxLines, fits)
}

/** Where the long words of core services part. */
const syllables: Record<string, number> = { rehabilitation: 7, community: 5, disability: 4, specialist: 7, forensic: 3 }

function splitWord(word: string, fits: (line: string) => boolean): string[] {
  if (fits(word)) return [word]
  const characters = [...word]
  let end = syllables[word.toLowerCase()] ?? characters.length - 1
  while (end > 2 && !fits(`${characters.slice(0, end).join('')}-`)) end -= 1
  if (end < 1 || characters.length <= 2) return [word]
  return [`${characters.slice(0, end).join('')}-`, ...splitWord(characters.slice(end).join(''), fits)]
}

function shorten(lines: string[], maxLines: number, fits: (line: string) => boolean): string[] {
  const kept = lines.slice(0, maxLines)
  let last = kept.at(-1) ?? ''
  while (last !== '' && !fits(`${last}...`)) last = last.slice(0, -1).trimEnd()
  return [...kept.slice(0, -1), `${last}...`]
}
