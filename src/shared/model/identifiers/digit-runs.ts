/** A group of digits with nothing between them. */
export type DigitGroup = { readonly start: number; readonly end: number; readonly digits: string }

/** Groups of digits that only spaces, dots, dashes or brackets part: what one number may be written as. */
export type DigitRun = { readonly groups: readonly DigitGroup[]; readonly plus: boolean }

// A gap inside one number: a single mark, or spaces around it, or a bracket. A full stop and a space end a sentence instead.
const gap =
  /^(?:[ \u00a0\u2009\u202f\t]{1,3}|[ \u00a0]?[-.\u2010\u2011\u2012\u2013\u2014_][ \u00a0]?|[ \u00a0]?[()][ \u00a0]?|\) ?\(|[ ]?\r?\n[ ]?)$/
const longestGroup = 24
const mostGroups = 400

const isDigit = (code: number) => code >= 48 && code <= 57

/** Reads every run of digits of a text, in order. A letter O between digits is read as a nought. Linear in the text's length. */
export function readDigitRuns(text: string): DigitRun[] {
  const runs: DigitRun[] = []
  let groups: DigitGroup[] = []
  let plus = false
  const close = () => {
    if (groups.length > 0) runs.push({ groups, plus })
    groups = []
    plus = false
  }
  let index = 0
  while (index < text.length) {
    if (!isDigit(text.charCodeAt(index)) && !startsWithLetterO(text, index)) {
      index += 1
      continue
    }
    const start = index
    index += 1
    while (index < text.length && (isDigit(text.charCodeAt(index)) || isLetterO(text, index))) index += 1
    const previous = groups.at(-1)
    const between = previous === undefined ? '' : text.slice(previous.end, Math.min(start, previous.end + 5))
    const joins = previous !== undefined && start - previous.end <= 4 && gap.test(between) && !/^\. /.test(between)
    if (!joins || groups.length >= mostGroups) close()
    if (groups.length === 0) plus = /\+\(?$/.test(text.slice(Math.max(0, start - 2), start))
    // A letter that touches the digits makes them part of a word: `B12`, `1000mcg`.
    const touched = isWordUnit(text.charAt(start - 1)) || isWordUnit(text.charAt(index)) || index - start > longestGroup
    if (touched) {
      close()
      continue
    }
    groups.push({ start, end: index, digits: text.slice(start, index).replace(/[Oo]/g, '0') })
  }
  close()
  return runs
}

const isWordUnit = (unit: string) => unit !== '' && /[\p{L}\d£$€%]/u.test(unit)

function isLetterO(text: string, index: number): boolean {
  const unit = text.charAt(index)
  return (unit === 'O' || unit === 'o') && isDigit(text.charCodeAt(index - 1)) && isDigit(text.charCodeAt(index + 1))
}

function startsWithLetterO(text: string, index: number): boolean {
  const unit = text.charAt(index)
  return (
    unit === 'O' &&
    text.charAt(index + 1) === '7' &&
    isDigit(text.charCodeAt(index + 2)) &&
    !isWordUnit(text.charAt(index - 1))
  )
}
