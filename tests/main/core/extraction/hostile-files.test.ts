import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { extractText } from '../../../../src/main/core/extraction/extract-text.ts'
import type { ExtractionDetails } from '../../../../src/main/core/extraction/run-extraction.ts'
import { startExtractionFromSource } from '../../../support/extraction-worker.ts'
import {
  bombDocx,
  bombOdt,
  bombPdf,
  deepDocx,
  entityBombDocx,
  externalEntityDocx,
  nestedBombDocx,
  nestedBombZip,
  odtContent,
  onePagePdf,
  passwordDocx,
  passwordOdt,
  writeCompoundFile,
  writeOdt,
} from '../../../support/hostile-files.ts'
import {
  docxEntries,
  docxHead,
  docxParagraph,
  docxTail,
  writeDocx,
  writeZip,
  zipEntry,
} from '../../../support/zip-files.ts'

const fixture = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../fixtures/extraction/${name}`, import.meta.url)))

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hostile-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Reads a file and watches what it costs the process: milliseconds, and the most memory it grew by, in bytes. */
async function readWatched(bytes: Buffer, name: string) {
  const file = path.join(folder, name)
  writeFileSync(file, bytes)
  const memoryBefore = process.memoryUsage.rss()
  let most = 0
  const watcher = setInterval(() => (most = Math.max(most, process.memoryUsage.rss() - memoryBefore)), 5)
  const started = performance.now()
  const result = await extractText(file, name, { startWorker: startExtractionFromSource })
  const took = performance.now() - started
  clearInterval(watcher)
  expect(took).toBeLessThan(11_000)
  expect(most).toBeLessThan(600_000_000)
  return result
}

/** Why a file is refused, having seen that the sentence for the person names it and ends as sentences do. */
async function refusalOf(bytes: Buffer, name: string) {
  const result = await readWatched(bytes, name)
  if (result.ok) return `read: ${result.value.text.slice(0, 100)}`
  expect(result.error.message).toContain(`“${name}”`)
  expect(result.error.message).toMatch(/^\S.{20,}\.$/)
  expect(result.error.details).toMatchObject({ file: name })
  return (result.error.details as ExtractionDetails).reason
}

const words = 'I want my own front door.'
const goodDocx = (further: Record<string, string | Uint8Array> = {}) =>
  writeZip(docxEntries(docxHead + docxParagraph(words) + docxTail, further))

describe('a file made to overwhelm the machine is refused in words', () => {
  it('a Word document that unpacks to 300 MB', async () =>
    expect(await refusalOf(bombDocx(), 'bomb.docx')).toBe('too-large-inside'))
  it('one that says it unpacks to 5,000 bytes', async () =>
    expect(await refusalOf(bombDocx({ declared: 5_000 }), 'liar.docx')).toBe('unsafe'))
  it('an OpenDocument text that unpacks to 300 MB', async () =>
    expect(await refusalOf(bombOdt(), 'bomb.odt')).toBe('too-large-inside'))
  it('an archive of bombs with a document’s name', async () =>
    expect(await refusalOf(nestedBombZip(), 'nested.docx')).toBe('not-what-it-says'))
  it('a PDF whose page unpacks to 400 MB', async () =>
    expect(await refusalOf(bombPdf(), 'bomb.pdf')).toBe('too-large-inside'))
  it('the same page disguised as a picture', async () => {
    const result = await readWatched(bombPdf({ asPicture: true }), 'disguised.pdf')
    expect(result.ok ? 'read' : (result.error.details as ExtractionDetails).reason).toMatch(
      /^(too-much-memory|too-slow)$/,
    )
  })
  it('a Word document of entities that multiply', async () =>
    expect(await refusalOf(entityBombDocx(), 'laughs.docx')).toBe('unsafe'))
  it('XML nested 100,000 deep', async () => expect(await refusalOf(deepDocx(100_000), 'deep.docx')).toBe('unsafe'))
  it('Rich Text nested three million deep', async () =>
    expect(await refusalOf(Buffer.from(`{\\rtf1${'{'.repeat(3_000_000)}`), 'deep.rtf')).toBe('unsafe'))
  it('an archive whose entries share one another’s bytes', async () => {
    const main = docxHead + docxParagraph(words) + docxTail
    const entries = ['word/document.xml', 'word/header1.xml', 'word/header2.xml'].map((name) => zipEntry(name, main))
    expect(await refusalOf(writeZip(entries, { shareData: true }), 'overlap.docx')).toBe('unsafe')
  })
  it('an archive of 6,000 parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 6_000 }, (_, index) => [`word/part${index}.xml`, '<a/>']))
    expect(await refusalOf(goodDocx(parts), 'parts.docx')).toBe('unsafe')
  })
  it('an old Word file whose sectors go round in a circle', async () => {
    const file = writeCompoundFile({ WordDocument: Buffer.alloc(9_000, 1), '1Table': Buffer.alloc(100) })
    // The first sector of the document names itself as the next.
    file.writeUInt32LE(2, 512 + 2 * 4)
    expect(await refusalOf(file, 'circle.doc')).toBe('damaged')
  })
  it('a million blanks asked for in one element cost nothing', async () => {
    const content = odtContent('<text:p>I<text:s text:c="1000000000"/>want to walk.</text:p>')
    const result = await readWatched(writeOdt(content), 'blanks.odt')
    expect(result).toMatchObject({ ok: true })
    expect(result.ok && result.value.text.length).toBeLessThan(300)
  })
})

describe('a file that carries more than words gives its words alone', () => {
  it('a document with an archive bomb inside, which is never opened', async () => {
    const result = await readWatched(nestedBombDocx(), 'carrier.docx')
    expect(result).toEqual({ ok: true, value: { text: `${words}\n`, format: 'docx', notes: [] } })
  })
  it('a document with macros, and says so', async () => {
    const result = await readWatched(goodDocx({ 'word/vbaProject.bin': 'Sub AutoOpen' }), 'macro.docm')
    expect(result).toMatchObject({
      ok: true,
      value: { text: `${words}\n`, notes: ['The file holds macros: they were not run.'] },
    })
  })
  it('a document in a zip64 archive', async () => {
    const bytes = writeZip(docxEntries(docxHead + docxParagraph(words) + docxTail), { zip64: true })
    expect(await readWatched(bytes, 'long.docx')).toMatchObject({ ok: true, value: { text: `${words}\n` } })
  })
  it('a document that asks for a file of this machine is refused, and the file’s words appear nowhere', async () => {
    const secret = path.join(folder, 'secret.txt')
    writeFileSync(secret, 'the-secret-words')
    const result = await readWatched(externalEntityDocx(pathToFileURL(secret).href), 'outside.docx')
    expect(result).toMatchObject({ ok: false, error: { details: { reason: 'unsafe' } } })
    expect(JSON.stringify(result)).not.toContain('the-secret-words')
  })
})

describe('a file that stops half-way is said to be cut off', () => {
  it.each(['docx', 'odt', 'doc', 'rtf', 'pdf'])('.%s', async (format) => {
    const bytes = fixture(`plan.${format}`)
    for (const part of [0.9, 0.5, 0.1]) {
      expect(await refusalOf(bytes.subarray(0, Math.floor(bytes.length * part)), `half.${format}`)).toBe('truncated')
    }
  })
})

describe('a file with one letter changed', () => {
  it('never gives words that its archive does not vouch for', async () => {
    const main = docxHead + docxParagraph(words) + docxTail
    const changed = Buffer.from(main.replace('own', 'owl'))
    const entry = { ...zipEntry('word/document.xml', main), packed: changed, method: 0 }
    expect(await refusalOf(writeZip(docxEntries(entry)), 'changed.docx')).toBe('damaged')
  })
})

describe('a file that a password protects is said to be so', () => {
  it('.docx', async () => expect(await refusalOf(passwordDocx(), 'locked.docx')).toBe('encrypted'))
  it('.pdf', async () => expect(await refusalOf(fixture('password.pdf'), 'locked.pdf')).toBe('encrypted'))
  it('.odt', async () => expect(await refusalOf(passwordOdt(), 'locked.odt')).toBe('encrypted'))
  it('.doc', async () => {
    const document = Buffer.alloc(9_000)
    document.writeUInt16LE(0xa5ec, 0)
    document.writeUInt16LE(0xc1, 2)
    document.writeUInt16LE(0x0100, 0xa)
    expect(await refusalOf(writeCompoundFile({ WordDocument: document }), 'locked.doc')).toBe('encrypted')
  })
  it('an archive whose parts are encrypted', async () => {
    const entries = docxEntries(docxHead + docxTail).map((entry) => ({ ...entry, flags: 1 }))
    expect(await refusalOf(writeZip(entries), 'zipped.docx')).toBe('encrypted')
  })
})

describe('a file with nothing in it is said to be empty', () => {
  it.each(['txt', 'md', 'docx', 'doc', 'pdf', 'odt', 'rtf'])('.%s', async (format) =>
    expect(await refusalOf(Buffer.alloc(0), `nothing.${format}`)).toBe('empty'),
  )
  it('blanks alone', async () => expect(await refusalOf(Buffer.from(' \r\n\t\n'), 'blanks.txt')).toBe('empty'))
  it('a Word document without a word', async () =>
    expect(await refusalOf(writeDocx('<w:p/>'), 'blank.docx')).toBe('no-text'))
  it('a scanned PDF', async () =>
    expect(await refusalOf(onePagePdf(Buffer.from('0 0 100 100 re f')), 'scan.pdf')).toBe('no-text'))
})

describe('a file that is not what its name says', () => {
  it.each(['docx', 'doc', 'pdf', 'odt', 'rtf'])('plain text named .%s is refused', async (format) =>
    expect(await refusalOf(Buffer.from('this is not a document'), `fake.${format}`)).toBe('not-what-it-says'),
  )
  it('a picture named .pdf is refused', async () =>
    expect(await refusalOf(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'photo.pdf')).toBe(
      'not-what-it-says',
    ))
  it('a program named .txt is refused', async () =>
    expect(await refusalOf(Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), 'notes.txt')).toBe('not-what-it-says'))
  it('text with NUL bytes is refused', async () =>
    expect(await refusalOf(Buffer.from('I want\0 my own front door, and a garden.'), 'nul.txt')).toBe(
      'not-what-it-says',
    ))
  it('a workbook is refused by its own name', async () =>
    expect(
      await refusalOf(
        writeZip([zipEntry('[Content_Types].xml', '<Types/>'), zipEntry('xl/workbook.xml', '<workbook/>')]),
        'table.xlsx',
      ),
    ).toBe('unsupported'))
  it('a web page is refused', async () =>
    expect(await refusalOf(Buffer.from('<html>I want</html>'), 'page.html')).toBe('unsupported'))
  it.each([
    ['plan.rtf', 'plan.doc', 'rtf'],
    ['plan.docx', 'plan.pdf', 'docx'],
    ['plan.pdf', 'plan.docx', 'pdf'],
    ['plan.doc', 'plan.txt', 'doc'],
  ])('%s named %s is read, and the name is mentioned', async (original, name, format) => {
    const result = await readWatched(fixture(original), name)
    expect(result).toMatchObject({ ok: true, value: { format } })
    expect(result.ok && result.value.notes).toEqual([
      expect.stringMatching(new RegExp(`^“${name}” is a .+ although its name`)),
    ])
  })
})

describe('right-to-left words and emoji', () => {
  it('come out of a Word document as they went in', async () => {
    const text = 'I told Noor: السلام عليكم 👩🏽‍🌾'
    const result = await readWatched(writeDocx(docxParagraph(text)), 'noor.docx')
    expect(result).toMatchObject({ ok: true, value: { text: `${text}\n` } })
  })
})
