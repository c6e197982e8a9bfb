import type { Application } from '../core/application.ts'
import { AppError, unwrap } from '../../shared/result.ts'
import { createDefectReporter } from '../../shared/defects.ts'
import type { WebHost } from './host.ts'

/** Writes a line of the log to the error output, which a person may keep or not. */
export const logToError = (line: string): void => {
  process.stderr.write(`${new Date().toISOString()} ${line}\n`)
}

/** Puts a workspace on the list and opens it. Throws an {@link AppError} when there is none in the folder. */
export async function openWorkspace(application: Application, folder: string): Promise<void> {
  unwrap(await application.dispatch('workspaces.open', await application.addWorkspace(folder)))
}

/** Says where the app is served, and ends host and application in order when the process is asked to end. */
export function runUntilAsked(host: WebHost, application: Application): void {
  process.stdout.write(`Recovery Evidence is served at ${host.link}\n`)
  let ending = false
  const end = () => {
    if (ending) return
    ending = true
    void host
      .close()
      .then(() => application.close())
      .then(
        () => process.exit(0),
        (error: unknown) => endWith(error),
      )
  }
  process.on('SIGINT', end)
  process.on('SIGTERM', end)
  process.on('SIGHUP', end)
}

/** Defects that nothing caught are logged with a reference, and the host goes on: what is saved is saved. */
export function keepGoing(): void {
  const report = createDefectReporter(logToError)
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
}

/** Ends the process after a failure to start or stop: one line that says what to do, never a stack. 2 means wrong usage. */
export function endWith(error: unknown): void {
  const wrongUsage = error instanceof AppError && error.code === 'invalid-input'
  const words =
    error instanceof AppError
      ? error.message
      : `Something went wrong (reference ${createDefectReporter(logToError)(error)}).`
  process.stderr.write(`${words}\n`)
  process.exit(wrongUsage ? 2 : 1)
}
