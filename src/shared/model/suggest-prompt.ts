import type { Prompt } from './checklist.ts'

/** Words too common to tell one prompt from another. */
const common = new Set(
  (
    'a about all an and any are as at be been by can do does for from has have how in into is it its made make not of on or our ' +
    'people person service services so staff that the their them there they this to use used was were what when which who will with'
  ).split(' '),
)

/**
 * The words of a text that can tell prompts apart, as they are written, by what is left of each without its commonest ending:
 * `advocates` and `advocacy` stay two words.
 */
function telling(text: string): Map<string, string> {
  const words = text.toLowerCase().match(/[a-z]{3,}/g) ?? []
  return new Map(words.filter((word) => !common.has(word)).map((word) => [stem(word), word]))
}

const stem = (word: string) => word.replace(/(?:ies|ied)$/, 'y').replace(/(?:ings?|ed|es|s)$/, '')

/** A prompt that the words of an item suggest, with the words that made it so. */
export type Suggestion = { prompt: Prompt; because: string[] }

/**
 * The prompts that the words of an item suggest, likeliest first. A word counts for more the fewer prompts have it. A suggestion
 * only: a person ticks it.
 */
export function suggestPrompts(text: string, prompts: readonly Prompt[]): Suggestion[] {
  const found = telling(text)
  const wordsOf = prompts.map((prompt) =>
    telling([prompt.short, prompt.title, prompt.text, ...prompt.lookAt].join(' ')),
  )
  const spread = (begun: string) => wordsOf.filter((words) => words.has(begun)).length
  return prompts
    .map((prompt, position) => {
      const shared = [...found].filter(([begun]) => wordsOf[position]?.has(begun))
      const weight = shared.reduce((sum, [begun]) => sum + 1 / spread(begun), 0)
      return { prompt, because: shared.map(([, word]) => word), weight }
    })
    .filter(({ weight }) => weight >= 0.5)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ prompt, because }) => ({ prompt, because }))
}
