import { describe, expect, it, vi } from 'vitest'
import { renderPdf } from '../../../../../src/main/core/report/pdf/render-pdf.ts'
import { cleanText } from '../../../../../src/main/core/report/pdf/text-cleaning.ts'
import { reportFonts } from '../../../../support/report-fonts.ts'
import { readTaggedPdf, tagsOf } from '../../../../support/tagged-pdf.ts'
import { hardDocuments } from './hard-documents.ts'
import type { Block, PdfDocument, Text } from '../../../../../src/main/core/report/pdf/document.ts'

/** Other work on the machine makes these slow, never wrong. */
vi.setConfig({ testTimeout: 180_000 })

/** Every text of a document that is to be read, in order. */
function textsOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return textsOfText(block.text)
    if (block.kind === 'paragraph') return block.role === 'decoration' ? [] : textsOfText(block.text)
    if (block.kind === 'list') return block.items.flatMap(textsOfContent)
    if (block.kind === 'group') return textsOf(block.blocks)
    if (block.kind === 'figure') return textsOfText(block.caption ?? '')
    if (block.kind !== 'table') return []
    const cells = [...block.head, ...block.body].flat()
    return [
      ...textsOfText(block.caption ?? ''),
      ...cells.flatMap((cell) =>
        typeof cell === 'object' && 'content' in cell ? textsOfContent(cell.content) : textsOfText(cell),
      ),
    ]
  })
}

function textsOfText(text: Text): string[] {
  if (typeof text === 'string') return [text]
  return 'text' in text ? [text.text] : text.flatMap(textsOfText)
}

function textsOfContent(content: Text | readonly Block[]): string[] {
  const isBlocks = Array.isArray(content) && content.some((part) => typeof part === 'object' && 'kind' in part)
  return isBlocks ? textsOf(content as readonly Block[]) : textsOfText(content as Text)
}

/** Without blanks and invisible characters; letters that look the same are the same. */
function bare(text: string): string {
  return cleanText(text)
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}|\s/gu, '')
}

/** The first text that is not read where it should be, or null. */
function firstLost(document: PdfDocument, read: string): string | null {
  const all = bare(read)
  let position = 0
  for (const text of textsOf(document.content).map(bare)) {
    const at = all.indexOf(text, position)
    if (at < 0) return text.slice(0, 200)
    position = at + text.length
  }
  return null
}

describe.each(Object.entries(hardDocuments))('a document of %s', (_, make) => {
  it('is read word for word, in order, and holds nothing that is neither read nor an artifact', async () => {
    const document = make()
    const { bytes, notes } = await renderPdf(document, { fonts: reportFonts, isReadable: true })
    const pdf = readTaggedPdf(bytes)
    expect(firstLost(document, pdf.root.text)).toBeNull()
    expect(pdf.unmarked).toBe(0)
    expect(notes.offPage ?? 0).toBe(0)
    expect(notes.lostBlock ?? 0).toBe(0)
    expect(notes.missingShape ?? 0).toBe(0)
    expect(
      pdf.root.text.includes('\ufffd') && !document.content.some((block) => JSON.stringify(block).includes('\\ud')),
    ).toBe(false)
  })
})

describe('markup in a text', () => {
  it('stays text', async () => {
    const make = hardDocuments['control characters']
    const { bytes } = await renderPdf(make ? make() : { title: '', createdAt: '', fileId: '', content: [] }, {
      fonts: reportFonts,
      isReadable: true,
    })
    const { root } = readTaggedPdf(bytes)
    expect(root.text).toContain('<svg><script>alert(1)</script></svg> {\\rtf1\\ansi text} <b>bold?</b> &amp;')
    expect(tagsOf(root, 'Link')).toEqual([])
  })
})

describe('a link to something other than a web, mail or telephone address', () => {
  it('is text, and counted', async () => {
    const make = hardDocuments['links']
    const { bytes, notes } = await renderPdf(make ? make() : { title: '', createdAt: '', fileId: '', content: [] }, {
      fonts: reportFonts,
      isReadable: true,
    })
    const targets = tagsOf(readTaggedPdf(bytes).root, 'Link').flatMap((tag) => tag.links.map((link) => link.target))
    expect(notes.unsafeLink).toBe(2)
    expect(targets.filter((target) => /^(?:javascript|file):/.test(target))).toEqual([])
    expect(targets).toContain('https://%C3%B6.example/%C3%BC%20%C3%A9')
  })
})
