import { describe, expect, it } from 'vitest'
import { extractionLimits } from '../../../../src/main/core/extraction/extraction.ts'
import { readDocument } from '../../../../src/main/core/extraction/read-document.ts'
import { docxParagraph, writeDocx } from '../../../support/zip-files.ts'

const read = (bytes: Buffer) =>
  readDocument({ bytes, fileName: 'plan.docx', limits: extractionLimits, onProgress: () => undefined })
const textOf = async (...args: Parameters<typeof writeDocx>) => (await read(writeDocx(...args))).text
const run = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`
const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const styled = (style: string, words: string) => `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${run(words)}</w:p>`
const listed = (list: number, level: number, words: string) =>
  `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(words)}</w:p>`
const level = (at: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
const numbering = `<w:numbering ${word}>
  <w:abstractNum w:abstractNumId="0">${level(0, 'bullet', '\uf0b7')}${level(1, 'bullet', 'o')}</w:abstractNum>
  <w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}${level(2, 'upperRoman', '%3')}</w:abstractNum>
  <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
  <w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
  <w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
</w:numbering>`
const styles = `<w:styles ${word}>
  <w:style w:styleId="ListBullet"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
  <w:style w:styleId="ListBullet2"><w:basedOn w:val="ListBullet"/></w:style>
  <w:style w:styleId="Circle"><w:basedOn w:val="Circle"/></w:style>
</w:styles>`
const lists = [
  { 'word/numbering.xml': numbering, 'word/styles.xml': styles },
  { numbering: 'numbering.xml', styles: 'styles.xml' },
] as const

describe('the text of a Word document', () => {
  it('marks bullets, by their list or by their style', async () => {
    const body = listed(1, 0, 'One') + listed(1, 1, 'Two') + styled('ListBullet2', 'Three') + styled('Circle', 'Four')
    expect(await textOf(body, ...lists)).toBe('• One\n• Two\n• Three\nFour\n')
  })

  it('counts numbers as Word does, levels and fresh starts too', async () => {
    const body = [
      listed(2, 0, 'Aims'),
      listed(2, 1, 'Walk'),
      listed(2, 1, 'Sleep'),
      listed(2, 2, 'Nights'),
      listed(2, 0, 'Risks'),
      listed(2, 1, 'Doors'),
      listed(3, 0, 'Again'),
      listed(0, 0, 'Not in a list'),
    ]
    expect(await textOf(body.join(''), ...lists)).toBe(
      '1. Aims\n1.a) Walk\n1.b) Sleep\nI Nights\n2. Risks\n2.a) Doors\n1. Again\nNot in a list\n',
    )
  })

  it('gives a row a line, a further paragraph of a cell a line in its own column, and an empty cell its place', async () => {
    const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.map(docxParagraph).join('')}</w:tc>`
    const table = `<w:tbl><w:tr>${cell('Need')}${cell('Plan', 'Review')}${cell('')}${cell('By')}</w:tr></w:tbl>`
    expect(await textOf(table)).toBe('Need\tPlan\t\tBy\n\tReview\n')
  })

  it('takes a table of one cell for the frame that it is, and keeps the rows of the table inside', async () => {
    const inner = `<w:tbl><w:tr><w:tc>${docxParagraph('A')}</w:tc><w:tc>${docxParagraph('B')}</w:tc></w:tr></w:tbl>`
    expect(await textOf(`<w:tbl><w:tr><w:tc>${inner}${docxParagraph('After')}</w:tc></w:tr></w:tbl>`)).toBe(
      'A\tB\nAfter\n',
    )
  })

  it('reads tabs, line breaks, hyphens, ticked boxes and symbols as what they show', async () => {
    const symbol = '<w:sym w:font="Wingdings" w:char="F0FE"/>'
    const body = `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t>Copy given</w:t><w:tab/>${symbol}<w:br/><w:t>self</w:t><w:noBreakHyphen/><w:t>care</w:t><w:softHyphen/></w:r></w:p>`
    expect(await textOf(body)).toBe('Copy given\t☑\nself\u2011care\n')
  })

  it('leaves out what was deleted or moved away, says so, and keeps what was put in', async () => {
    const body = `<w:p>${run('I want ')}<w:del><w:r><w:delText>nothing</w:delText></w:r></w:del><w:ins>${run('a garden')}</w:ins><w:moveFrom>${run('gone')}</w:moveFrom></w:p>`
    const { text, notes } = await read(writeDocx(body))
    expect(text).toBe('I want a garden\n')
    expect(notes).toEqual(['Words marked as deleted were left out.'])
  })

  it('reads a text box once, after the paragraph that holds it', async () => {
    const box = `<w:txbxContent>${docxParagraph('In the box')}</w:txbxContent>`
    const mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    const body = `<w:p><w:r><w:t>Beside it</w:t><mc:AlternateContent ${mc}><mc:Choice Requires="wps">${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`
    expect(await textOf(body)).toBe('Beside it\nIn the box\n')
  })

  it('reads the words of links, fields and content controls, and not their codes', async () => {
    const body = `<w:p><w:hyperlink>${run('the leaflet')}</w:hyperlink><w:r><w:instrText> PAGE </w:instrText></w:r><w:sdt><w:sdtContent>${run(', page 2')}</w:sdtContent></w:sdt></w:p>`
    expect(await textOf(body)).toBe('the leaflet, page 2\n')
  })

  it('reads headers first and footers last, each once though every section repeats it', async () => {
    const header = `<w:hdr ${word}>${docxParagraph('Kestrel House')}</w:hdr>`
    const further = {
      'word/header1.xml': header,
      'word/header2.xml': header,
      'word/footer1.xml': `<w:ftr ${word}>${docxParagraph('Page one')}</w:ftr>`,
    }
    const bytes = writeDocx(docxParagraph('I want a garden.'), further, {
      header: 'header1.xml',
      'x/header': '/word/header2.xml',
      footer: '../word/footer1.xml',
    })
    expect((await read(bytes)).text).toBe('Kestrel House\n\nI want a garden.\n\nPage one\n')
  })

  it('reads the stricter form of the format, and prefixes of any name', async () => {
    const strict = 'http://purl.oclc.org/ooxml/wordprocessingml/main'
    const body = `<v:p xmlns:v="${strict}"><v:r><v:t>Strictly</v:t></v:r></v:p>`
    expect(await textOf(body)).toBe('Strictly\n')
  })

  it('does not take the text of drawings or formulas of another vocabulary for paragraphs', async () => {
    const drawing =
      '<a:p xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:r><a:t>axis</a:t></a:r></a:p>'
    expect(await textOf(docxParagraph('Plan') + drawing)).toBe('Plan\n')
  })

  it('keeps characters written as numbers or names, and nothing of them is markup', async () => {
    expect(await textOf(docxParagraph('A &amp; B &#8217; &lt;i&gt; &#x1F331;'))).toBe('A & B ’ <i> 🌱\n')
  })
})
