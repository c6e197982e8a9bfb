import { describe, expect, it } from 'vitest'
import { renderHtml } from '../../../../../src/main/core/report/html/render-html.tsx'
import {
  code,
  contents,
  crossReference,
  figure,
  heading,
  link,
  paragraph,
  table,
  type Block,
} from '../../../../../src/main/core/report/pdf/document.ts'
import { documentOf, hardDocuments } from '../pdf/hard-documents.ts'

const html = (...blocks: Block[]) => renderHtml(documentOf(blocks))
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><title>x</title></svg>'

describe('the report as a web page', () => {
  it('has the title first, headings below it, and contents that lead to each', () => {
    const page = html(
      paragraph('The provider', { role: 'title' }),
      contents([1]),
      heading(1, 'Findings', { id: 'f' }),
      heading(2, 'P1'),
    )
    expect(page).toMatch(/<h1[^>]*>The provider<\/h1>/)
    expect(page).toMatch(/<nav[^>]*><ul><li><a href="#f">Findings<\/a><\/li><\/ul><\/nav>/)
    expect(page).toMatch(/<h2 id="f"[^>]*>Findings<\/h2>.*<h3[^>]*>P1<\/h3>/)
  })

  it('names the columns and rows of a table, and keeps spans', () => {
    const page = html(
      table({
        columns: [{}, {}],
        head: [['Prompt', 'Items']],
        body: [['P1', '3'], [{ content: 'All', colSpan: 2 }]],
        headerColumns: 1,
      }),
    )
    expect(page).toContain('<th scope="col">Prompt</th>')
    expect(page).toContain('<th scope="row">P1</th><td>3</td>')
    expect(page).toContain('<th scope="row" colSpan="2">All</th>')
  })

  it('shows a drawing as a picture with its words', () => {
    expect(html(figure({ svg: SVG, alt: 'Nine of ten' }))).toContain(
      `<img src="data:image/svg+xml,${encodeURIComponent(SVG)}" alt="Nine of ten"/>`,
    )
  })

  it('lets a checksum break without changing what is copied', () => {
    expect(html(paragraph([code('a'.repeat(20))]))).toContain(`${'a'.repeat(16)}<wbr/>aaaa`)
  })

  it('is the same for the same document', () => {
    const document = documentOf([heading(1, 'One'), paragraph('Two')])
    expect(renderHtml(document)).toBe(renderHtml(document))
  })
})

describe('an attacker who writes into the web page', () => {
  it('gets no markup, script or style through any words', () => {
    const evil = '</style><script>alert(1)</script><img src=x onerror=alert(1)>'
    const page = html(
      heading(1, evil),
      paragraph([{ text: evil, bold: true }, link(evil, 'https://e.example')]),
      table({ columns: [{}], head: [[evil]], body: [[evil]], caption: evil }),
      figure({ svg: SVG, alt: evil }),
    )
    expect(page).not.toMatch(/<script|<img src=x|onerror=alert\(1\)>/)
    expect(page.match(/<\/style>/g)).toHaveLength(1)
    expect(page).toContain('default-src &#x27;none&#x27;')
  })

  it.each(['javascript:alert(1)', ' JaVaScRiPt:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])(
    'cannot have a link lead to %s',
    (address) => {
      expect(html(paragraph([link('here', address)]))).not.toContain('href="javascript')
      expect(html(paragraph([link('here', address)])).match(/<a /g)).toHaveLength(1)
    },
  )

  it('cannot break a reference within the page', () => {
    expect(html(heading(1, 'A', { id: 'a"b' }), paragraph([crossReference('see', 'a"b')]))).toContain(
      'href="#a&quot;b"',
    )
  })
})

it.each(Object.entries(hardDocuments).filter(([name]) => !/link|refer/i.test(name)))(
  'a hard document, “%s”, becomes a page that ends',
  (_, make) => {
    expect(renderHtml(make())).toMatch(/^<!doctype html>\n<html lang=.*<\/html>\n$/s)
  },
)
