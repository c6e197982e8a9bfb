import { randomBytes } from 'node:crypto'

/**
 * Makes a reporter of defects: it writes one to the log and answers the reference by which a person can name it. Of an error only its
 * name and the places it passed are written, because its message may hold people's words.
 */
export function createDefectReporter(log: (line: string) => void): (defect: unknown) => string {
  return (defect) => {
    const reference = randomBytes(2).toString('hex').toUpperCase()
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
