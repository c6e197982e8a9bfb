/** Names that are devices on Windows, whatever their extension. */
const deviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/i

/**
 * A name that a page proposes for a file, as every system can have it: no folders, no control or reserved characters, no device, not
 * hidden, at most 150 characters with the extension kept. `file` when nothing is left.
 */
export function safeFileName(proposed: string): string {
  const plain = proposed
    .normalize('NFC')
    // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[<>:"/\\|?*]/g, '-')
    .replace(/^[.\s]+|[.\s]+$/g, '')
  const dot = plain.lastIndexOf('.')
  const extension = dot > 0 && plain.length - dot <= 12 ? plain.slice(dot) : ''
  const stem = plain.slice(0, plain.length - extension.length)
  const shortened = [...stem].slice(0, 150 - extension.length).join('')
  if (shortened === '') return `file${extension}`
  return deviceName.test(shortened.split('.')[0] ?? '') ? `_${shortened}${extension}` : `${shortened}${extension}`
}
