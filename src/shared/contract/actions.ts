import { Action, ActionState, NewAction } from '../model/action.ts'
import { IsoDate } from '../model/dates.ts'
import { ActionId, EvidenceId, FindingId, Version } from '../model/ids.ts'
import { z } from '../model/schema.ts'
import { Line, SomeWords, Words } from '../model/text.ts'
import { query, command, nothing, expecting } from './method.ts'

/** What will be done about gaps. */
export const actionMethods = {
  // Actions.
  'actions.list': query(
    'reader',
    z.strictObject({ state: ActionState.optional(), findingId: FindingId.optional() }),
    z.array(Action),
  ),
  'actions.add': command('contributor', NewAction, Action),
  'actions.update': command(
    'contributor',
    z.strictObject({
      id: ActionId,
      expectedVersion: Version,
      changes: z
        .strictObject({ title: Line, detail: Words, owner: z.string().max(300), due: IsoDate.nullable() })
        .partial(),
    }),
    Action,
  ),
  'actions.close': command(
    'contributor',
    z.discriminatedUnion('state', [
      z.strictObject({ state: z.literal('done'), id: ActionId, expectedVersion: Version, evidenceId: EvidenceId }),
      z.strictObject({ state: z.literal('could-not'), id: ActionId, expectedVersion: Version, reason: SomeWords }),
    ]),
    Action,
  ),
  'actions.reopen': command('contributor', expecting(ActionId), Action),
  'actions.remove': command('contributor', expecting(ActionId), nothing),
} as const
