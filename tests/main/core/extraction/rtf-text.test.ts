import { describe, expect, it } from 'vitest'
import { extractionLimits } from '../../../../src/main/core/extraction/extraction.ts'
import { readRtf } from '../../../../src/main/core/extraction/rtf-text.ts'

const read = (rtf: string) =>
  readRtf({
    bytes: Buffer.from(rtf, 'latin1'),
    fileName: 'plan.rtf',
    limits: extractionLimits,
    onProgress: () => undefined,
  })
const textOf = (body: string) => read(`{\\rtf1\\ansi\\ansicpg1252 ${body}}`).text

describe('the text of a Rich Text document', () => {
  it.each([
    ['letters by their code in the page', `I\\'92d like caf\\'e9`, 'I’d like café\n'],
    ['raw letters of the page', 'I\x92d like caf\xe9', 'I’d like café\n'],
    ['Unicode with one character to stand for it', `\\u8217?s \\u-10180?\\u-8399?`, '’s 🌱\n'],
    ['Unicode with two bytes to stand for it', `{\\uc2 \\u26085\\'93\\'fa}!`, '日!\n'],
    ['Unicode with none', `{\\uc0 \\u8217 s}`, '’s\n'],
    ['named characters', `\\ldblquote hi\\rdblquote \\endash \\~x\\_y`, '“hi”–\u00a0x\u2011y\n'],
    ['braces and backslashes', `\\{a\\\\b\\}`, '{a\\b}\n'],
    ['line ends of the file that mean nothing', 'one \r\ntwo', 'one two\n'],
    ['breaks that mean something', 'one\\par two\\line three\\\nfour', 'one\ntwo\nthree\nfour\n'],
    ['Cyrillic by the font', `{\\fonttbl{\\f1\\fcharset204 A;}}\\f1 \\'cf\\'f0\\'e8`, 'При\n'],
    [
      'Japanese by the font, plain second bytes too',
      `{\\fonttbl{\\f1\\fcharset128 M;}}\\f1 \\'83\\'65\\'83X\\'83g`,
      'テスト\n',
    ],
    ['bullets of the Symbol font', `{\\fonttbl{\\f3\\fcharset2 Symbol;}}{\\f3\\'b7}x`, '•x\n'],
  ])('reads %s', (_title, body, text) => {
    expect(textOf(body)).toBe(text)
  })

  it('marks bullets and numbers by the text that the list shows', () => {
    const body = `{\\fonttbl{\\f3\\fcharset2 Symbol;}}{\\listtext\\pard\\f3\\'b7\\tab}One\\par{\\pntext 2.\\tab}Two\\par{\\listtext\\'a7\\tab}Three\\par`
    expect(textOf(body)).toBe('• One\n2. Two\n• Three\n')
  })

  it('gives rows lines, and further paragraphs of a cell lines in its column', () => {
    const row = '\\trowd\\pard\\intbl Need\\cell Walk\\par Sleep\\cell\\cell By\\cell\\row\\pard After\\par'
    expect(textOf(`Before\\par${row}`)).toBe('Before\nNeed\tWalk\t\tBy\n\tSleep\nAfter\n')
  })

  it('puts headers first, then the body, its notes and the footers', () => {
    const body = `{\\footer Page 1\\par}{\\header Kestrel House\\par}I want{\\footnote  Said in May.} a garden.\\par`
    expect(textOf(body)).toBe('Kestrel House\n\nI want a garden.\n\nSaid in May.\n\nPage 1\n')
  })

  it('leaves out pictures, codes of fields, styles, unknown groups and deleted words, and says that words were deleted', () => {
    const body = `{\\stylesheet{\\s1 Heading;}}{\\*\\unknown secret}{\\pict 89504e47}{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt the leaflet}}{\\deleted gone} stays`
    expect(read(`{\\rtf1 ${body}}`)).toEqual({
      text: 'the leaflet stays\n',
      notes: ['Words marked as deleted were left out.'],
    })
  })

  it('passes over bytes of pictures that look like commands', () => {
    expect(textOf(`one{\\pict\\bin6 }\\par{}two`)).toBe('onetwo\n')
  })

  it('reads a text box after the words that it stands beside', () => {
    expect(textOf(`Beside{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 1}}{\\shptxt In the box\\par}}}`)).toBe(
      'Beside\nIn the box\n',
    )
  })

  it('says that a file is cut off, whatever was read until then', () => {
    expect(() => read('{\\rtf1 I want {\\b a garden}')).toThrow('stops before its end')
  })

  it('stops at the end of the document, whatever follows', () => {
    expect(read('{\\rtf1 All}\0\0 of it').text).toBe('All\n')
  })

  it('takes a number of any length without harm', () => {
    expect(textOf(`\\u${'9'.repeat(100_000)} x\\li${'1'.repeat(1_000)} y`)).toContain('y')
  })
})
