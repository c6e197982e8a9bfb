import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { replaceFile } from '../../src/main/replace-file.ts'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'save-'))
  file = path.join(folder, 'report.pdf')
})
afterEach(() => {
  chmodSync(folder, 0o700)
  rmSync(folder, { recursive: true, force: true })
})

async function* give(...chunks: (string | Error)[]): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks) {
    if (chunk instanceof Error) throw chunk
    yield new TextEncoder().encode(chunk)
  }
}
const failing = (code: string) => Object.assign(new Error(code), { code })

describe('saving a file', () => {
  test('puts all bytes in order under the name, and leaves nothing beside it', async () => {
    await replaceFile(file, give('%PDF', '-1.7', ' the end'))
    expect(readFileSync(file, 'utf8')).toBe('%PDF-1.7 the end')
    expect(readdirSync(folder)).toEqual(['report.pdf'])
  })

  test('replaces a file that was there', async () => {
    writeFileSync(file, 'last year')
    await replaceFile(file, give('this year'))
    expect(readFileSync(file, 'utf8')).toBe('this year')
  })

  test('that breaks off half way leaves the old file as it was, and no part', async () => {
    writeFileSync(file, 'last year')
    await expect(replaceFile(file, give('half of', new Error('the transfer is gone')))).rejects.toThrow('the transfer')
    expect(readFileSync(file, 'utf8')).toBe('last year')
    expect(readdirSync(folder)).toEqual(['report.pdf'])
  })

  test.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'refused'],
    ['EBUSY', 'in-use'],
  ])('that meets %s says so in words that help', async (code, told) => {
    writeFileSync(file, 'last year')
    await expect(replaceFile(file, give('half', failing(code)))).rejects.toMatchObject({ name: 'AppError', code: told })
    expect(readFileSync(file, 'utf8')).toBe('last year')
  })

  test('in a folder that has gone says so', async () => {
    const gone = path.join(folder, 'gone', 'report.pdf')
    await expect(replaceFile(gone, give('x'))).rejects.toMatchObject({ code: 'folder-missing' })
  })

  test('under the name of a folder is refused, and the folder stays', async () => {
    mkdirSync(file)
    await expect(replaceFile(file, give('x'))).rejects.toMatchObject({ code: 'refused' })
    expect(readdirSync(folder)).toEqual(['report.pdf'])
  })

  test.skipIf(process.getuid?.() === 0)('in a folder that cannot be written is refused', async () => {
    chmodSync(folder, 0o500)
    await expect(replaceFile(file, give('x'))).rejects.toMatchObject({ code: 'refused' })
  })
})
