import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from '../support/desktop.ts'
import { doMainJob } from '../support/main-job.ts'

test('a quality lead does the whole main job in the desktop app, and finds it all again', async ({ desktop }) => {
  test.setTimeout(240_000)
  const faults: string[] = []
  const watch = () => {
    desktop.page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    desktop.page.on('pageerror', (error) => faults.push(error.message))
  }
  watch()
  await doMainJob({
    page: desktop.page,
    copyPicture: (picture) =>
      desktop.electron.evaluate(
        ({ clipboard, nativeImage }, base64) =>
          (clipboard as unknown as { writeImage(image: unknown): void }).writeImage(
            nativeImage.createFromBuffer(Buffer.from(base64, 'base64')),
          ),
        picture.toString('base64'),
      ),
    async saved(act) {
      const file = path.join(desktop.dataFolder, 'self-assessment.pdf')
      await desktop.electron.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath })
      }, file)
      await act()
      await expect(desktop.page.getByRole('button', { name: 'Show in folder' })).toBeVisible({ timeout: 120_000 })
      return readFile(file)
    },
    async reopen() {
      await desktop.close()
      await desktop.open()
      watch()
      return desktop.page
    },
  })
  expect(faults).toEqual([])
})
