import { createRequire } from 'node:module'
import { describe, expect, it, vi } from 'vitest'
import { renderPdf, type RenderPdfOptions } from '../../../../../src/main/core/report/pdf/render-pdf.ts'
import { PdfCancelled, type PdfProgress } from '../../../../../src/main/core/report/pdf/progress.ts'
import { fontAccess } from '../../../../../src/main/core/report/pdf/fonts.ts'
import {
  crossReference,
  figure,
  heading,
  paragraph,
  table,
  type Block,
  type PdfDocument,
} from '../../../../../src/main/core/report/pdf/document.ts'
import { reportFonts } from '../../../../support/report-fonts.ts'
import { readTaggedPdf, tagsOf } from '../../../../support/tagged-pdf.ts'
import { documentOf, longReport, sample, words } from './hard-documents.ts'

/** Other work on the machine makes these slow, never wrong. */
vi.setConfig({ testTimeout: 180_000 })

const render = (document: PdfDocument, more: Partial<RenderPdfOptions> = {}) =>
  renderPdf(document, { fonts: reportFonts, ...more })
const DOT = '<svg width="20" height="20"><circle cx="10" cy="10" r="8" fill="#005eb8"/></svg>'

describe('the same report', () => {
  it('gives the same bytes, and another file identifier gives others', async () => {
    const first = await render(sample())
    expect(Buffer.compare(first.bytes, (await render(sample())).bytes)).toBe(0)
    expect(Buffer.compare(first.bytes, (await render({ ...sample(), fileId: 'another' })).bytes)).not.toBe(0)
  })

  it('says nothing of the clock, the machine or its folders', async () => {
    const { bytes } = await render(sample(), { isReadable: true })
    const text = Buffer.from(bytes).toString('latin1')
    expect(text).toContain('(D:20251125100000Z)')
    expect(text.match(/D:20\d{12}/g)).toEqual(['D:20251125100000'])
    expect(text).not.toContain('node_modules')
  })

  it('reads the same packed and unpacked', async () => {
    const packed = await render(sample())
    const readable = await render(sample(), { isReadable: true })
    expect([packed.pages, packed.tags]).toEqual([readable.pages, readable.tags])
    expect(packed.bytes.length).toBeLessThan(readable.bytes.length / 2)
  })
})

describe('someone who waits for a long report', () => {
  it('sees progress while it is measured and laid out, not only while it is drawn', async () => {
    const seen: PdfProgress[] = []
    await render(longReport(700), { onProgress: (progress) => seen.push(progress) })
    expect([...new Set(seen.map(({ step }) => step))]).toEqual(['measure', 'lay-out', 'draw', 'finish'])
    expect(seen.filter(({ step, done }) => step === 'measure' && done > 0).length).toBeGreaterThan(0)
    const amounts = seen.map(({ done }) => done)
    expect(amounts).toEqual([...amounts].sort((a, b) => a - b))
    expect(amounts.at(-1)).toBe(1)
  })

  it.each(['measure', 'lay-out', 'draw'] as const)(
    'can stop it in the step %s, and hears nothing more',
    async (step) => {
      let isCancelled = false
      let after = 0
      const work = render(longReport(400), {
        onProgress: (progress) => {
          if (isCancelled) after += 1
          isCancelled ||= progress.step === step
        },
        isCancelled: () => isCancelled,
      })
      await expect(work).rejects.toBeInstanceOf(PdfCancelled)
      expect(after).toBeLessThan(2)
    },
  )

  it('loses nothing of a narrative of forty thousand words in one cell', async () => {
    const narrative = Array.from({ length: 40_000 }, (_, index) => `word${index}`).join(' ')
    const { bytes } = await render(
      documentOf([
        table({
          keepRows: true,
          columns: [{ width: 40 }, {}],
          head: [['A', 'B']],
          body: [
            ['1', narrative],
            ['2', 'after'],
          ],
        }),
      ]),
      { isReadable: true },
    )
    const [, cell] = tagsOf(readTaggedPdf(bytes).root, 'TD')
    expect(cell?.text.trim().split(/\s+/).length).toBe(40_000)
  })
})

