import type { WebPreferences } from 'electron'
import { preloadFile } from '../built.ts'

/** What every page of the app runs under. Nothing else in the product sets web preferences. */
export const webPreferences = {
  preload: preloadFile,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  disableDialogs: true,
  // Its dictionary would be downloaded.
  spellcheck: false,
} as const satisfies WebPreferences
