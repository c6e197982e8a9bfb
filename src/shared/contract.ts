import { applicationMethods } from './contract/application.ts'
import { providerMethods } from './contract/providers.ts'
import { assessmentMethods } from './contract/assessments.ts'
import { evidenceMethods } from './contract/evidence.ts'
import { actionMethods } from './contract/actions.ts'
import { auditMethods } from './contract/audits.ts'
import { guardMethods } from './contract/guard.ts'
import { documentMethods } from './contract/documents.ts'
import { requestMethods } from './contract/requests.ts'
import { taskMethods } from './contract/tasks.ts'
import { historyMethods } from './contract/history.ts'
import type { Method } from './contract/method.ts'
import { TaskId } from './model/ids.ts'
import { z } from './model/schema.ts'

export { chunkSize } from './contract/method.ts'

/**
 * THE contract between the core and whoever uses it. From it come the types {@link Api} and {@link Handlers}, the preload bridge, the
 * IPC handlers, the HTTP routes, the command line's client and the contract tests.
 */
export const contract = {
  ...applicationMethods,
  ...providerMethods,
  ...assessmentMethods,
  ...evidenceMethods,
  ...actionMethods,
  ...auditMethods,
  ...guardMethods,
  ...documentMethods,
  ...requestMethods,
  ...taskMethods,
  ...historyMethods,
} as const satisfies Record<string, Method>

export type Contract = typeof contract
export type MethodName = keyof Contract

/** The names of all methods, in the order in which the contract lists them. */
export const methodNames = Object.keys(contract) as MethodName[]

/** Whether a word is the name of a method; names such as `constructor` are not. */
export const isMethodName = (name: string): name is MethodName => Object.hasOwn(contract, name)

/** What a caller may send to a method. */
export type InputOf<Name extends MethodName> = z.input<Contract[Name]['input']>

/** What a handler is given: parsed, with defaults filled in. */
export type ParsedInputOf<Name extends MethodName> = z.output<Contract[Name]['input']>

/** What a method answers. A task answers its id at once; its result is {@link TaskResultOf}. */
export type OutputOf<Name extends MethodName> = Contract[Name]['kind'] extends 'task'
  ? { taskId: z.infer<typeof TaskId> }
  : z.output<Contract[Name]['output']>

/** What a task's result holds when it is done. */
export type TaskResultOf<Name extends TaskName> = z.output<Contract[Name]['output']>

export type TaskName = { [Name in MethodName]: Contract[Name]['kind'] extends 'task' ? Name : never }[MethodName]
export type WorkspaceMethodName = {
  [Name in MethodName]: Contract[Name]['place'] extends 'workspace' ? Name : never
}[MethodName]
export type ApplicationMethodName = Exclude<MethodName, WorkspaceMethodName>

/** The answer that every task gives at once: its id, by which its progress is told and its result fetched. */
export const TaskStarted = z.strictObject({ taskId: TaskId })
