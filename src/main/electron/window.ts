import path from 'node:path'
import { BrowserWindow, screen } from 'electron'
import { startPage } from './policy.ts'
import { webPreferences } from './web-preferences.ts'
import { decidePlace, keepPlace, readPlace, smallestWindow } from './window-place.ts'

/** Opens the window where it was, and keeps where it is when it closes. Answers once the page is there. */
export async function openWindow(dataFolder: string): Promise<BrowserWindow> {
  const file = path.join(dataFolder, 'window.json')
  const workAreas = screen.getAllDisplays().map((display) => display.workArea)
  const place = decidePlace(await readPlace(file), workAreas)
  const window = new BrowserWindow({
    ...place.bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    backgroundColor: '#ffffff',
    title: 'Recovery Evidence',
    webPreferences,
  })
  if (place.maximised) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => void keepPlace(file, { bounds: window.getNormalBounds(), maximised: window.isMaximized() }))
  await window.loadURL(startPage)
  return window
}

/** Brings a window to the front, wherever it was. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
