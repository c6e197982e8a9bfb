import { readFileSync } from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { contentSecurityPolicy } from '../../src/main/serve/security-headers.ts'
import { expect, isRoot, test } from '../support/desktop.ts'

const startPage = 'app://bundle/index.html'

/** A server of this machine that counts who comes. */
async function listen() {
  const heard: string[] = []
  const server = http.createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`)
    response.end('<title>elsewhere</title>')
  })
  server.on('upgrade', (_request, socket) => {
    heard.push('upgrade')
    socket.destroy()
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return { heard, address: `127.0.0.1:${port}`, close: () => server.close() }
}

/**
 * What Chromium's own record of its network says was looked up, connected to or requested; addresses inside the app and the local wire
 * to the tests left out. `kinds` is how many kinds of event the record knows: a broken record knows none.
 */
function readNetworkRecord(file: string): { kinds: number; outward: string[] } {
  const record = JSON.parse(readFileSync(file, 'utf8')) as {
    constants: { logEventTypes: Record<string, number> }
    events: { type: number; params?: Record<string, unknown> }[]
  }
  const nameOf = new Map(Object.entries(record.constants.logEventTypes).map(([name, type]) => [type, name]))
  const outward = record.events.flatMap(({ type, params }) => {
    const name = nameOf.get(type) ?? ''
    const isOutward =
      /^(URL_REQUEST_START_JOB|HOST_RESOLVER_|TCP_CONNECT|UDP_CONNECT|UDP_BYTES_SENT|QUIC_SESSION)/.test(name)
    const address = String(params?.url ?? params?.host ?? params?.address ?? '')
    return isOutward && address !== '' && !/^(app|devtools|data|blob):/.test(address) ? [`${name} ${address}`] : []
  })
  return { kinds: nameOf.size, outward }
}

const isAt = (page: Page) => page.url().replace(/#.*$/, '')

test('says which Electron the tests run on', async ({ desktop }) => {
  const versions = await desktop.electron.evaluate(() => process.versions)
  test.info().annotations.push({ type: 'Electron', description: `${versions.electron}, Chromium ${versions.chrome}` })
  console.log(`Electron ${versions.electron}, Chromium ${versions.chrome}, Node ${versions.node}`)
  expect(Number.parseInt(versions.electron ?? '', 10)).toBeGreaterThanOrEqual(22)
})

test('opens our own page, under the policy and without a word on the console', async ({ desktop }) => {
  const faults: string[] = []
  desktop.page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  desktop.page.on('pageerror', (error) => faults.push(error.message))
  await desktop.page.reload()
  await expect(desktop.page.locator('#root')).not.toBeEmpty()
  await desktop.page.waitForTimeout(500)
  expect(isAt(desktop.page)).toBe(startPage)
  expect(faults).toEqual([])
})

test('a page has no Node, only the bridge, and cannot change it', async ({ desktop }) => {
  const seen = await desktop.page.evaluate(() => {
    const page = window as unknown as Record<string, unknown>
    const bridge = page.bridge as Record<string, unknown>
    const keys = Object.keys(bridge)
    try {
      bridge.call = () => 'mine'
      page.bridge = 'mine'
    } catch {
      // A frozen object may say so.
    }
    return {
      node: ['require', 'process', 'module', 'Buffer', 'global', 'electron', '__dirname'].filter(
        (name) => name in page,
      ),
      keys,
      changed: page.bridge === 'mine' || bridge.call?.toString().includes('mine'),
      kinds: keys.map((key) => typeof bridge[key]),
    }
  })
  expect(seen).toEqual({
    node: [],
    keys: ['call', 'host', 'onEvent', 'onMenu'],
    changed: false,
    kinds: ['function', 'function', 'function', 'function'],
  })
})

test('a page opens no window, by script or by a link', async ({ desktop }) => {
  const opened = await desktop.page.evaluate(() => {
    const link = Object.assign(document.createElement('a'), { href: 'https://www.cqc.org.uk', target: '_blank' })
    document.body.append(link)
    link.click()
    return [window.open('https://www.cqc.org.uk'), window.open('app://bundle/index.html'), window.open('about:blank')]
  })
  expect(opened).toEqual([null, null, null])
  await desktop.page.waitForTimeout(300)
  expect(desktop.electron.windows()).toHaveLength(1)
})

test('a page goes nowhere but to our own pages', async ({ desktop }) => {
  const server = await listen()
  const addresses = [
    `http://${server.address}/`,
    'app://other/index.html',
    'file:///etc/hostname',
    'data:text/html,<title>elsewhere</title>',
    `blob:http://${server.address}/1`,
  ]
  for (const address of addresses) {
    await desktop.page.evaluate((target) => {
      const link = Object.assign(document.createElement('a'), { href: target })
      document.body.append(link)
      link.click()
      location.href = target
    }, address)
    await desktop.page.waitForTimeout(200)
    expect(isAt(desktop.page), address).toBe(startPage)
  }
  expect(server.heard).toEqual([])
  server.close()
})

