import { contract, TaskStarted, type InputOf, type MethodName, type OutputOf } from './contract.ts'
import { z } from './model/schema.ts'
import { AppError, type Result } from './result.ts'

/** How a call reaches the core: IPC, HTTP, or `dispatch` itself. It answers what came back, unchecked. */
export type Transport = (method: MethodName, input: unknown) => Promise<unknown>

/** The client of the contract: every method by its name, typed both ways. */
export type Client = {
  /** Calls a method and answers its value; a failure is thrown as an {@link AppError}. */
  call<Name extends MethodName>(method: Name, input: InputOf<Name>): Promise<OutputOf<Name>>
}

const Answer = z.union([
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({
    ok: z.literal(false),
    error: z.strictObject({ code: z.string(), message: z.string(), details: z.unknown().optional() }),
  }),
])

/** Makes a client that speaks the contract over a transport. */
export function createClient(transport: Transport): Client {
  return {
    async call<Name extends MethodName>(method: Name, input: InputOf<Name>) {
      const answer = Answer.parse(await transport(method, input)) as Result<unknown>
      if (!answer.ok) throw new AppError(answer.error.code, answer.error.message, answer.error.details)
      const { kind, output } = contract[method]
      return (kind === 'task' ? TaskStarted : output).parse(answer.value) as OutputOf<Name>
    },
  }
}
