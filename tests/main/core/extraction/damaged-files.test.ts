import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ExtractionFault, extractionLimits } from '../../../../src/main/core/extraction/extraction.ts'
import { readDocument } from '../../../../src/main/core/extraction/read-document.ts'

const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/extraction/${name}`, import.meta.url))
const limits = { ...extractionLimits, inflatedBytes: 5_000_000 }

/** Numbers that look random and are the same each time. */
function createDice(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
}

async function outcomeOf(bytes: Buffer, name: string): Promise<string> {
  try {
    const { text } = await readDocument({ bytes, fileName: name, limits, onProgress: () => undefined })
    return text.trim() === '' ? 'nothing' : 'text'
  } catch (error) {
    return error instanceof ExtractionFault ? 'fault' : `a defect: ${String(error)}`
  }
}

describe('a file with bytes changed at random', () => {
  it.each([
    ['plan.docx', 150],
    ['plan.odt', 150],
    ['plan.doc', 300],
    ['plan.rtf', 300],
    ['plan.pdf', 40],
  ])('%s gives text or a fault in words, each of %i times', async (name, times) => {
    const dice = createDice(name.length * 7_919)
    const original = fixture(name)
    const outcomes = new Map<string, number>()
    for (let time = 0; time < times; time += 1) {
      const bytes = Buffer.from(original)
      for (let change = dice(8); change >= 0; change -= 1) bytes.writeUInt8(dice(256), dice(bytes.length))
      const outcome = await outcomeOf(bytes, name)
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    }
    expect([...outcomes.keys()].filter((outcome) => outcome !== 'text' && outcome !== 'fault')).toEqual([])
  })
})
