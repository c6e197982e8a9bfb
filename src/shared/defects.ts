/** A reference of four characters, by which a person can name a defect to whoever mends it. */
export const newReference = (): string =>
  Math.floor(Math.random() * 0x10000)
    .toString(16)
    .toUpperCase()
    .padStart(4, '0')

/** The words of a defect: what is safe, and that one can go on. */
export const defectInWords = (reference: string): string =>
  `Something went wrong (reference ${reference}). Nothing was lost; you can carry on.`

/**
 * Makes a reporter of defects: it writes one to the log and answers the reference by which a person can name it. Of an error only its
 * name and the places it passed are written, because its message may hold people's words.
 */
export function createDefectReporter(log: (line: string) => void): (defect: unknown) => string {
  return (defect) => {
    const reference = newReference()
    log(`defect ${reference}: ${describeDefect(defect)}`)
    return reference
  }
}

function describeDefect(defect: unknown): string {
  if (!(defect instanceof Error)) return `a thrown ${typeof defect}`
  const code = 'code' in defect && typeof defect.code === 'string' ? ` ${defect.code}` : ''
  const stack = defect.stack ?? ''
  const afterMessage = stack.slice(stack.indexOf(defect.message) + defect.message.length)
  const places = afterMessage.split('\n').filter((line) => /^\s+at /.test(line))
  return [`${defect.name}${code}`, ...places.slice(0, 12).map((line) => line.trim())].join(' ')
}
