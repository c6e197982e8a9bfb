/** A file name that every system can keep, as near as can be to the one given. */
export function safeFileName(name: string): string {
  const cleaned = [...name.normalize('NFC')]
    .filter((character) => (character.codePointAt(0) ?? 0) >= 32)
    .join('')
    .replace(/[<>:"/\\|?*]/g, '-')
    .replace(/[. ]+$/, '')
    .trim()
    .slice(0, 200)
  return cleaned === '' ? 'file' : cleaned
}
