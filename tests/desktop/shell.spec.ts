import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { commandLine, expect, test, type Desktop } from '../support/desktop.ts'

const newWorkspace = { provider: 'Invented Trust', from: '2026-04-01', to: '2026-09-30' }
const newEvidence = (title: string) => ({ title, shows: 'What it shows', sourceKind: 'people' as const })

/** Makes the next dialogs answer this file or folder. */
const answerDialogs = (desktop: Desktop, place: string | null) =>
  desktop.electron.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' })
    dialog.showOpenDialog = async () => ({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
  }, place)

const countEvidence = async (desktop: Desktop) => (await desktop.client.call('evidence.list', {})).total

test('what was logged is there after the app is closed and opened again', async ({ desktop }) => {
  const { id } = await desktop.client.call('workspaces.create', { workspace: newWorkspace })
  await desktop.client.call('evidence.log', newEvidence('Community meeting minutes'))
  await desktop.close()
  await desktop.open()
  await desktop.client.call('workspaces.open', { id })
  const { rows } = await desktop.client.call('evidence.list', {})
  expect(rows.map(({ title }) => title)).toEqual(['Community meeting minutes'])
})

test('a change is told to the page', async ({ desktop }) => {
  await desktop.page.evaluate(() => {
    const page = window as unknown as {
      heard: string[]
      bridge: { onEvent(listener: (event: { name: string }) => void): () => void }
    }
    page.heard = []
    page.bridge.onEvent(({ name }) => page.heard.push(name))
  })
  await desktop.client.call('settings.set', { actorName: 'Asha Patel' })
  const heard = () => desktop.page.evaluate(() => (window as unknown as { heard: string[] }).heard)
  await expect.poll(heard).toContain('settings.changed')
})

test('a workspace is made in a folder that the person chose, and found again there', async ({ desktop }) => {
  const folder = path.join(desktop.dataFolder, 'chosen')
  await answerDialogs(desktop, folder)
  const chosen = (await desktop.host('host.choosePlace', {})) as { value: { placeId: string; folder: string } }
  expect(chosen.value.folder).toBe(folder)
  await desktop.client.call('workspaces.create', { workspace: newWorkspace, placeId: chosen.value.placeId })
  expect(readdirSync(folder).length).toBeGreaterThan(0)
  const found = (await desktop.host('host.chooseWorkspace', {})) as { value: { id: string } }
  expect((await desktop.client.call('workspaces.open', found.value)).name).toBe('Invented Trust')

  await answerDialogs(desktop, path.join(desktop.dataFolder, 'nothing-here'))
  expect(await desktop.host('host.chooseWorkspace', {})).toMatchObject({ ok: false, error: { code: 'not-found' } })
  await answerDialogs(desktop, null)
  expect(await desktop.host('host.chooseWorkspace', {})).toEqual({ ok: true, value: null })
})

test('a file is saved whole where the person says, and shown in its folder', async ({ desktop }) => {
  await desktop.client.call('workspaces.create', { workspace: newWorkspace })
  const { id } = await desktop.client.call('evidence.log', newEvidence('A letter'))
  const bytes = Buffer.from('%PDF-1.7\nA letter to the ward\n%%EOF\n')
  const sent = await desktop.client.call('transfers.begin', { name: 'letter.pdf', size: bytes.length })
  await desktop.client.call('transfers.append', { id: sent.id, offset: 0, bytes: bytes.toString('base64') })
  const attached = await desktop.client.call('attachments.add', {
    evidenceId: id,
    transferId: sent.id,
    name: 'letter.pdf',
  })
  const opened = await desktop.client.call('attachments.open', { id: attached.id })

  const file = path.join(desktop.dataFolder, 'saved.pdf')
  await answerDialogs(desktop, file)
  const saved = await desktop.host('host.save', { transferId: opened.transferId, fileName: opened.name })
  expect(saved).toEqual({ ok: true, value: { savedAs: 'saved.pdf' } })
  expect(readFileSync(file)).toEqual(bytes)

  const shown = desktop.electron.evaluate(
    ({ shell }) =>
      new Promise((resolve) => {
        shell.showItemInFolder = resolve
      }),
  )
  expect(await desktop.host('host.showSaved', {})).toMatchObject({ ok: true })
  expect(await shown).toBe(file)
})

test('only a link of the checklists reaches the person’s browser', async ({ desktop }) => {
  await desktop.electron.evaluate(({ shell }) => {
    const opened: string[] = []
    Object.assign(globalThis, { opened })
    shell.openExternal = async (address) => void opened.push(address)
  })
  const open = (url: string) => desktop.host('host.openLink', { url })
  expect(await open('https://www.cqc.org.uk/guidance')).toMatchObject({ ok: true })
  for (const url of ['https://evil.example/', 'file:///etc/passwd', 'https://www.cqc.org.uk@evil.example/', 'calc.exe'])
    expect(await open(url)).toMatchObject({ ok: false, error: { code: 'refused' } })
  const opened = await desktop.electron.evaluate(() => (globalThis as unknown as { opened: string[] }).opened)
  expect(opened).toEqual(['https://www.cqc.org.uk/guidance'])
})

