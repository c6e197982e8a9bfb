import os from 'node:os'
import path from 'node:path'

/** The folder's name under the person's own application data, as the desktop has it. */
const folderName = 'Recovery Evidence'

/** Where the product keeps its list of workspaces and settings when no other folder is named: the same place for every host. */
export function defaultDataFolder(platform = process.platform, env = process.env, home = os.homedir()): string {
  const { join } = platform === 'win32' ? path.win32 : path.posix
  if (platform === 'win32') return join(env.APPDATA ?? join(home, 'AppData', 'Roaming'), folderName)
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', folderName)
  return join(env.XDG_CONFIG_HOME ?? join(home, '.config'), folderName)
}
