import { setTimeout as wait } from 'node:timers/promises'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { startWebHost } from '../../src/main/web/host.ts'
import { createClient, type Client, type Transport } from '../../src/shared/client.ts'
import type { MethodName } from '../../src/shared/contract.ts'
import { AppError } from '../../src/shared/result.ts'
import { createFakeElectron } from '../support/fake-electron.ts'
import { failureOf, openApplication, type TestApplication } from '../support/workspace.ts'

const electron = vi.hoisted(() => ({ ipcMain: { handle: (..._args: unknown[]): void => undefined } }))
vi.mock('electron', () => electron)
const { handleCalls } = await import('../../src/main/electron/ipc.ts')

type Application = TestApplication['application']

/** The three ways to the core. Each makes what a client speaks through. */
const ways: Record<string, (application: Application) => Promise<Transport>> = {
  direct: async (application) => (method, input) => application.dispatch(method, input),

  http: async (application) => {
    const host = await startWebHost({ application })
    onTestFinished(() => host.close())
    return async (method, input) => {
      const response = await fetch(`http://127.0.0.1:${host.port}/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token}` },
        body: JSON.stringify(input),
      })
      return response.json()
    }
  },

  ipc: async (application) => {
    const fake = createFakeElectron()
    electron.ipcMain.handle = fake.ipcMain.handle as typeof electron.ipcMain.handle
    handleCalls({ dispatch: application.dispatch, callHost: application.dispatch })
    return (method, input) => fake.invoke(method, input)
  },
}

const workspace = {
  provider: 'Osmere Partnership Trust',
  coreServices: ['acute-wards'],
  from: '2026-04-01',
  to: '2026-09-30',
}
const evidence = { title: 'Community meeting minutes', shows: 'People chose the menu', sourceKind: 'people' as const }

describe.each(Object.entries(ways))('over %s', (_name, makeWay) => {
  let transport: Transport
  let client: Client
  let opened: TestApplication

  beforeEach(async () => {
    opened = await openApplication()
    transport = await makeWay(opened.application)
    client = createClient(transport)
  })

  test('what is written is read back, defaults filled in, every character as it was', async () => {
    await client.call('workspaces.create', { workspace })
    const title = 'Żółw’s café “menu” 👪 <b>&amp;</b> \u2028 מִן'
    const logged = await client.call('evidence.log', { ...evidence, title, shows: 'line one\nline two\ttabbed' })
    const found = await client.call('evidence.get', { id: logged.id })
    expect(found).toEqual(logged)
    expect(found).toMatchObject({
      title,
      shows: 'line one\nline two\ttabbed',
      describesFrom: null,
      chime: [],
      links: [],
    })
  })

  test('a call without a workspace fails with words to act on', async () => {
    expect(await failureOf(client.call('evidence.list', {}))).toMatchObject({ code: 'no-workspace' })
  })

  test('two who change the same thing are told of each other, with both texts', async () => {
    await client.call('workspaces.create', { workspace })
    const { id, version } = await client.call('evidence.log', evidence)
    const change = (title: string) =>
      client.call('evidence.update', { id, expectedVersion: version, changes: { title } })
    await change('Mine')
    const conflict = await failureOf(change('Theirs'))
    expect(conflict.code).toBe('conflict')
    expect(JSON.stringify(conflict.details)).toContain('Mine')
  })

  test.each<[string, unknown]>([
    ['evidence.log', { title: 'no more than a title' }],
    ['evidence.log', { ...evidence, sourceKind: 'gossip' }],
    ['evidence.log', { ...evidence, extra: 1 }],
    ['evidence.list', []],
    ['evidence.list', null],
    ['evidence.get', { id: '../../etc/passwd' }],
  ])('%s with the input %j is refused as input that does not fit', async (method, input) => {
    expect(await transport(method as MethodName, input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })

  test('the bytes of a file come back as they went in, in chunks', async () => {
    await client.call('workspaces.create', { workspace })
    const { id } = await client.call('evidence.log', evidence)
    const bytes = Buffer.alloc(1_500_000, 'The person’s own words. ')
    const { id: transferId } = await client.call('transfers.begin', { name: 'plan.txt', size: bytes.length })
    for (let offset = 0; offset < bytes.length; offset += 1_048_576) {
      const chunk = bytes.subarray(offset, offset + 1_048_576).toString('base64')
      await client.call('transfers.append', { id: transferId, offset, bytes: chunk })
    }
    const attached = await client.call('attachments.add', { evidenceId: id, transferId, name: 'plan.txt' })
    const file = await client.call('attachments.open', { id: attached.id })
    const parts: Buffer[] = []
    for (let offset = 0; offset < file.size;) {
      const part = Buffer.from((await client.call('transfers.read', { id: file.transferId, offset })).bytes, 'base64')
      parts.push(part)
      offset += part.length
    }
    expect(Buffer.concat(parts).equals(bytes)).toBe(true)
  })

  test('many calls at once are each answered with their own answer', async () => {
    await client.call('workspaces.create', { workspace })
    const titles = Array.from({ length: 40 }, (_, number) => `Item ${number}`)
    const logged = await Promise.all(titles.map((title) => client.call('evidence.log', { ...evidence, title })))
    expect(logged.map(({ title }) => title)).toEqual(titles)
    expect((await client.call('evidence.list', {})).total).toBe(40)
  })

  test('what was done can be undone', async () => {
    await client.call('workspaces.create', { workspace })
    const { id, version } = await client.call('evidence.log', evidence)
    await client.call('evidence.remove', { id, expectedVersion: version })
    expect((await client.call('evidence.list', {})).total).toBe(0)
    await client.call('history.undo', {})
    expect((await client.call('evidence.list', {})).total).toBe(1)
  })
})

test('a name that is no method is refused by each way, whatever it is the name of', async () => {
  const { application } = await openApplication()
  const direct = await ways.direct?.(application)
  const http = await ways.http?.(application)
  for (const name of ['constructor', 'evidence.nothing', '__proto__', 'host.save']) {
    for (const way of [direct, http])
      expect(await way?.(name as MethodName, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
  }
  const ipc = await ways.ipc?.(application)
  await expect(ipc?.('constructor' as MethodName, {})).rejects.toThrow('No handler registered')
})

test('a page in a browser hears of what another one did', async () => {
  const { application } = await openApplication()
  const host = await startWebHost({ application })
  onTestFinished(() => host.close())
  const stream = await fetch(`http://127.0.0.1:${host.port}/events`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${host.token}` },
    body: '{}',
  })
  const heard: string[] = []
  const listening = (async () => {
    for await (const chunk of stream.body ?? []) heard.push(new TextDecoder().decode(chunk))
  })().catch(() => undefined)
  const client = createClient((method, input) => application.dispatch(method, input))
  await client.call('workspaces.create', { workspace })
  await client.call('evidence.log', evidence)
  await vi.waitFor(() => expect(heard.join('')).toContain('"evidence.changed"'), 5_000)
  await host.close()
  await Promise.race([listening, wait(2_000)])
})

test('a client never takes an answer that the contract does not describe', async () => {
  const client = createClient(async () => ({ ok: true, value: { version: '0.1.0', today: 'tomorrow' } }))
  await expect(client.call('app.info', {})).rejects.toThrow('today')
  const odd = createClient(async () => 'an answer')
  await expect(odd.call('app.info', {})).rejects.not.toBeInstanceOf(AppError)
})
