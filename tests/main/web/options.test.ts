import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { defaultDataFolder } from '../../../src/main/data-folder.ts'
import { parseOptions } from '../../../src/main/web/options.ts'

describe('the command line of the web host', () => {
  test('with nothing on it takes any port and the usual folder', () => {
    expect(parseOptions([])).toEqual({ port: 0, dataFolder: defaultDataFolder(), workspace: null, help: false })
  })

  test('names port, data and workspace', () => {
    expect(parseOptions(['--port', '8080', '--data=data', '--workspace', 'a b/c'])).toEqual({
      port: 8080,
      dataFolder: path.resolve('data'),
      workspace: path.resolve('a b/c'),
      help: false,
    })
  })

  test.each([
    ['--port', '65536'],
    ['--port', '-1'],
    ['--port', '80.5'],
    ['--port', '0x50'],
    ['--port', ' 80'],
    ['--port', ''],
    ['--port'],
    ['--data', ''],
    ['--workspace='],
    ['--nonsense'],
    ['serve'],
  ])('%s %s is refused in words', (...args) => {
    expect(() => parseOptions(args)).toThrow(expect.objectContaining({ name: 'AppError', code: 'invalid-input' }))
  })
})
