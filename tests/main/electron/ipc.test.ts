import { beforeEach, describe, expect, test, vi } from 'vitest'
import { methodNames } from '../../../src/shared/contract.ts'
import { hostMethodNames } from '../../../src/shared/host-contract.ts'
import { succeed } from '../../../src/shared/result.ts'
import { createFakeElectron } from '../../support/fake-electron.ts'

const electron = vi.hoisted(() => ({ ipcMain: { handle: (..._args: unknown[]): void => undefined } }))
vi.mock('electron', () => electron)

const { handleCalls } = await import('../../../src/main/electron/ipc.ts')

const heard: string[] = []
let fake: ReturnType<typeof createFakeElectron>

beforeEach(() => {
  fake = createFakeElectron()
  electron.ipcMain.handle = fake.ipcMain.handle as typeof electron.ipcMain.handle
  heard.length = 0
  const answer = (from: string) => async (method: string, input: unknown) => {
    heard.push(`${from} ${method} ${JSON.stringify(input)}`)
    return succeed(from)
  }
  handleCalls({ dispatch: answer('application'), callHost: answer('host') })
})

describe('calls between the page and the main process', () => {
  test('have a channel for each method of the two contracts, and no other', () => {
    expect(fake.channels().toSorted()).toEqual([...methodNames, ...hostMethodNames].toSorted())
  })

  test('reach who answers them', async () => {
    expect(await fake.invoke('evidence.get', { id: 'e1' })).toEqual(succeed('application'))
    expect(await fake.invoke('host.describe', {})).toEqual(succeed('host'))
    expect(heard).toEqual(['application evidence.get {"id":"e1"}', 'host host.describe {}'])
  })

  test.each([
    null,
    { url: 'https://evil.example/', parent: null },
    { url: 'file:///index.html', parent: null },
    { url: 'data:text/html,', parent: null },
    { url: 'app://other/index.html', parent: null },
    { url: 'app://bundle/index.html', parent: { url: 'app://bundle/index.html' } },
  ])('from %j are refused on every channel, and nobody hears of them', async (frame) => {
    for (const channel of fake.channels()) {
      expect(await fake.invoke(channel, {}, frame)).toMatchObject({ ok: false, error: { code: 'refused' } })
    }
    expect(heard).toEqual([])
  })
})
