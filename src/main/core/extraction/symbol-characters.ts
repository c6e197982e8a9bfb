/** What the characters of Symbol and Wingdings that documents use as bullets, ticks and boxes mean in Unicode. */
const meanings: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6e: '■',
  0x6f: '☐',
  0x71: '❑',
  0x72: '❒',
  0x76: '❖',
  0xa7: '▪',
  0xa8: '☐',
  0xb7: '•',
  0xd8: '➢',
  0xe0: '→',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
}

/** The character that a code of a symbol font shows (`F0FE` in the private area, or `FE`), or a bullet where it is not known. */
export function symbolCharacter(code: number): string {
  if (Number.isNaN(code)) return ''
  if (code > 0xff && (code < 0xf000 || code > 0xf0ff)) return String.fromCharCode(code)
  return meanings[code & 0xff] ?? '•'
}
