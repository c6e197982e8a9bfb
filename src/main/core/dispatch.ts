import { contract, isMethodName, TaskStarted, type MethodName } from '../../shared/contract.ts'
import { createDefectReporter, defectInWords } from '../../shared/defects.ts'
import { roles, type Actor } from '../../shared/model/trail.ts'
import { AppError, fail, succeed, type Failure, type Result } from '../../shared/result.ts'
import { z } from '../../shared/model/schema.ts'
import { explainStorageError } from './database/errors.ts'

/** Runs a method whose input was parsed and whose access was checked. */
export type RunMethod = (method: MethodName, input: unknown, actor: Actor) => Promise<unknown>

/** Answers a call by the contract: parses in, checks access, runs, parses out. Never throws. */
export type Dispatch = (method: string, input: unknown, actor: Actor) => Promise<Result<unknown>>

/** Writes a line for whoever mends the program. It never holds people's words. */
export type Log = (line: string) => void

const mayCall = (actor: Actor, access: (typeof roles)[number]) => roles.indexOf(actor.role) >= roles.indexOf(access)

/** Input that a person could mend, in words: the first places that are wrong. */
function describeInput(error: z.ZodError): string {
  const places = error.issues
    .slice(0, 3)
    .map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message))
  return `This cannot be done as sent. ${places.join('; ')}.`
}

/** Turns whatever was thrown into a failure: expected ones keep their words, a defect gets a reference and is logged without its words. */
export function explainError(error: unknown, log: Log): Failure {
  const expected = error instanceof AppError ? error : explainStorageError(error)
  if (expected) return expected.toFailure()
  const reference = createDefectReporter(log)(error)
  return { code: 'internal', message: defectInWords(reference), details: { reference } }
}

/** Makes the one way into the product. */
export function createDispatch(run: RunMethod, log: Log): Dispatch {
  return async (method, input, actor) => {
    if (!isMethodName(method)) return fail('unknown-method', `There is no method “${String(method).slice(0, 80)}”.`)
    const { kind, access, input: inputSchema, output } = contract[method]
    try {
      if (!mayCall(actor, access))
        return fail('not-allowed', `This is for a ${access}. ${actor.name} is a ${actor.role}.`)
      const parsed = inputSchema.safeParse(input)
      if (!parsed.success)
        return fail('invalid-input', describeInput(parsed.error), { issues: parsed.error.issues.slice(0, 20) })
      const answered = await run(method, parsed.data, actor)
      return succeed((kind === 'task' ? TaskStarted : (output as z.ZodType)).parse(answered))
    } catch (error) {
      return { ok: false, error: explainError(error, log) }
    }
  }
}