test('a page gets no permission', async ({ desktop }) => {
  const refused = (asking: () => Promise<unknown>) =>
    desktop.page.evaluate(asking).then(
      (answer) => answer,
      () => 'refused',
    )
  expect(await refused(() => Notification.requestPermission())).toBe('denied')
  expect(await refused(() => navigator.mediaDevices.getUserMedia({ audio: true }))).toBe('refused')
  expect(await refused(() => navigator.mediaDevices.getDisplayMedia({ video: true }))).toBe('refused')
  expect(await refused(() => navigator.clipboard.readText())).toBe('refused')
  expect(
    await refused(
      () =>
        new Promise((resolve) => {
          navigator.geolocation.getCurrentPosition(
            () => resolve('found'),
            ({ code }) => resolve(code === 1 ? 'refused' : 'failed'),
          )
        }),
    ),
  ).toBe('refused')
  const states = await desktop.page.evaluate(() =>
    Promise.all(
      (['notifications', 'geolocation', 'persistent-storage'] as PermissionName[]).map(
        async (name) => (await navigator.permissions.query({ name })).state,
      ),
    ),
  )
  expect(states).toEqual(['denied', 'denied', 'denied'])
})

test('words never become a script', async ({ desktop }) => {
  const attempts = await desktop.page.evaluate(async () => {
    const page = window as unknown as Record<string, unknown>
    const words = 'window.injected = true'
    const tries: Record<string, () => unknown> = {
      // oxlint-disable-next-line no-eval -- an attacker would
      eval: () => globalThis.eval(words),
      // oxlint-disable-next-line typescript/no-implied-eval -- an attacker would
      function: () => new Function(words)(),
      timer: () => setTimeout(words as unknown as () => void),
      element: () => document.body.append(Object.assign(document.createElement('script'), { text: words })),
      markup: () =>
        (document.body.appendChild(document.createElement('div')).innerHTML = `<img src=x onerror="${words}">`),
      attribute: () => {
        const image = document.createElement('img')
        image.setAttribute('onerror', words)
        image.setAttribute('src', 'x')
        document.body.append(image)
      },
      link: () => {
        const link = Object.assign(document.createElement('a'), { href: `javascript:${words}` })
        document.body.append(link)
        link.click()
      },
      worker: () => new Worker('assets/worker.js'),
      blob: () => new Worker(URL.createObjectURL(new Blob([words]))),
      policy: () => {
        const { trustedTypes } = page as { trustedTypes: { createPolicy(name: string, rules: unknown): unknown } }
        return trustedTypes.createPolicy('attack', { createScript: (text: string) => text })
      },
    }
    const done: string[] = []
    const pause = () =>
      new Promise((resolve) => {
        setTimeout(resolve, 100)
      })
    // What the test itself evaluates is let through; what comes after it is the page's own.
    await pause()
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        attempt()
        await pause()
        if (page.injected) done.push(name)
        if (['worker', 'blob', 'policy'].includes(name)) done.push(`${name} was allowed`)
      } catch {
        // Refused.
      }
      delete page.injected
    }
    return done
  })
  expect(attempts).toEqual([])
})