describe('a mistake of the author of a report', () => {
  const mistakes: [string, () => Partial<PdfDocument> | Block[], RegExp][] = [
    ['no title', () => ({ title: ' \u0007 ' }), /needs a title/],
    ['a language that is none', () => ({ language: 'not a language' }), /Not a language/],
    ['a date that is none', () => ({ createdAt: 'yesterday' }), /Not a date/],
    ['a figure without words', () => [{ kind: 'figure', svg: DOT, alt: ' \u200b ' }], /alternative text/],
    ['an unknown look', () => [paragraph('x', { look: 'fancy' })], /no look named 'fancy'/],
    ['a reference to nothing', () => [paragraph([crossReference('there', 'nowhere')])], /'nowhere'/],
    [
      'the same id twice',
      () => [heading(1, 'a', { id: 'a' }), paragraph('b', { id: 'a' })],
      /two blocks with the id 'a'/,
    ],
    ['a row that is short', () => [table({ columns: [{}, {}], head: [], body: [['x']] })], /fewer cells/],
    ['a row that is long', () => [table({ columns: [{}], head: [], body: [['x', 'y']] })], /does not fit/],
    [
      'a span out of the head',
      () => [table({ columns: [{}], head: [[{ content: 'x', rowSpan: 2 }]], body: [['y']] })],
      /does not fit/,
    ],
    ['a table without rows', () => [table({ columns: [{}], head: [], body: [] })], /no rows/],
    [
      'a colour that prints black',
      () => [figure({ svg: '<svg width="9" height="9"><rect fill="var(--blue)"/></svg>', alt: 'x' })],
      /colour/,
    ],
    [
      'another colour that prints black',
      () => [figure({ svg: '<svg width="9" height="9"><rect style="fill: oklch(1 0 0)"/></svg>', alt: 'x' })],
      /colour/,
    ],
    [
      'a picture from the disk in a drawing',
      () => [figure({ svg: '<svg width="9" height="9"><image href="/etc/hostname"/></svg>', alt: 'x' })],
      /picture/,
    ],
    ['a drawing that is none', () => [figure({ svg: '<html></html>', alt: 'x' })], /svg/i],
  ]

  it.each(mistakes)('is told: %s', async (_, make, message) => {
    const made = make()
    await expect(render(Array.isArray(made) ? documentOf(made) : { ...documentOf([]), ...made })).rejects.toThrow(
      message,
    )
  })

  it('cannot be made where it is a figure without words', () => {
    expect(() => figure({ svg: DOT, alt: '  ' })).toThrow('A figure needs an alternative text')
  })
})

describe('a character that the text font lacks', () => {
  it('is drawn from another font where one has it', async () => {
    const { bytes, missingGlyphs } = await render(documentOf([paragraph('✓ ✔ ☐ ☑ ☒ → ↗ ↘ ◆ ★ ⚠ ≥ ≤ Łukasz Őry ŵ ŷ')]), {
      isReadable: true,
    })
    const { root } = readTaggedPdf(bytes)
    expect(root.text).toBe('✓ ✔ ☐ ☑ ☒ → ↗ ↘ ◆ ★ ⚠ ≥ ≤ Łukasz Őry ŵ ŷ')
    expect(tagsOf(root, 'Span')).toEqual([])
    expect(missingGlyphs).toEqual([])
  })

  it('is named where no font has it, read as what it is, and listed with its place', async () => {
    const { bytes, missingGlyphs } = await render(
      documentOf([heading(1, 'Voices'), paragraph('She said สวัสดี 😀😀.')]),
      { isReadable: true },
    )
    const [quote] = tagsOf(readTaggedPdf(bytes).root, 'P')
    expect(quote?.text).toBe('She said สวัสดี 😀😀.')
    expect(missingGlyphs).toEqual([
      expect.objectContaining({ text: 'สวัสดี', shownAs: '[Thai text]', count: 1, places: ['Voices'] }),
      { text: '😀', codePoints: ['U+1F600'], shownAs: '[U+1F600]', count: 2, places: ['Voices'] },
    ])
  })

  it.each([
    ['Arabic', 'لقد استمعوا إليّ (كل يوم).'],
    ['Urdu', 'یہ میری زندگی ہے، اور میں فیصلہ کرتا ہوں۔'],
    ['Bengali, with a joiner', 'আমার কথা কেউ শোনে না। র‍্যাব'],
    ['Hindi', 'मैं घर जाना चाहती हूँ। क्षत्रिय'],
    ['Punjabi', 'ਮੈਂ ਘਰ ਜਾਣਾ ਚਾਹੁੰਦਾ ਹਾਂ।'],
    ['Gujarati', 'હું ઘરે જવા માંગુ છું'],
    ['Tamil', 'நான் வீட்டிற்கு போக விரும்புகிறேன்'],
    ['Chinese', '我想回家，他们听我说话。（2026年）'],
    ['Polish, Romanian, Greek and Russian', 'Łódź, țară, Ελληνικά, кириллица'],
  ])('is drawn where somebody’s own words are %s, and read as it was said', async (_, words) => {
    const { bytes, missingGlyphs, notes } = await render(documentOf([paragraph(words)]), { isReadable: true })
    expect(readTaggedPdf(bytes).root.text).toBe(words)
    expect([missingGlyphs, notes]).toEqual([[], {}])
  })

  it('does not make its line higher', async () => {
    const lines = (text: string) => documentOf([paragraph(Array.from({ length: 180 }, () => text).join('\n'))])
    expect((await render(lines('✓ done'))).pages).toBe((await render(lines('A done'))).pages)
  })
})

