import { IsoDate } from './dates.ts'
import { z } from './schema.ts'
import { Count, OptionalLine, Words } from './text.ts'

/**
 * The people's own view of a prompt: counts of those asked "Is this so here?", who was asked, how and when, and their words in
 * short. Kept apart from the staff's judgement and never averaged into it.
 */
export const PeopleView = z
  .strictObject({
    yes: Count,
    inPart: Count,
    no: Count,
    who: OptionalLine,
    how: OptionalLine,
    from: IsoDate.nullable(),
    to: IsoDate.nullable(),
    words: Words,
  })
  .superRefine((view, context) => {
    if (view.yes + view.inPart + view.no === 0) return
    if (view.who === '') context.addIssue({ code: 'custom', path: ['who'], message: 'say who was asked' })
    if (view.how === '') context.addIssue({ code: 'custom', path: ['how'], message: 'say how they were asked' })
    if (view.from === null) context.addIssue({ code: 'custom', path: ['from'], message: 'say when they were asked' })
    if (view.from !== null && view.to !== null && view.to < view.from)
      context.addIssue({ code: 'custom', path: ['to'], message: 'ends before it begins' })
  })
export type PeopleView = z.infer<typeof PeopleView>

/** How many people were asked. */
export const peopleAsked = (view: Pick<PeopleView, 'yes' | 'inPart' | 'no'>): number => view.yes + view.inPart + view.no

/** What most people say, worked out from the counts: "most" is more than half of those asked. */
export const peopleVerdicts = ['most-yes', 'differ', 'most-no', 'not-asked'] as const
export type PeopleVerdict = (typeof peopleVerdicts)[number]

/** The verdict that the counts give. Shown as worked out, never as a judgement. */
export function decidePeopleVerdict(view: Pick<PeopleView, 'yes' | 'inPart' | 'no'>): PeopleVerdict {
  const asked = peopleAsked(view)
  if (asked === 0) return 'not-asked'
  if (view.yes * 2 > asked) return 'most-yes'
  if (view.no * 2 > asked) return 'most-no'
  return 'differ'
}
