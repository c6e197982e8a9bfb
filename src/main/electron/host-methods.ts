import path from 'node:path'
import { safeFileName } from '../../shared/model/file-name.ts'
import { AppError } from '../../shared/result.ts'
import type { Application } from '../core/application.ts'
import { replaceFile } from '../replace-file.ts'
import type { HostHandlers } from '../serve/host-calls.ts'
import type { Dialogs } from './dialogs.ts'
import type { MenuState } from './menu.ts'
import { decideLink } from './policy.ts'

/** What the desktop's own methods are made of. */
export type DesktopParts = {
  application: Pick<Application, 'registerPlace' | 'addWorkspace' | 'readTransfer'>
  dialogs: Dialogs
  setMenu: (state: MenuState) => void
}

/** What the desktop does for its page: dialogs, files, links, the menu. Paths stay here. */
export function createDesktopHandlers({ application, dialogs, setMenu }: DesktopParts): HostHandlers {
  let lastSaved: string | null = null
  return {
    'host.describe': async () => ({ kind: 'desktop', platform: process.platform }),

    'host.choosePlace': async ({ whatFor }) => {
      const what = whatFor === 'backups' ? 'backups are' : 'the workspace is'
      const folder = await dialogs.askForFolder(`Choose where ${what} kept`)
      return folder === null ? null : { ...application.registerPlace(folder), folder }
    },

    'host.chooseWorkspace': async () => {
      const folder = await dialogs.askForFolder('Choose the folder of a workspace')
      return folder === null ? null : { id: (await application.addWorkspace(folder)).id }
    },

    'host.save': async ({ transferId, fileName }) => {
      const file = await dialogs.askWhereToSave(safeFileName(fileName))
      if (file === null) return null
      await replaceFile(file, application.readTransfer(transferId))
      lastSaved = file
      return { savedAs: path.basename(file) }
    },

    'host.showSaved': async () => {
      if (lastSaved === null) throw new AppError('not-found', 'Nothing has been saved yet.')
      dialogs.showInFolder(lastSaved)
      return {}
    },

    'host.openLink': async ({ url }) => {
      const address = decideLink(url)
      if (address === null)
        throw new AppError(
          'refused',
          'Only the sites that the checklists link to are opened. Copy the address instead.',
        )
      await dialogs.openInBrowser(address)
      return {}
    },

    'host.setMenu': async (state) => {
      setMenu(state)
      return {}
    },
  }
}