describe('an attacker who writes into a report', () => {
  it('cannot have any file read but the fonts', () => {
    const mayRead = fontAccess(reportFonts)
    expect(mayRead(reportFonts.regular)).toBe(true)
    expect(mayRead('/etc/passwd')).toBe(false)
    expect(mayRead(`${reportFonts.regular}/../../../../package.json`)).toBe(false)
  })

  it('cannot hide the file name in a direction mark', async () => {
    const { bytes } = await render(documentOf([paragraph('invoice\u202efdp.exe')]), { isReadable: true })
    expect(readTaggedPdf(bytes).root.text).toBe('invoicefdp.exe')
  })
})

describe('a block that is to stay whole', () => {
  it('moves to the next page where it fits there, and breaks and is counted where it fits on none', async () => {
    const tall = await render(documentOf([{ kind: 'group', role: 'together', blocks: [paragraph(words(600))] }]))
    expect(tall.notes).toEqual({ looseBlock: 1 })
    expect(tall.pages).toBeGreaterThan(3)
    const short = await render(
      documentOf([paragraph(words(140)), { kind: 'group', role: 'together', blocks: [paragraph(words(90))] }]),
      { isReadable: true },
    )
    expect(short.notes).toEqual({})
    expect(tagsOf(readTaggedPdf(short.bytes).root, 'Div').map((tag) => tag.pages.length)).toEqual([1])
  })
})

describe('a head or page line that is too tall', () => {
  it('is drawn once where it takes half the page, so that the rows have room', async () => {
    const document = documentOf([
      table({
        columns: [{}, {}],
        head: [[words(35), 'B']],
        body: Array.from({ length: 60 }, (_, row) => [`r${row}`, words(2)]),
      }),
    ])
    const { bytes, notes } = await render(document, { isReadable: true })
    expect(readTaggedPdf(bytes).artifacts.join('')).not.toContain('care plans')
    expect(notes).toEqual({})
  })

  it('is counted where it has no room at all', async () => {
    const { notes } = await render(
      documentOf([paragraph('x')], { margins: [20, 4, 20, 40], header: { left: 'Example NHS Trust' } }),
    )
    expect(notes).toEqual({ lostBlock: 1 })
  })
})

describe('pdfmake', () => {
  it('is the version whose inner classes this engine stands on', () => {
    const { version } = createRequire(import.meta.url)('pdfmake/package.json') as { version: string }
    const recheck =
      'Before another version: compare pdfmake-types.ts with the new classes (LayoutBuilder, PageElementWriter, TableProcessor, Renderer, ' +
      'TextInlines, PDFDocument), pdfkit with object-streams.ts, metadata.ts and writeStructureTree, look at the pages of the sample, and run ' +
      'the veraPDF test (VERAPDF) on all hard documents'
    const { version: pdfkit } = createRequire(createRequire(import.meta.url).resolve('pdfmake'))(
      'pdfkit/package.json',
    ) as { version: string }
    expect({ pdfmake: version, pdfkit, recheck }).toEqual({ pdfmake: '0.3.11', pdfkit: '0.19.1', recheck })
  })
})
