import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { openLog } from '../../../src/main/electron/log-file.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'log-'))
const file = path.join(folder, 'log.txt')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lines = () => (existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n') : [])

test('lines are kept in order, each with its moment, none broken in two', async () => {
  const log = openLog(folder)
  log('first')
  log('second\nwith a break')
  await vi.waitFor(() => expect(lines()).toHaveLength(2))
  expect(lines()[0]).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z first$/)
  expect(lines()[1]).toMatch(/Z second \| with a break$/)
})

test('a log that has grown too large begins anew, and the old one is kept', async () => {
  writeFileSync(file, 'x'.repeat(1_000_001))
  openLog(folder)('anew')
  await vi.waitFor(() => expect(lines()[0]).toMatch(/ anew$/))
  expect(readFileSync(`${file}.1`, 'utf8')).toHaveLength(1_000_001)
})

test('a folder that is not there troubles nobody', async () => {
  const log = openLog(path.join(folder, 'gone'))
  expect(() => log('lost')).not.toThrow()
})
