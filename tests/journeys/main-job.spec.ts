import { readFile } from 'node:fs/promises'
import type { App } from '../support/app.ts'
import { expect, test } from '../support/app.ts'
import { doMainJob } from '../support/main-job.ts'
import { bringInMany } from '../support/many-items.ts'

/** How many items the workspace holds beforehand: none, unless `RECOVERY_EVIDENCE_ITEMS` says so. */
const items = Number(process.env.RECOVERY_EVIDENCE_ITEMS ?? 0)

test('a quality lead does the whole main job, from a new workspace to a saved PDF, and finds it all again', async ({
  launch,
}) => {
  test.setTimeout(240_000)
  const app = await launch()
  await doMainJob({
    page: app.page,
    copyPicture: (picture) => copyPicture(app, picture),
    async saved(act) {
      const download = app.page.waitForEvent('download', { timeout: 120_000 })
      await act()
      const path = await (await download).path()
      return readFile(path)
    },
    fill: () => bringInMany((method, input) => app.client.call(method, input) as never, items, { isPlaced: false }),
    reopen: () => app.restart(),
  })
})

/** Puts a picture on the clipboard from a page of another program, so that nothing of the product is asked to. */
async function copyPicture(app: App, picture: Buffer) {
  const context = app.page.context()
  const other = await context.newPage()
  await other.route('https://pictures.example/', (route) => route.fulfill({ contentType: 'text/html', body: '<p>' }))
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: 'https://pictures.example' })
  await other.goto('https://pictures.example/')
  const size = await other.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    const blob = new Blob([bytes], { type: 'image/png' })
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
    return blob.size
  }, picture.toString('base64'))
  expect(size).toBe(picture.length)
  await other.close()
  await app.page.bringToFront()
}
