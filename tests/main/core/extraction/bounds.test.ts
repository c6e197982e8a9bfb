import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Worker, type ResourceLimits } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extractText } from '../../../../src/main/core/extraction/extract-text.ts'
import type { ExtractionDetails } from '../../../../src/main/core/extraction/run-extraction.ts'
import { startExtractionFromSource } from '../../../support/extraction-worker.ts'

/** Starts a worker that runs this program instead of reading a file. */
const running =
  (program: string) =>
  (_name: string, data: unknown, options?: { resourceLimits?: ResourceLimits }): Worker =>
    new Worker(program, { ...options, workerData: data, eval: true, stderr: true })

const file = Buffer.from('I want my own front door.')
const reasonOf = (result: Awaited<ReturnType<typeof extractText>>) =>
  result.ok ? 'read' : (result.error.details as ExtractionDetails).reason

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bounds-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a worker that misbehaves becomes a sentence', () => {
  it('when it never answers', async () => {
    const startWorker = running('for (;;);')
    const result = await extractText(file, 'loop.docx', { startWorker, limits: { milliseconds: 400 } })
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'too-slow', message: expect.stringContaining('loop.docx') },
    })
  })

  it('when it ends without a word', async () => {
    const result = await extractText(file, 'silent.docx', { startWorker: running('process.exit(0)') })
    expect(result).toMatchObject({ ok: false, error: { code: 'damaged' } })
  })

  it('when it throws', async () => {
    const result = await extractText(file, 'thrown.docx', { startWorker: running('throw new Error("no")') })
    expect(result).toMatchObject({ ok: false, error: { code: 'damaged' } })
  })

  it('when it fills buffers, which the limit on its heap does not see', async () => {
    const startWorker = running('const kept = []; setInterval(() => kept.push(Buffer.alloc(20e6, 1)), 5)')
    const limits = { memoryBytes: 200_000_000 }
    expect(reasonOf(await extractText(file, 'buffers.docx', { startWorker, limits }))).toBe('too-much-memory')
  })

  it('when it fills its heap', async () => {
    const startWorker = running('const kept = []; for (let n = 0; ; n += 1) kept.push({ n, m: [n] })')
    const limits = { heapMegabytes: 32, memoryBytes: 2_000_000_000 }
    expect(reasonOf(await extractText(file, 'heap.docx', { startWorker, limits }))).toBe('too-much-memory')
  })
})

describe('the door', () => {
  it('stops when it is told to', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 100)
    const options = { startWorker: running('for (;;);'), signal: stop.signal }
    expect(reasonOf(await extractText(file, 'slow.docx', options))).toBe('cancelled')
    expect(reasonOf(await extractText(file, 'slow.docx', options))).toBe('cancelled')
  })

  it('tells how far it is', async () => {
    const seen: number[] = []
    const program =
      'const { parentPort } = require("node:worker_threads"); for (const progress of [0.5, 1]) parentPort.postMessage({ progress }); parentPort.postMessage({ extraction: { text: "x", format: "text", notes: [] } })'
    await extractText(file, 'pages.pdf', { startWorker: running(program), onProgress: (done) => seen.push(done) })
    expect(seen).toEqual([0.5, 1])
  })

  it('says when the file is not there, is a folder or is too large, before it starts anything', async () => {
    const startWorker = () => {
      throw new Error('a worker was started')
    }
    const large = path.join(folder, 'large.txt')
    writeFileSync(large, 'I want to walk.')
    expect(reasonOf(await extractText(path.join(folder, 'gone.txt'), 'gone.txt', { startWorker }))).toBe('missing')
    expect(reasonOf(await extractText(folder, 'folder', { startWorker }))).toBe('unreadable')
    const limits = { fileBytes: 10 }
    expect(reasonOf(await extractText(large, 'large.txt', { startWorker, limits }))).toBe('too-large')
  })

  it('reads files one after another, and goes on after one that fails', async () => {
    const names = ['one.txt', 'two.pdf', 'three.txt']
    const results = await Promise.all(
      names.map((name) => extractText(file, name, { startWorker: startExtractionFromSource })),
    )
    expect(results.map((result) => result.ok)).toEqual([true, false, true])
  })

  it('refuses more characters than the bound', async () => {
    const options = { startWorker: startExtractionFromSource, limits: { characters: 10 } }
    for (const name of ['long.txt', 'long.rtf']) {
      const bytes = name.endsWith('rtf') ? Buffer.from(`{\\rtf1 ${file.toString()}}`) : file
      expect(reasonOf(await extractText(bytes, name, options))).toBe('too-large')
    }
  })
})
