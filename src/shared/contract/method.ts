import { IsoDate } from '../model/dates.ts'
import { Version } from '../model/ids.ts'
import { z } from '../model/schema.ts'
import type { Role } from '../model/trail.ts'

/** A `query` never writes; a `command` is one transaction with its trail row; a `task` runs on, with progress and cancel. */
type MethodKind = 'query' | 'command' | 'task'

/** Where a method is answered: by the application (which workspaces there are) or by the open workspace. */
type MethodPlace = 'application' | 'workspace'

/** One method of the contract. For a task, `output` is what its result holds in the end. */
export type Method = {
  kind: MethodKind
  place: MethodPlace
  access: Role
  input: z.ZodType
  output: z.ZodType
}

const define =
  <Kind extends MethodKind, Place extends MethodPlace>(kind: Kind, place: Place) =>
  <Input extends z.ZodType, Output extends z.ZodType>(access: Role, input: Input, output: Output) => ({
    kind,
    place,
    access,
    input,
    output,
  })

/** Answered by the open workspace; never writes. */
export const query = define('query', 'workspace')
/** Answered by the open workspace: one transaction with its trail row. */
export const command = define('command', 'workspace')
/** Answered by the open workspace: runs on, with progress and cancel. */
export const task = define('task', 'workspace')
/** Answered by the application; never writes. */
export const ask = define('query', 'application')
/** Answered by the application, and changes something. */
export const order = define('command', 'application')

/** An input or output without content. */
export const nothing = z.strictObject({})
/** Names one thing by its id. */
export const byId = <Id extends z.ZodType>(id: Id) => z.strictObject({ id })
/** Names one thing, and the version of it that the caller has seen. */
export const expecting = <Id extends z.ZodType>(id: Id) => z.strictObject({ id, expectedVersion: Version })
/** The date the picture is computed for; today where none is given. */
export const asAt = z.strictObject({ asAt: IsoDate.optional() })

/** At most this many bytes cross in one call. */
export const chunkSize = 1_048_576

/** Bytes of one call, in base64. */
export const Chunk = z.base64().max(Math.ceil(chunkSize / 3) * 4)
