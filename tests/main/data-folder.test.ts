import { expect, test } from 'vitest'
import { defaultDataFolder } from '../../src/main/data-folder.ts'

test.each([
  ['linux', {}, '/home/asha', '/home/asha/.config/Recovery Evidence'],
  ['linux', { XDG_CONFIG_HOME: '/data/config' }, '/home/asha', '/data/config/Recovery Evidence'],
  ['darwin', {}, '/Users/asha', '/Users/asha/Library/Application Support/Recovery Evidence'],
  ['win32', { APPDATA: 'D:\\Roaming' }, 'C:\\Users\\asha', 'D:\\Roaming\\Recovery Evidence'],
  ['win32', {}, 'C:\\Users\\asha', 'C:\\Users\\asha\\AppData\\Roaming\\Recovery Evidence'],
] as const)('on %s with %j the data is where the desktop app has it', (platform, env, home, folder) => {
  expect(defaultDataFolder(platform, env, home)).toBe(folder)
})
