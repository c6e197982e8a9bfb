import path from 'node:path'
import { app, BrowserWindow, dialog, shell } from 'electron'

/** What is asked of the person and of the operating system. Answers are absolute paths; null when the person thought better of it. */
export type Dialogs = {
  askForFolder(title: string): Promise<string | null>
  askWhereToSave(fileName: string): Promise<string | null>
  showInFolder(file: string): void
  openInBrowser(address: string): Promise<void>
}

/** The desktop's own dialogs, over the window that has focus. */
export const desktopDialogs: Dialogs = {
  async askForFolder(title) {
    const { canceled, filePaths } = await dialog.showOpenDialog(currentWindow(), {
      title,
      properties: ['openDirectory', 'createDirectory'],
    })
    return canceled ? null : (filePaths[0] ?? null)
  },

  async askWhereToSave(fileName) {
    const extension = path.extname(fileName).slice(1)
    const { canceled, filePath } = await dialog.showSaveDialog(currentWindow(), {
      defaultPath: path.join(app.getPath('documents'), fileName),
      filters: extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }],
      properties: ['showOverwriteConfirmation', 'createDirectory'],
    })
    return canceled || !filePath ? null : filePath
  },

  showInFolder: (file) => shell.showItemInFolder(file),
  openInBrowser: (address) => shell.openExternal(address),
}

function currentWindow(): BrowserWindow {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (!window) throw new Error('a page asked for a dialog, and there is no window')
  return window
}
