import { checklistsFolder, startWorker } from './built.ts'
import { createApplication } from './core/application.ts'
import { createDefectReporter } from '../shared/defects.ts'
import { keepGoing, restartPage } from './electron/crashes.ts'
import { desktopDialogs } from './electron/dialogs.ts'
import { forbidNetwork, guardContents, guardSession } from './electron/guards.ts'
import { createDesktopHandlers } from './electron/host-methods.ts'
import { handleCalls } from './electron/ipc.ts'
import { openLog } from './electron/log-file.ts'
import { firstMenuState } from './electron/menu.ts'
import { registerPageProtocol, servePages } from './electron/protocol.ts'
import {
  closeInOrder,
  findDataFolder,
  isOnlyInstance,
  refuseToStart,
  setMenu,
  tellWindows,
  whenReady,
} from './electron/shell.ts'
import { openWindow } from './electron/window.ts'
import { createHostCalls } from './serve/host-calls.ts'

const dataFolder = findDataFolder()
const log = openLog(dataFolder)
const report = createDefectReporter(log)

if (isOnlyInstance()) main().catch((error: unknown) => refuseToStart(error, report))

async function main(): Promise<void> {
  keepGoing(report)
  forbidNetwork()
  registerPageProtocol()
  guardContents()
  await whenReady()
  guardSession()
  servePages()
  setMenu(firstMenuState)

  const application = await createApplication({ dataFolder, checklistsFolder, startWorker, log })
  closeInOrder(application, report)
  tellWindows(application)
  const handlers = createDesktopHandlers({ application, dialogs: desktopDialogs, setMenu })
  handleCalls({ dispatch: application.dispatch, callHost: createHostCalls(handlers, report) })
  restartPage(await openWindow(dataFolder), report)
}
