/** A level of a list: the format of its numbers (`bullet`, `none`, `decimal`, `lowerLetter`, `upperRoman`...), and their text, `%1.%2` say. */
export type ListLevel = { format: string; text: string; start: number }

/** Counts the paragraphs of lists and gives each its bullet or number. */
export type ListMarks = {
  /** The mark of the next paragraph at a level (0 to 8) of a list; empty where it shows none. */
  next: (list: string, level: number, levels: ReadonlyMap<number, ListLevel> | undefined) => string
  /** Begins a list again from its first number. */
  restart: (list: string) => void
}

/** The deepest level of a list in word processors. */
const LEVELS = 9

/** Starts counting. */
export function createListMarks(): ListMarks {
  const counts = new Map<string, number[]>()
  return {
    restart: (list) => counts.delete(list),
    next: (list, level, levels) => {
      const kind = level >= 0 && level < LEVELS ? levels?.get(level) : undefined
      if (!kind || kind.format === 'none') return ''
      if (kind.format === 'bullet') return '•'
      const counted = counts.get(list) ?? []
      counts.set(list, counted)
      counted[level] = (counted[level] ?? kind.start - 1) + 1
      counted.length = level + 1
      return kind.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1
        const other = levels?.get(at)
        return writeNumber(counted[at] ?? other?.start ?? 1, other?.format ?? 'decimal')
      })
    },
  }
}

/** A number as a list shows it: letters, Roman numerals, or digits for every other format. */
export function writeNumber(value: number, format: string): string {
  if (value < 1 || value > 3_999) return String(value)
  if (/letter/i.test(format)) return letters(value, format.startsWith('lower'))
  if (/roman/i.test(format)) return roman(value, format.startsWith('lower'))
  return String(value)
}

function letters(value: number, lower: boolean): string {
  // The twenty-seventh is AA, the twenty-eighth BB: the letter is said again, as word processors do.
  const letter = String.fromCharCode((lower ? 97 : 65) + ((value - 1) % 26))
  return letter.repeat(Math.min(8, Math.ceil(value / 26)))
}

const romanDigits: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function roman(value: number, lower: boolean): string {
  let left = value
  let digits = ''
  for (const [worth, digit] of romanDigits) {
    while (left >= worth) {
      digits += digit
      left -= worth
    }
  }
  return lower ? digits : digits.toUpperCase()
}
