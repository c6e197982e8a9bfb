import { hostContract, type HostInputOf, type HostMethodName, type HostOutputOf } from '../../shared/host-contract.ts'
import { AppError, fail, succeed, type Result } from '../../shared/result.ts'

/** What a host does for each of its methods. A failure that a person can act on is thrown as an {@link AppError}. */
export type HostHandlers = {
  [Name in HostMethodName]: (input: HostInputOf<Name>) => Promise<HostOutputOf<Name>>
}

/**
 * Answers calls to what only a host can do. Like `dispatch` of the application it never throws: bad input and unknown names are
 * values, and a defect is told to `report`, which names it by a reference.
 */
export function createHostCalls(handlers: HostHandlers, report: (defect: unknown) => string) {
  return async (method: string, input: unknown): Promise<Result<unknown>> => {
    if (!isHostMethodName(method)) return fail('unknown-method', 'There is no such method of the host.')
    const { input: schema, output } = hostContract[method]
    const parsed = schema.safeParse(input)
    if (!parsed.success) return fail('invalid-input', `This input does not fit ${method}.`)
    try {
      const handle = handlers[method] as (input: unknown) => Promise<unknown>
      return succeed(output.parse(await handle(parsed.data)))
    } catch (error) {
      if (error instanceof AppError) return { ok: false, error: error.toFailure() }
      return fail('internal', `Something went wrong (reference ${report(error)}). Nothing was lost; you can carry on.`)
    }
  }
}

const isHostMethodName = (name: string): name is HostMethodName => Object.hasOwn(hostContract, name)
