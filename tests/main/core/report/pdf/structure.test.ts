import { beforeAll, describe, expect, it, vi } from 'vitest'
import { renderPdf } from '../../../../../src/main/core/report/pdf/render-pdf.ts'
import { heading, paragraph, table } from '../../../../../src/main/core/report/pdf/document.ts'
import { reportFonts } from '../../../../support/report-fonts.ts'
import { readTaggedPdf, tagsOf, type ReadPdf } from '../../../../support/tagged-pdf.ts'
import { documentOf, hardDocuments, sample, words } from './hard-documents.ts'
import type { PdfDocument } from '../../../../../src/main/core/report/pdf/document.ts'

/** Other work on the machine makes these slow, never wrong. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

async function read(document: PdfDocument): Promise<ReadPdf> {
  return readTaggedPdf((await renderPdf(document, { fonts: reportFonts, isReadable: true })).bytes)
}

describe('what a screen reader meets in a report', () => {
  let pdf: ReadPdf

  beforeAll(async () => {
    pdf = await read(sample())
  })

  it('is the title and the language', () => {
    expect(pdf.title).toBe('Self-assessment: Barts & The <Example> Trust')
    expect(pdf.language).toBe('en-GB')
  })

  it('is headings in order, with none between skipped', () => {
    expect(tagsOf(pdf.root, /^H\d$/).map((tag) => `${tag.type} ${tag.text}`)).toEqual([
      'H1 Summary for the board',
      'H2 What is not evidenced',
      'H2 Coverage',
      'H3 The board is asked to',
      'H1 Matrix',
      'H1 Evidence index',
    ])
  })

  it('is everything that is drawn: nothing on a page is outside the tags and the artifacts', () => {
    expect(pdf.unmarked).toBe(0)
  })

  it('is header cells that say which row or column they name', () => {
    const [matrix] = tagsOf(pdf.root, 'Table')
    const headers = matrix ? tagsOf(matrix, 'TH') : []
    expect(
      headers.map((cell) => [
        cell.text,
        cell.attributes['Scope'],
        cell.attributes['RowSpan'] ?? 1,
        cell.attributes['ColSpan'] ?? 1,
      ]),
    ).toEqual([
      ['Prompt', '/Column', 2, 1],
      ['Service', '/Column', 1, 2],
      ['Acute', '/Column', 1, 1],
      ['Community', '/Column', 1, 1],
      ['Care plans', '/Row', 1, 1],
      ['Carers', '/Row', 2, 1],
    ])
  })

  it('is a table head once, although it is drawn on every page', () => {
    const index = tagsOf(pdf.root, 'Table')[1]
    const heads = index ? tagsOf(index, 'TH') : []
    expect(heads.map((cell) => cell.text)).toEqual(['Ref', 'Evidence', 'SHA-256'])
    expect(pdf.artifacts.filter((page) => page.includes('SHA-256')).length).toBeGreaterThan(0)
  })

  it('is lists within lists, with their numbers and bullets', () => {
    const [bullets, , numbers] = tagsOf(pdf.root, 'L')
    expect(bullets && tagsOf(bullets, 'L').length).toBe(2)
    expect(bullets && tagsOf(bullets, 'Lbl').map((label) => label.text)).toEqual(['•', '•', '•', '•', '•'])
    expect(numbers && tagsOf(numbers, 'LI').map((item) => item.text)).toEqual(['1. First action', '2. Second action'])
    expect(numbers?.attributes['ListNumbering']).toBe('/Decimal')
  })

  it('is the words that stand for a drawing', () => {
    expect(tagsOf(pdf.root, 'Figure').map((tag) => tag.alt)).toEqual(['Bar chart of coverage by quarter'])
    expect(tagsOf(pdf.root, 'Caption').map((tag) => tag.text)).toContain('Figure 1. Coverage by quarter')
  })

  it('is links that say where they lead, each annotation in its own tag', () => {
    const links = tagsOf(pdf.root, 'Link')
    const web = links.find((tag) => tag.text === 'web link')
    expect(web?.links).toEqual([{ target: 'https://www.cqc.org.uk/', contents: 'web link (https://www.cqc.org.uk/)' }])
    expect(links.find((tag) => tag.text === 'link to the matrix')?.links[0]?.target).toBe('#matrix')
    expect(links.reduce((sum, tag) => sum + tag.links.length, 0)).toBe(pdf.linkCount)
  })

  it('is words in another language under that language', () => {
    expect(tagsOf(pdf.root, 'Span').find((tag) => tag.lang === 'cy')?.text).toBe('Prynhawn da')
  })

  it('is no header, footer or page number', () => {
    expect(pdf.root.text).not.toContain('OFFICIAL-SENSITIVE')
    expect(pdf.artifacts.every((page, index) => page.includes(`Page ${index + 1} of ${pdf.pageCount}`))).toBe(true)
  })

  it('is a table of contents whose lines lead to headings, and bookmarks that nest', () => {
    const [contents] = tagsOf(pdf.root, 'TOC')
    const lines = contents ? tagsOf(contents, 'TOCI') : []
    expect(lines.map((line) => line.text)).toEqual([
      'Summary for the board2',
      'What is not evidenced2',
      'Coverage2',
      'Matrix2',
      'Evidence index4',
    ])
    for (const line of lines) {
      for (const link of tagsOf(line, 'Link').flatMap((tag) => tag.links)) {
        expect(pdf.destinations).toContain(link.target.slice(1))
      }
    }
    expect(pdf.bookmarks).toContainEqual({ title: 'Coverage', depth: 2 })
    expect(pdf.bookmarks).toContainEqual({ title: 'Matrix', depth: 1 })
  })

  it('is in a file that says which standards it keeps, with a title that is no markup', () => {
    expect(pdf.metadata).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(pdf.metadata).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect(pdf.metadata).toContain('Barts &#38; The &#60;Example&#62; Trust')
  })
})

describe('a table that is hard to tag', () => {
  it('has no row without cells and no head without a body', async () => {
    const pdf = await read((hardDocuments['spans'] ?? sample)())
    expect(tagsOf(pdf.root, 'TR').filter((row) => row.children.length === 0)).toEqual([])
    const tables = tagsOf(pdf.root, 'Table')
    expect(
      tables.filter(
        (tag) =>
          tag.children.some((child) => child.type === 'THead') && !tag.children.some((child) => child.type === 'TBody'),
      ),
    ).toEqual([])
    // Two columns spanned over three rows: the two rows that they cover are gone, and so the spans are one row high.
    expect(tables[1] && tagsOf(tables[1], 'TD').map((cell) => [cell.text, cell.attributes['RowSpan'] ?? 1])).toEqual([
      ['a', 1],
      ['b', 1],
      ['p', 1],
      ['q', 1],
    ])
  })

  it('is read as one table when it fills fifty pages', async () => {
    const document = documentOf([
      table({
        columns: [{}, {}],
        head: [['a', 'b']],
        body: Array.from({ length: 400 }, (_, row) => [`r${row}`, words(2)]),
      }),
    ])
    const pdf = await read(document)
    expect(pdf.pageCount).toBeGreaterThan(10)
    expect(tagsOf(pdf.root, 'Table').length).toBe(1)
    expect(tagsOf(pdf.root, 'TR').length).toBe(401)
    expect(tagsOf(pdf.root, 'TH').length).toBe(2)
  })
})

describe('a drawing', () => {
  it('is made smaller where its column or the page is narrower', async () => {
    const pdf = await read((hardDocuments['figures'] ?? sample)())
    const boxes = tagsOf(pdf.root, 'Figure').map((tag) => ({ alt: tag.alt, box: tag.attributes['BBox'] as number[] }))
    const widthOf = (alt: string) => {
      const [left = 0, , right = 0] = boxes.find((entry) => entry.alt === alt)?.box ?? []
      return Math.round(right - left)
    }
    expect([widthOf('In a cell'), widthOf('In a column')]).toEqual([50, 243])
    for (const { box } of boxes) {
      expect(Math.min(...box)).toBeGreaterThanOrEqual(0)
      expect(Math.max(...box)).toBeLessThanOrEqual(842)
    }
  })
})

describe('a heading', () => {
  it('is lowered where its level skips one, and counted', async () => {
    const document = documentOf([heading(3, 'three'), heading(1, 'one'), heading(5, 'five')])
    const { bytes, notes } = await renderPdf(document, { fonts: reportFonts, isReadable: true })
    expect(tagsOf(readTaggedPdf(bytes).root, /^H/).map((tag) => tag.type)).toEqual(['H1', 'H1', 'H2'])
    expect(notes).toEqual({ headingLevel: 2 })
  })

  it('is not left alone at the foot of a page', async () => {
    const blocks = Array.from({ length: 60 }, (_, index) => [
      heading(2, `Heading ${index}`),
      paragraph(words(7)),
    ]).flat()
    const pdf = await read(documentOf([heading(1, 'Start'), ...blocks]))
    expect(pdf.pageCount).toBeGreaterThan(3)
    const headings = tagsOf(pdf.root, 'H2')
    expect(headings.length).toBe(60)
    const pages = headings.map((tag) => tag.pages)
    const paragraphs = tagsOf(pdf.root, 'P').map((tag) => tag.pages)
    headings.forEach((_, index) => expect(paragraphs[index]?.[0]).toBe(pages[index]?.[0]))
  })
})
