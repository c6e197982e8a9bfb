const space = /[ \t\n\r]/
const literal = /true|false|null/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const plainText = /(?:[^"\\\p{Cc}]|[\u007f-\u009f])*/uy
const escaped = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y

/** Where the first syntax fault of a JSON text is: its line and column, counted from 1. Undefined for sound JSON. */
export function findJsonFault(text: string): { line: number; column: number } | undefined {
  const index = faultIndex(text)
  if (index === undefined) return undefined
  const before = text.slice(0, index).split('\n')
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** Reads without recursion, so that brackets a million deep are a fault like any other and not the end of the stack. */
function faultIndex(text: string): number | undefined {
  const open: ('{' | '[')[] = []
  let index = 0
  let wants: 'value' | 'first-value' | 'key' | 'first-key' | 'next' = 'value'
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = index
    const match = pattern.exec(text)
    if (match === null) return false
    index += match[0].length
    return true
  }
  const passSpace = () => {
    while (space.test(text.charAt(index))) index += 1
  }
  const passText = (): boolean => {
    if (text.charAt(index) !== '"') return false
    index += 1
    do skip(plainText)
    while (skip(escaped))
    if (text.charAt(index) !== '"') return false
    index += 1
    return true
  }
  for (;;) {
    passSpace()
    const mark = text.charAt(index)
    if (wants === 'next') {
      const innermost = open.at(-1)
      if (innermost === undefined) return index < text.length ? index : undefined
      if (mark === ',') wants = innermost === '{' ? 'key' : 'value'
      else if (mark === (innermost === '{' ? '}' : ']')) open.pop()
      else return index
      index += 1
    } else if ((wants === 'first-key' && mark === '}') || (wants === 'first-value' && mark === ']')) {
      open.pop()
      index += 1
      wants = 'next'
    } else if (wants === 'key' || wants === 'first-key') {
      if (!passText()) return index
      passSpace()
      if (text.charAt(index) !== ':') return index
      index += 1
      wants = 'value'
    } else if (mark === '{' || mark === '[') {
      open.push(mark)
      index += 1
      wants = mark === '{' ? 'first-key' : 'first-value'
    } else if (passText() || (mark !== '"' && (skip(literal) || skip(number)))) wants = 'next'
    else return index
  }
}
