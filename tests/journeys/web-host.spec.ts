import { expect, test } from '../support/app.ts'
import { startHost } from '../support/web-host.ts'

test('the link opens the app, and its key is taken out of the address at once', async ({ launch }) => {
  const { page } = await launch()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(page.url()).not.toContain('token')
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(2)
})

test('a second tab of the same browser works without the link', async ({ launch }) => {
  const app = await launch()
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible()
  const { origin } = new URL(app.page.url())
  const tab = await app.page.context().newPage()
  await tab.goto(`${origin}/`)
  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await tab.evaluate(() => sessionStorage.length)).toBe(1)
})

test('what one tab does is told to the other', async ({ launch }) => {
  const app = await launch()
  const heard = app.page.waitForResponse((response) => response.url().endsWith('/api/settings.get'))
  await app.client.call('settings.set', { actorName: 'Asha Patel' })
  expect((await heard).status()).toBe(200)
})

test('another site in the same browser gets nothing from the host', async ({ launch, browser }) => {
  const app = await launch()
  const { origin } = new URL(app.page.url())
  const context = await browser.newContext()
  const page = await context.newPage()
  await page.route('http://evil.example/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<p>elsewhere' }),
  )
  await page.goto('http://evil.example/')
  const tries = await page.evaluate(async (host) => {
    const got: Record<string, unknown> = {}
    const json = { 'content-type': 'application/json' }
    const post = { method: 'POST', body: '{}' }
    got.simple = await fetch(`${host}/api/settings.get`, post).then(
      () => 'answered',
      () => 'refused',
    )
    got.json = await fetch(`${host}/api/settings.get`, { ...post, headers: json }).then(
      () => 'answered',
      () => 'refused',
    )
    got.script = await new Promise((resolve) => {
      const script = Object.assign(document.createElement('script'), { src: `${host}/` })
      script.addEventListener('load', () => resolve('loaded'))
      script.addEventListener('error', () => resolve('refused'))
      document.body.append(script)
    })
    const frame = Object.assign(document.createElement('iframe'), { src: `${host}/` })
    document.body.append(frame)
    await new Promise((resolve) => {
      setTimeout(resolve, 500)
    })
    return got
  }, origin)
  expect(tries).toEqual({ simple: 'refused', json: 'refused', script: 'refused' })
  expect(page.frames().filter((frame) => frame.url().startsWith(origin))).toHaveLength(0)
  await context.close()
})

test('words never become a script in a browser of today', async ({ launch }) => {
  const app = await launch()
  app.allow(/Content Security Policy|TrustedHTML|TrustedScript|Failed to load resource|Failed to execute|violates/)
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible()
  const done = await app.page.evaluate(async () => {
    const page = window as unknown as Record<string, unknown>
    const words = 'window.injected = true'
    const pause = () =>
      new Promise((resolve) => {
        setTimeout(resolve, 50)
      })
    // What the test itself evaluates is let through; what comes after it is the page's own.
    await pause()
    const tries: Record<string, () => unknown> = {
      // oxlint-disable-next-line no-eval -- an attacker would
      eval: () => globalThis.eval(words),
      element: () => document.body.append(Object.assign(document.createElement('script'), { text: words })),
      markup: () =>
        (document.body.appendChild(document.createElement('i')).innerHTML = `<img src=x onerror="${words}">`),
      link: () => {
        const link = Object.assign(document.createElement('a'), { href: `javascript:${words}` })
        document.body.append(link)
        link.click()
      },
    }
    const succeeded: string[] = []
    for (const [name, attempt] of Object.entries(tries)) {
      try {
        attempt()
      } catch {
        // Refused.
      }
      await pause()
      if (page.injected) succeeded.push(name)
      delete page.injected
    }
    return succeeded
  })
  expect(done).toEqual([])
})

test('a host that was killed is missed at once, and the page finds it again when it is back', async ({ launch }) => {
  const app = await launch()
  app.allow(/ERR_CONNECTION|ERR_INCOMPLETE|network error|Failed to fetch/)
  await expect(app.page.getByRole('heading', { level: 1 })).toBeVisible()
  await app.kill()
  const lost = app.page.getByText('The program that holds this workspace does not answer.', { exact: true })
  await expect(lost).toBeVisible({ timeout: 15_000 })
  const page = await app.restart()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})

test('a page that was left open over a new start of the program says to open the address again', async ({ launch }) => {
  const app = await launch()
  app.allow(/401|Failed to load resource|ERR_CONNECTION/)
  const { page } = app
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const left = await page.context().newPage()
  await left.goto(page.url())
  await expect(left.getByRole('heading', { level: 1 })).toBeVisible()
  const { port } = new URL(page.url())
  await app.kill()
  await expect(left.getByRole('alert').filter({ hasText: 'does not answer' }).first()).toBeVisible()
  const again = await startHost(app.dataFolder, ['--port', port])
  try {
    await expect(left.getByRole('alert').filter({ hasText: 'Open the address again' }).first()).toBeVisible()
  } finally {
    await left.close()
    await again.kill()
  }
})
