import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { extractText } from '../../../../src/main/core/extraction/extract-text.ts'
import { startExtractionFromSource } from '../../../support/extraction-worker.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../../../fixtures/extraction/${name}`, import.meta.url))
const expected = (name: string) => readFileSync(fixture(name), 'utf8')
const read = (file: Uint8Array | string, name: string) =>
  extractText(file, name, { startWorker: startExtractionFromSource })

describe('a care plan saved in each format', () => {
  it.each(['docx', 'doc', 'odt', 'rtf'])(
    'reads word for word from .%s, with bullets, numbers, cells, notes and page furniture',
    async (format) => {
      const result = await read(fixture(`plan.${format}`), `plan.${format}`)
      expect(result).toEqual({ ok: true, value: { text: expected('plan.expected.txt'), format, notes: [] } })
    },
  )

  it('reads from .pdf in the lines in which it is printed', async () => {
    const result = await read(fixture('plan.pdf'), 'plan.pdf')
    expect(result).toEqual({ ok: true, value: { text: expected('plan.pdf.expected.txt'), format: 'pdf', notes: [] } })
  })

  it('reads whole paragraphs and rows from a .pdf that was made to be accessible', async () => {
    const result = await read(fixture('plan-tagged.pdf'), 'plan.pdf')
    const text = expected('plan-tagged.pdf.expected.txt')
    expect(result).toEqual({ ok: true, value: { text, format: 'pdf', notes: [] } })
  })

  it('gives the same words from a PDF as from the document it was made of', () => {
    const words = (text: string) => text.match(/[\p{L}\p{N}’]+/gu)?.toSorted()
    // The PDF prints the numbers of the footnote, which the document computes.
    const printed = expected('plan.pdf.expected.txt').replace('tablets1', 'tablets').replace('\n1 Orla', '\nOrla')
    expect(words(printed)).toEqual(words(expected('plan.expected.txt')))
  })
})

describe('plain text', () => {
  const note = 'I’d like “my own” kettle – café too.\n- walks\n- £3 for the bus\n'
  const utf16be = Buffer.from(note, 'utf16le').swap16()
  const windows = Buffer.from(
    note.replaceAll('’', '\x92').replaceAll('“', '\x93').replaceAll('”', '\x94').replaceAll('–', '\x96'),
    'latin1',
  )

  it.each([
    ['UTF-8', 'UTF-8', Buffer.from(note)],
    ['UTF-8 with a byte-order mark', 'UTF-8', Buffer.from(`\ufeff${note}`)],
    ['UTF-16 LE with a byte-order mark', 'UTF-16 LE', Buffer.from(`\ufeff${note}`, 'utf16le')],
    ['UTF-16 BE with a byte-order mark', 'UTF-16 BE', Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be])],
    ['UTF-16 LE without a mark', 'UTF-16 LE', Buffer.from(note, 'utf16le')],
    ['UTF-16 BE without a mark', 'UTF-16 BE', utf16be],
    ['Windows-1252 with smart quotes', 'Windows-1252', windows],
    ['line ends of three systems', 'UTF-8', Buffer.from(note.replace('\n', '\r\n').replace('walks\n', 'walks\r'))],
  ])('in %s reads the same', async (_title, encoding, bytes) => {
    const result = await read(bytes, 'note.txt')
    expect(result).toEqual({ ok: true, value: { text: note, format: 'text', encoding, notes: [] } })
  })

  it('keeps right-to-left words and emoji as they are', async () => {
    const text = 'I told Noor: السلام عليكم 👩🏽‍🌾\nשלום, she said.\n'
    const result = await read(Buffer.from(text), 'note.md')
    expect(result).toEqual({ ok: true, value: { text, format: 'markdown', encoding: 'UTF-8', notes: [] } })
  })

  it('of 50,000 lines reads whole', async () => {
    const text = Array.from({ length: 50_000 }, (_, index) => `- I walked ${index} steps.`).join('\n')
    const result = await read(Buffer.from(text), 'steps.txt')
    expect(result.ok && result.value.text).toBe(text)
  })

  it('named as a table keeps its commas', async () => {
    const result = await read(Buffer.from('ward,plan\nKestrel,"I, me"\n'), 'plans.csv')
    expect(result).toMatchObject({ ok: true, value: { format: 'csv', text: 'ward,plan\nKestrel,"I, me"\n' } })
  })
})