test('a style or a frame cannot be brought in', async ({ desktop }) => {
  const seen = await desktop.page.evaluate(async () => {
    const frame = Object.assign(document.createElement('iframe'), { src: 'app://bundle/index.html' })
    const style = Object.assign(document.createElement('style'), { textContent: 'body { outline: 7px solid red }' })
    document.body.append(frame, style)
    await new Promise((resolve) => {
      setTimeout(resolve, 300)
    })
    let framed: string
    try {
      framed = String(frame.contentDocument?.getElementById('root') ?? 'empty')
    } catch {
      framed = 'out of reach'
    }
    return { framed, outline: getComputedStyle(document.body).outlineWidth }
  })
  expect(seen.outline).not.toBe('7px')
  expect(seen.framed).toMatch(/empty|out of reach/)
  expect(desktop.page.frames().filter((frame) => frame.url().startsWith(startPage))).toHaveLength(1)
})

test('nothing is asked of the network, by the page or by the app', async ({ desktop }) => {
  const server = await listen()
  await desktop.page.evaluate(async (address) => {
    new Image().src = `http://${address}/image`
    navigator.sendBeacon(`http://${address}/beacon`)
    document.body.append(
      Object.assign(document.createElement('link'), { rel: 'prefetch', href: `http://${address}/p` }),
    )
    await fetch(`http://${address}/fetch`).catch(() => undefined)
    const socket = new WebSocket(`ws://${address}/socket`)
    await new Promise((resolve) => {
      socket.onerror = resolve
    })
  }, server.address)
  // Where no page's policy stands in the way: the session refuses by itself, and no name is looked up.
  const refusals = await desktop.electron.evaluate(async ({ app, BrowserWindow }, address) => {
    const stranger = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
    const refusal = await stranger.loadURL(`http://${address}/stranger`).then(
      () => 'loaded',
      (error: { code: string }) => error.code,
    )
    stranger.destroy()
    return [refusal, app.commandLine.getSwitchValue('host-resolver-rules')]
  }, server.address)
  expect(refusals).toEqual(['ERR_BLOCKED_BY_CLIENT', 'MAP * ~NOTFOUND'])
  expect(server.heard).toEqual([])
  server.close()
})

test('no connection leaves the machine while the app is used', async ({ launch }, info) => {
  const record = info.outputPath('network.json')
  const desktop = await launch([`--log-net-log=${record}`, '--net-log-capture-mode=IncludeSensitive'])
  await desktop.client.call('workspaces.createSample', {})
  for (const route of ['#/overview', '#/evidence', '#/actions', '#/report']) {
    await desktop.page.evaluate((to) => (location.hash = to), route)
    await desktop.page.waitForTimeout(300)
  }
  // The whole job: a file brought in, a sheet for a ward, a report, a backup.
  const { client } = desktop
  const bytes = Buffer.from('title,shows,source_kind,link\nMinutes,x,processes,https://www.cqc.org.uk/guidance\n')
  const { id: transferId } = await client.call('transfers.begin', { name: 'items.csv', size: bytes.length })
  await client.call('transfers.append', { id: transferId, offset: 0, bytes: bytes.toString('base64') })
  const ward = (await client.call('provider.get', {})).coreServices.flatMap(({ wards }) => wards)[0]
  const tasks = [
    await client.call('evidence.import', { transferId }),
    await client.call('requests.make', { wardId: ward?.id ?? ('' as never), format: 'pdf' }),
    await client.call('report.make', {}),
    await client.call('backups.export', {}),
  ]
  const stateOf = async (taskId: (typeof tasks)[number]['taskId']) => (await client.call('tasks.get', { taskId })).state
  for (const { taskId } of tasks) await expect.poll(() => stateOf(taskId), { timeout: 60_000 }).toBe('done')
  // Typed words are what a spell-checker would fetch its dictionary for.
  await desktop.page.evaluate(() =>
    document.body.append(Object.assign(document.createElement('textarea'), { id: 'typed' })),
  )
  await desktop.page.locator('#typed').pressSequentially('Recoverry orientatd practise')
  await desktop.page.waitForTimeout(1_500)
  await desktop.close()
  const asked = readNetworkRecord(record)
  expect(asked.kinds).toBeGreaterThan(100)
  expect(asked.outward).toEqual([])
})

