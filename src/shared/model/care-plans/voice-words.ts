import type { Token } from './tokens.ts'
import type { People } from './subjects.ts'
import { cls } from './word-classes.ts'

/** Who speaks in a statement: the person (unattributed), a narrator giving the person's words, anyone else, nobody. */
export const voices = ['first-person', 'reported', 'someone-else', 'none'] as const
export type Voice = (typeof voices)[number]

/** Why a voice was suggested: words a ward manager understands, and the place (UTF-16 offsets, end exclusive) they rest on. */
export interface Reason {
  says: string
  start: number
  end: number
}

/** What a plan around the statement tells of it. */
export interface VoiceContext {
  people: People | null
  /** Whose words the heading above, or the author column, says these are. */
  setting: 'patient' | 'carer' | 'staff' | null
  /** A letter to the patient, or one signed by staff. */
  letter: boolean
}

/** A decision in the making. */
export interface Draft {
  voice: Voice
  says: string
  at?: Token | undefined
  to?: Token | undefined
  unsure?: boolean
  alternatives?: Voice[]
  plea?: boolean
  /** `at` and `to` name who tells it. */
  told?: boolean
}

/** The pronouns of the first person. */
export const firstPronoun = cls.i | cls.me | cls.my | cls.we | cls.our
