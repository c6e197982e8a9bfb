import { ipcMain } from 'electron'
import { methodNames } from '../../shared/contract.ts'
import { hostMethodNames } from '../../shared/host-contract.ts'
import { fail, type Result } from '../../shared/result.ts'
import { isOurSender } from './policy.ts'

/** How calls are answered: by the application, and by what only this host can do. */
export type Answering = {
  dispatch: (method: string, input: unknown) => Promise<Result<unknown>>
  callHost: (method: string, input: unknown) => Promise<Result<unknown>>
}

/** Answers every method of the two contracts, each on a channel of its name, and no other channel. */
export function handleCalls({ dispatch, callHost }: Answering): void {
  for (const method of methodNames) handle(method, (input) => dispatch(method, input))
  for (const method of hostMethodNames) handle(method, (input) => callHost(method, input))
}

/** The only way in: the check of the sender is part of it, so that no method can be without. */
function handle(channel: string, answer: (input: unknown) => Promise<Result<unknown>>): void {
  ipcMain.handle(channel, async (event, input: unknown) =>
    isOurSender(event.senderFrame) ? answer(input) : fail('refused', 'This page may not ask anything.'),
  )
}
