import type { CriterionAnswer, DecidedVoice, OtherWay } from '../../../../shared/model/care-plan-audit.ts'
import type { Need } from '../../../../shared/model/care-plans/concepts.ts'
import { answerWords, needWords, otherWayWords, voiceWords } from './audit-words.ts'

/** What a key does while statements are read. */
export type ReadingAct =
  | { act: 'move'; step: 1 | -1 }
  | { act: 'confirm' | 'note' | 'open-block' | 'close-block' | 'undo' | 'leave-ways' }
  | { act: 'voice'; voice: DecidedVoice }
  | { act: 'way'; way: OtherWay }
  | { act: 'need'; need: Need }

type Press = { key: string; altKey: boolean; ctrlKey: boolean; metaKey: boolean }

const isPlain = ({ altKey, ctrlKey, metaKey }: Press) => !altKey && !ctrlKey && !metaKey

function byLetter<Id extends string>(words: Record<Id, { letter: string }>, key: string): Id | null {
  const letter = key.toUpperCase()
  return (Object.keys(words) as Id[]).find((id) => words[id].letter === letter) ?? null
}

/** What a key press does; null leaves it to the browser. After V (`asksWay`) the letters say how the voice is shown. */
export function readingActOf(press: Press, asksWay: boolean): ReadingAct | null {
  if (!isPlain(press)) return null
  switch (press.key) {
    case 'ArrowDown':
      return { act: 'move', step: 1 }
    case 'ArrowUp':
      return { act: 'move', step: -1 }
    case 'ArrowRight':
      return { act: 'open-block' }
    case 'ArrowLeft':
      return { act: 'close-block' }
    case 'Enter':
      return { act: 'confirm' }
    case 'Backspace':
      return { act: 'undo' }
    case '/':
      return { act: 'note' }
    case 'Escape':
      return asksWay ? { act: 'leave-ways' } : null
  }
  if (press.key.length !== 1) return null
  if (asksWay) {
    const way = byLetter(otherWayWords, press.key)
    if (way !== null) return { act: 'way', way }
  }
  const voice = byLetter(voiceWords, press.key)
  if (voice !== null) return { act: 'voice', voice }
  const need = byLetter(needWords, press.key)
  return need === null ? null : { act: 'need', need }
}

/** What a key does while criteria are answered. */
export type CriteriaAct =
  | { act: 'move'; step: 1 | -1 }
  | { act: 'source' | 'undo' }
  | { act: 'answer'; answer: CriterionAnswer }

/** What a key press does in the criteria; null leaves it to the browser. */
export function criteriaActOf(press: Press): CriteriaAct | null {
  if (!isPlain(press)) return null
  switch (press.key) {
    case 'ArrowDown':
      return { act: 'move', step: 1 }
    case 'ArrowUp':
      return { act: 'move', step: -1 }
    case 'Backspace':
      return { act: 'undo' }
    case '?':
      return { act: 'source' }
  }
  const answer = press.key.length === 1 ? byLetter(answerWords, press.key) : null
  return answer === null ? null : { act: 'answer', answer }
}
