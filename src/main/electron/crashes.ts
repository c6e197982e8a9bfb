import { app, dialog, type BrowserWindow } from 'electron'
import { startPage } from './policy.ts'

/** A page that ended more often than this within a minute is not started again by itself. */
const mostRestarts = 3

/** Defects that nothing caught are logged with a reference, and the app goes on: what is saved is saved. */
export function keepGoing(report: (defect: unknown) => string): void {
  process.on('uncaughtException', report)
  process.on('unhandledRejection', report)
}

/** Starts the page again when its process has ended, and says so: what was saved is safe, what was being typed may be gone. */
export function restartPage(window: BrowserWindow, report: (defect: unknown) => string): void {
  let restarts: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return
    const reference = report(Object.assign(new Error(), { name: 'PageGone', code: `${reason} ${exitCode}` }))
    restarts = [...restarts.filter((moment) => Date.now() - moment < 60_000), Date.now()]
    if (restarts.length > mostRestarts) {
      giveUp(reference)
      return
    }
    void window.loadURL(startPage)
    void dialog.showMessageBox(window, {
      type: 'warning',
      message: `The screen stopped and was started again (reference ${reference}).`,
      detail: 'Everything that was saved is safe. What was being typed may have to be typed again.',
    })
  })
}

function giveUp(reference: string): void {
  dialog.showErrorBox(
    `The screen stopped several times (reference ${reference}).`,
    'Everything that was saved is safe. Start the app again.',
  )
  app.quit()
}
