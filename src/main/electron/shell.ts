import { app, BrowserWindow, dialog, Menu } from 'electron'
import { pageChannels } from '../../shared/bridge.ts'
import type { MenuCommand } from '../../shared/host-contract.ts'
import { AppError } from '../../shared/result.ts'
import type { Application } from '../core/application.ts'
import { createMenuTemplate, type MenuState } from './menu.ts'
import { showWindow } from './window.ts'

/** Where the app keeps its data: the person's own application data, or the folder of `--user-data-dir`. */
export const findDataFolder = (): string => app.getPath('userData')

/** Waits until windows can be opened. */
export const whenReady = (): Promise<void> => app.whenReady()

/** Whether this is the one instance for its data folder. A second one ends here, and the first comes to the front. */
export function isOnlyInstance(): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return false
  }
  app.on('second-instance', () => {
    const window = BrowserWindow.getAllWindows()[0]
    if (window) showWindow(window)
  })
  return true
}

/** Tells every window what the application says. */
export function tellWindows(application: Pick<Application, 'subscribe'>): void {
  application.subscribe((event) => sendToWindows(pageChannels.event, event))
}

/** Shows the menu for what the page says of itself. */
export function setMenu(state: MenuState): void {
  const ask = (command: MenuCommand) => sendToWindows(pageChannels.menu, command)
  const surroundings = { ask, version: app.getVersion(), developer: !app.isPackaged }
  Menu.setApplicationMenu(Menu.buildFromTemplate(createMenuTemplate(state, surroundings)))
}

function sendToWindows(channel: string, message: unknown): void {
  for (const { webContents } of BrowserWindow.getAllWindows())
    if (!webContents.isDestroyed()) webContents.send(channel, message)
}

/** Ends the app when its window is closed, after the application has closed its files. */
export function closeInOrder(application: Pick<Application, 'close'>, report: (defect: unknown) => string): void {
  let closed = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void application
      .close()
      .catch(report)
      .finally(() => {
        closed = true
        // Still inside this event, the app counts as ending, and would not hear it.
        setImmediate(() => app.quit())
      })
  })
}

/** Says why the app cannot start, in words, and ends it. */
export function refuseToStart(error: unknown, report: (defect: unknown) => string): void {
  const words =
    error instanceof AppError
      ? error.message
      : `Something went wrong (reference ${report(error)}). Nothing was changed.`
  dialog.showErrorBox('Recovery Evidence cannot start', words)
  app.exit(1)
}