test('the operating system confines the page', async ({ desktop }) => {
  test.skip(isRoot || process.platform !== 'linux', 'needs Linux and a user other than root')
  const renderer = await desktop.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
  )
  expect(readFileSync(`/proc/${renderer}/status`, 'utf8')).toMatch(/^Seccomp:\t2$/m)
})

test('the protocol serves the built pages, and nothing else', async ({ desktop }) => {
  const get = (address: string, method = 'GET') =>
    desktop.electron.evaluate(
      async ({ net }, asked) => {
        const response = await net.fetch(asked.address, { method: asked.method })
        return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
      },
      { address, method },
    )
  const page = await get(startPage)
  expect(page.status).toBe(200)
  expect(page.headers['content-security-policy']).toBe(contentSecurityPolicy)
  for (const address of [
    'app://bundle/..%2f..%2fpackage.json',
    'app://bundle/..%2fmain%2findex.cjs',
    'app://bundle/../main/index.cjs',
    'app://bundle/%2fetc%2fpasswd',
    'app://other/index.html',
    'app://bundle/missing.js',
    'app://bundle/assets/',
  ])
    expect((await get(address)).status, address).toBe(404)
  expect((await get(startPage, 'POST')).status).toBe(404)
})

test('a call that fits no method, or no input, is refused', async ({ desktop }) => {
  const call = (method: string, input: unknown) =>
    desktop.page.evaluate(
      ([name, given]) =>
        (window as unknown as { bridge: { call(name: unknown, given: unknown): Promise<unknown> } }).bridge
          .call(name, given)
          .catch((error: Error) => error.message),
      [method, input] as const,
    )
  expect(await call('settings.get', { extra: 1 })).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  expect(await call('evidence.log', { title: 1 })).toMatchObject({ ok: false })
  expect(await call('evidence.log', 'words')).toMatchObject({ ok: false })
  for (const name of ['constructor', '__proto__', 'host.save', 'page:event', '', 'settings.get '])
    expect(await call(name, {}), name).toContain('no such method')
  const host = await desktop.page.evaluate(() =>
    (window as unknown as { bridge: { host(name: unknown, given: unknown): Promise<unknown> } }).bridge
      .host('settings.set', { actorName: 'Somebody else' })
      .catch((error: Error) => error.message),
  )
  expect(host).toContain('no such method')
})

test('a page from elsewhere is refused, even with the bridge', async ({ desktop }) => {
  const answers = await desktop.electron.evaluate(async ({ app, BrowserWindow }) => {
    const preload = `${app.getAppPath()}/out/preload/index.cjs`
    const stranger = new BrowserWindow({ show: false, webPreferences: { sandbox: true, preload } })
    await stranger.loadURL('data:text/html,')
    const asking = "Promise.all([bridge.call('settings.get', {}), bridge.host('host.describe', {})])"
    const answered: unknown = await stranger.webContents.executeJavaScript(asking)
    stranger.destroy()
    return answered
  })
  expect(answers).toMatchObject([
    { ok: false, error: { code: 'refused' } },
    { ok: false, error: { code: 'refused' } },
  ])
})

test('the spell-checker, whose dictionary would be downloaded, is off, and nothing is downloaded', async ({
  desktop,
}) => {
  const on = await desktop.electron.evaluate(({ session }) => session.defaultSession.isSpellCheckerEnabled())
  expect(on).toBe(false)
  const downloads = desktop.electron.evaluate(
    ({ session }) =>
      new Promise((resolve) => {
        session.defaultSession.once('will-download', (event) => resolve(event.defaultPrevented))
      }),
  )
  await desktop.page.evaluate(() => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob(['words']))
    link.download = 'words.txt'
    link.click()
  })
  expect(await downloads).toBe(true)
})
