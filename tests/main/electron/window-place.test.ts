import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { decidePlace, keepPlace, readPlace } from '../../../src/main/electron/window-place.ts'

const laptop = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: 0, width: 2560, height: 1400 }
const saved = (x: number, y: number, width = 1200, height = 800, maximised = false) => ({
  bounds: { x, y, width, height },
  maximised,
})
const centred = { bounds: { x: 240, y: 70, width: 1440, height: 900 }, maximised: false }

describe('the window', () => {
  test('opens in the middle of the screen the first time', () => {
    expect(decidePlace(null, [laptop])).toEqual(centred)
  })

  test.each([
    [saved(100, 100)],
    [saved(2000, 300)],
    [saved(-1000, 10)],
    [saved(1800, 1000)],
    [saved(100, 100, 1200, 800, true)],
  ])('comes back to %j, which a screen shows', (place) => {
    expect(decidePlace(place, [laptop, right])).toEqual(place)
  })

  test.each([
    ['a screen that is no longer there', saved(2000, 300)],
    ['far away', saved(-50_000, 0)],
    ['above every screen, where nobody can get hold of it', saved(100, -400)],
    ['below every screen', saved(100, 1030)],
    ['a sliver at the edge', saved(-1150, 100)],
  ])('does not come back to %s', (_where, place) => {
    expect(decidePlace(place, [laptop])).toEqual(centred)
  })

  test('is never larger than the screen, nor smaller than its contents', () => {
    expect(decidePlace(saved(0, 0, 5000, 4000), [laptop]).bounds).toEqual(laptop)
    expect(decidePlace(saved(0, 0, 200, 10), [laptop]).bounds).toMatchObject({ width: 640, height: 400 })
    expect(decidePlace(null, [{ x: 0, y: 0, width: 1280, height: 720 }]).bounds).toMatchObject({
      width: 1280,
      height: 720,
    })
  })

  test('opens though no screen is known', () => {
    expect(decidePlace(saved(0, 0), [])).toEqual({ bounds: { x: 0, y: 0, width: 1440, height: 900 }, maximised: false })
  })
})

describe('where the window was', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'place-'))
  const file = path.join(folder, 'window.json')

  test('is kept and read again', async () => {
    await keepPlace(file, saved(3, -4))
    expect(await readPlace(file)).toEqual(saved(3, -4))
  })

  test.each([
    '',
    'null',
    '{',
    '[]',
    '{"bounds":{"x":0,"y":0,"width":0,"height":0},"maximised":false}',
    '{"bounds":{"x":1e9,"y":0,"width":9,"height":9},"maximised":false}',
    '{"bounds":{"x":0.5,"y":0,"width":9,"height":9},"maximised":false}',
    '{"bounds":{"x":0,"y":0,"width":9,"height":9},"maximised":"yes"}',
    '{"bounds":{"x":0,"y":0,"width":9,"height":9},"maximised":false,"preload":"x"}',
  ])('is forgotten when the file holds %j', async (text) => {
    writeFileSync(file, text)
    expect(await readPlace(file)).toBeNull()
  })

  test('troubles nobody when it cannot be kept or read', async () => {
    rmSync(folder, { recursive: true })
    await expect(keepPlace(file, saved(0, 0))).resolves.toBeUndefined()
    expect(await readPlace(file)).toBeNull()
  })
})
