import { identifierTypes } from './identifiers/identifier.ts'
import { z } from './schema.ts'

/** A name or a role, as it stands in the trail. */
const ActorName = z.string().trim().min(1).max(200)

/** How large words may be shown, in per cent of the size that the screens are drawn at. */
export const textSizes = [100, 115, 130, 150] as const

/** How many names of people who worked on this PC are remembered. */
const mostNames = 12

/** What each person chooses for themselves on this PC. */
export const Settings = z.strictObject({
  /** Who is working here now. */
  actorName: ActorName,
  /** Who worked here, the latest first: offered when a shared PC changes hands. */
  names: z.array(ActorName).max(100),
  density: z.enum(['dense', 'roomy']),
  textSize: z.literal(textSizes),
  railOpen: z.boolean().nullable(),
  /** The kinds of finds that the identifier guard speaks of while words are typed. An export is always looked at for all of them. */
  guard: z.strictObject({ whileTyping: z.array(z.enum(identifierTypes)).max(identifierTypes.length) }),
  /** The largest file that may be attached or brought in, in MB (1,048,576 bytes). */
  largestFile: z.int().min(1).max(2_000),
})
export type Settings = z.infer<typeof Settings>

/** The names to remember once this one works here: it first, each once. */
export const rememberName = (name: string, names: readonly string[]): string[] =>
  [name, ...names.filter((each) => each !== name)].slice(0, mostNames)