test('the menu shows what the page says, and asks the page', async ({ desktop }) => {
  const labelOf = (id: string) =>
    desktop.electron.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.label, id)
  await desktop.page.evaluate(() => {
    const page = window as unknown as {
      asked: string[]
      bridge: { onMenu(listener: (command: string) => void): () => void }
    }
    page.asked = []
    const stop = page.bridge.onMenu(() => page.asked.push('stopped'))
    stop()
    page.bridge.onMenu((command) => page.asked.push(command))
  })
  await desktop.host('host.setMenu', { workspaceOpen: true, undo: 'Evidence removed', redo: null })
  expect(await labelOf('undo')).toBe('&Undo: Evidence removed')
  await desktop.electron.evaluate(({ Menu }) => {
    for (const id of ['undo', 'home']) Menu.getApplicationMenu()?.getMenuItemById(id)?.click()
  })
  const asked = () => desktop.page.evaluate(() => (window as unknown as { asked: string[] }).asked)
  await expect.poll(asked).toEqual(['undo', 'home'])
})

test('a second instance gives way to the first, which comes to the front', async ({ desktop }) => {
  await desktop.electron.evaluate(({ app, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.minimize()
    Object.assign(globalThis, { seconds: 0 })
    app.on('second-instance', () => (globalThis as unknown as { seconds: number }).seconds++)
  })
  const [program, ...args] = commandLine(desktop.dataFolder)
  await promisify(execFile)(program, args, { timeout: 20_000 })
  const first = () =>
    desktop.electron.evaluate(({ BrowserWindow }) => ({
      windows: BrowserWindow.getAllWindows().length,
      minimised: BrowserWindow.getAllWindows()[0]?.isMinimized(),
      seconds: (globalThis as unknown as { seconds: number }).seconds,
    }))
  await expect.poll(first).toEqual({ windows: 1, minimised: false, seconds: 1 })
  await desktop.client.call('app.info', {})
})

test('the window comes back where it was', async ({ desktop }) => {
  const place = { x: 40, y: 30, width: 900, height: 620 }
  const bounds = () => desktop.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  await desktop.electron.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), place)
  await expect.poll(bounds).toMatchObject(place)
  await desktop.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
  await desktop.electron.waitForEvent('close').catch(() => undefined)
  expect(existsSync(path.join(desktop.dataFolder, 'window.json'))).toBe(true)
  await desktop.open()
  expect(await bounds()).toMatchObject(place)
})

test('a page whose process ends is started again, says so, and has lost nothing that was saved', async ({
  desktop,
}) => {
  await desktop.client.call('workspaces.create', { workspace: newWorkspace })
  await desktop.client.call('evidence.log', newEvidence('Ward round'))
  await desktop.electron.evaluate(({ dialog }) => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    dialog.showMessageBox = (async (_window: unknown, { message }: { message: string }) => {
      said.push(message)
      return { response: 0, checkboxChecked: false }
    }) as typeof dialog.showMessageBox
  })
  await desktop.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  const said = () => desktop.electron.evaluate(() => (globalThis as unknown as { said: string[] }).said)
  await expect.poll(said).toHaveLength(1)
  expect((await said())[0]).toMatch(/^The screen stopped and was started again \(reference [0-9A-F]{4}\)\.$/)
  const log = readFileSync(path.join(desktop.dataFolder, 'log.txt'), 'utf8')
  expect(log).toContain(/reference ([0-9A-F]{4})/.exec((await said())[0] ?? '')?.[1] ?? 'no reference')
  const total = () =>
    desktop.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        "bridge.call('evidence.list', {}).then((answer) => answer.value.total)",
      ),
    )
  await expect.poll(total).toBe(1)
})

test('nothing that was acknowledged is lost when the app is killed while it writes', async ({ desktop }) => {
  test.slow()
  const { id } = await desktop.client.call('workspaces.create', { workspace: newWorkspace })
  for (let round = 0; round < 3; round++) {
    const before = await countEvidence(desktop)
    let acknowledged = 0
    await desktop.page.exposeFunction('acknowledge', () => void acknowledged++)
    const write = async (evidence: object) => {
      const page = window as unknown as {
        bridge: { call(name: string, input: unknown): Promise<{ ok: boolean }> }
        acknowledge(): void
      }
      for (;;) if ((await page.bridge.call('evidence.log', evidence)).ok) page.acknowledge()
    }
    const writing = desktop.page.evaluate(write, newEvidence('Written in haste')).catch(() => undefined)
    await expect.poll(() => acknowledged, { timeout: 20_000 }).toBeGreaterThan(20)
    await desktop.kill()
    await writing
    await desktop.open()
    await desktop.client.call('workspaces.open', { id })
    expect(await countEvidence(desktop)).toBeGreaterThanOrEqual(before + acknowledged)
  }
})
