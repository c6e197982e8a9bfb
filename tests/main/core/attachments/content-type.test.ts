import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { sniffContentType } from '../../../../src/main/core/attachments/content-type.ts'
import { writeZip, zipEntry } from '../../../support/zip-files.ts'

const bytes = (latin1: string) => Buffer.from(latin1, 'latin1')
const fixture = (name: string) =>
  readFileSync(new URL(`../../../fixtures/extraction/${name}`, import.meta.url)).subarray(0, 4_100)
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('what a file is, by its content', () => {
  it.each([
    ['plan.docx', fixture('plan.docx'), word],
    ['plan.odt', fixture('plan.odt'), 'application/vnd.oasis.opendocument.text'],
    ['plan.doc', fixture('plan.doc'), 'application/msword'],
    ['plan.rtf', fixture('plan.rtf'), 'application/rtf'],
    ['plan.pdf', fixture('plan.pdf'), 'application/pdf'],
    ['wall.png', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'image/png'],
    ['wall.jpeg', bytes('\xff\xd8\xff\xe0\0\x10JFIF'), 'image/jpeg'],
    ['wall.webp', bytes('RIFF\x10\0\0\0WEBPVP8 '), 'image/webp'],
    ['phone.heic', bytes('\0\0\0\x18ftypheic\0\0\0\0'), 'image/heic'],
    ['café.mp4', bytes('\0\0\0\x18ftypisom\0\0\0\0'), 'video/mp4'],
    ['song.mp3', bytes('ID3\x04\0'), 'audio/mpeg'],
    ['note.txt', Buffer.from('Zoë wants a garden.'), 'text/plain'],
    ['note.txt', Buffer.from('\ufeffZoë wants a garden.', 'utf16le'), 'text/plain'],
    ['plan.md', Buffer.from('# Plan'), 'text/markdown'],
    ['rows.csv', Buffer.from('a,b\n1,2\n'), 'text/csv'],
    ['mail.eml', Buffer.from('From: someone\n'), 'message/rfc822'],
  ])('%s', (name, content, type) => {
    expect(sniffContentType(content, name)).toMatchObject({ type, mismatch: false })
  })

  it('tells a workbook from a document by what is in the archive', () => {
    const book = writeZip([zipEntry('[Content_Types].xml', '<Types/>'), zipEntry('xl/workbook.xml', '<workbook/>')])
    expect(sniffContentType(book, 'rows.docx')).toMatchObject({ extension: 'xlsx', mismatch: true })
  })

  it('believes the name of an Office file whose first part fills all the bytes', () => {
    const noise = Array.from({ length: 4_000 }, (_, index) => String.fromCharCode(33 + ((index * 7_919) % 90))).join('')
    const content = writeZip([zipEntry('[Content_Types].xml', noise), zipEntry('word/document.xml', '<w/>')])
    expect(sniffContentType(content.subarray(0, 200), 'plan.docx')).toMatchObject({ type: word, mismatch: false })
  })
})

describe('a file that pretends', () => {
  it.each([
    ['a program called a document', 'plan.docx', bytes('MZ\x90\0\x03\0\0\0'), 'application/x-msdownload'],
    ['a web page called a picture', 'wall.png', Buffer.from('<!DOCTYPE html><p>hello'), 'text/html'],
    [
      'a drawing called a picture',
      'wall.jpg',
      Buffer.from('<?xml version="1.0"?><svg onload="x()"/>'),
      'image/svg+xml',
    ],
    ['a script called a note', 'note.txt', Buffer.from('<script>alert(1)</script>'), 'text/html'],
    ['a page in UTF-16 called a note', 'note.txt', Buffer.from('\ufeff<html>', 'utf16le'), 'text/html'],
    ['a page behind a comment', 'note.txt', Buffer.from('<!-- hello -->\n<html>'), 'text/html'],
  ])('%s is known for what it is, and never shown inside the app', (_title, name, content, type) => {
    expect(sniffContentType(content, name)).toMatchObject({ type, mismatch: true, inline: false })
  })

  it('noise with the name of a document is a mismatch; noise with a name of its own is not', () => {
    const noise = bytes('\x01\x02\0\x03\x99\x98')
    expect(sniffContentType(noise, 'plan.pdf')).toMatchObject({ type: 'application/octet-stream', mismatch: true })
    expect(sniffContentType(noise, 'plan.xyz')).toMatchObject({ mismatch: false, extension: '' })
  })
})

describe('what may be shown inside the app', () => {
  it.each(['page.html', 'drawing.svg', 'run.js', 'run.vbs', 'run.hta', 'feed.xml', 'data.json'])(
    'not %s, even when it holds harmless words',
    (name) => {
      expect(sniffContentType(Buffer.from('hello'), name).inline).toBe(false)
    },
  )
  it('not a picture with the name of a page', () => {
    expect(sniffContentType(bytes('GIF89a=1;'), 'page.html')).toMatchObject({ type: 'image/gif', inline: false })
  })
  it.each([
    ['wall.png', bytes('\x89PNG\r\n\x1a\n')],
    ['note.txt', Buffer.from('I want a garden, MZ said.')],
  ])('but %s', (name, content) => {
    expect(sniffContentType(content, name).inline).toBe(true)
  })
  it('nothing is known of an empty file', () => {
    expect(sniffContentType(Buffer.alloc(0), 'nothing')).toEqual({
      type: 'application/octet-stream',
      extension: '',
      mismatch: false,
      inline: false,
    })
  })
})
