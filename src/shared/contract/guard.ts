import { GuardCheck, GuardChoices, KeepReason, NamedFind } from '../model/guard.ts'
import { z } from '../model/schema.ts'
import { Count } from '../model/text.ts'
import { command, nothing, query } from './method.ts'

/** What the identifier guard finds in what would be exported, and how each find is dealt with. */
export const guardMethods = {
  'guard.check': query('reader', GuardChoices, GuardCheck),
  /**
   * Replaces the find's words by what kind of thing stood there, in every field of its row, and erases them from the trail. It cannot be
   * undone. `inSignOffs` counts the sign-offs that still say them, since what was signed is never changed.
   */
  'guard.mask': command('contributor', NamedFind, z.strictObject({ inSignOffs: Count })),
  'guard.keep': command('contributor', NamedFind.extend({ reason: KeepReason }), nothing),
} as const
