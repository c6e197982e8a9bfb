/* oxlint-disable no-control-regex -- the marks by which files are told are bytes */
import { looksLikeText } from '../decode-text.ts'

/** What a file is by its content. */
export type SniffedType = {
  /** The media type, `application/octet-stream` where it is not known. */
  type: string
  /** The extension that fits: the name's own where it does, else the usual one; empty where none is known. */
  extension: string
  /** Whether the name says that it is something else. */
  mismatch: boolean
  /** Whether it may be shown inside the app: pictures of points and plain text. Never what could hold a script. */
  inline: boolean
}

type Kind = { type: string; extensions: readonly string[]; inline?: boolean }

const kind = (type: string, ...extensions: string[]): Kind => ({ type, extensions })
const picture = (type: string, ...extensions: string[]): Kind => ({ type, extensions, inline: true })
const office = (name: string, ...extensions: string[]) =>
  kind(`application/vnd.openxmlformats-officedocument.${name}`, ...extensions)
const openDocument = (name: string, ...extensions: string[]) =>
  kind(`application/vnd.oasis.opendocument.${name}`, ...extensions)

const docx = office('wordprocessingml.document', 'docx', 'docm', 'dotx')
const xlsx = office('spreadsheetml.sheet', 'xlsx', 'xlsm', 'xltx')
const pptx = office('presentationml.presentation', 'pptx', 'pptm', 'ppsx')
const odt = openDocument('text', 'odt', 'ott')
const ods = openDocument('spreadsheet', 'ods')
const odp = openDocument('presentation', 'odp')
const epub = kind('application/epub+zip', 'epub')
const zip = kind('application/zip', 'zip')
const doc = kind('application/msword', 'doc', 'dot')
const xls = kind('application/vnd.ms-excel', 'xls')
const ppt = kind('application/vnd.ms-powerpoint', 'ppt', 'pps')
const msg = kind('application/vnd.ms-outlook', 'msg')
const compound = kind('application/x-ole-storage')
const html = kind('text/html', 'html', 'htm', 'xhtml')
const svg = kind('image/svg+xml', 'svg')
const xml = kind('text/xml', 'xml')
const text: Kind = { type: 'text/plain', extensions: ['txt', 'text', 'log'], inline: true }
const unknown = kind('application/octet-stream')

/** Kinds that are told by how they begin (Latin-1 of the bytes), or by what stands a few bytes later. */
const beginnings: readonly (readonly [mark: RegExp, kind: Kind])[] = [
  [/^\x89PNG\r\n\x1a\n/, picture('image/png', 'png')],
  [/^\xff\xd8\xff/, picture('image/jpeg', 'jpg', 'jpeg', 'jpe', 'jfif')],
  [/^GIF8[79]a/, picture('image/gif', 'gif')],
  [/^RIFF[^]{4}WEBP/, picture('image/webp', 'webp')],
  [/^BM[^]{4}\0\0\0\0/, picture('image/bmp', 'bmp', 'dib')],
  [/^(II\*\0|MM\0\*)/, kind('image/tiff', 'tif', 'tiff')],
  [/^[^]{4}ftyp(hei|hev|mif1|msf1)/, kind('image/heic', 'heic', 'heif')],
  [/^[^]{4}ftypavif/, kind('image/avif', 'avif')],
  [/^[^]{4}ftypM4A/, kind('audio/mp4', 'm4a')],
  [/^[^]{4}ftypqt/, kind('video/quicktime', 'mov')],
  [/^[^]{4}ftyp/, kind('video/mp4', 'mp4', 'm4v', 'm4a')],
  [/^(ID3|\xff[\xfb\xf3\xf2])/, kind('audio/mpeg', 'mp3')],
  [/^RIFF[^]{4}WAVE/, kind('audio/wav', 'wav')],
  [/^OggS/, kind('audio/ogg', 'ogg', 'oga', 'opus')],
  [/^\x1a\x45\xdf\xa3/, kind('video/webm', 'webm', 'mkv')],
  [/^\{\\rtf/, kind('application/rtf', 'rtf')],
  [/^[^]{0,1019}%PDF-/, kind('application/pdf', 'pdf')],
  [/^7z\xbc\xaf\x27\x1c/, kind('application/x-7z-compressed', '7z')],
  [/^Rar!\x1a\x07/, kind('application/vnd.rar', 'rar')],
  [/^\x1f\x8b/, kind('application/gzip', 'gz', 'tgz')],
  [/^MZ/, kind('application/x-msdownload', 'exe', 'dll', 'scr', 'com')],
  [/^\x7fELF/, kind('application/x-executable')],
  [/^SQLite format 3\0/, kind('application/vnd.sqlite3', 'sqlite', 'db')],
]

/** Text that is told by its name alone. */
const textKinds: readonly Kind[] = [
  html,
  svg,
  xml,
  { type: 'text/markdown', extensions: ['md', 'markdown'] },
  { type: 'text/csv', extensions: ['csv', 'tsv'] },
  kind('message/rfc822', 'eml'),
  kind('text/calendar', 'ics'),
  kind('application/json', 'json'),
  kind('text/javascript', 'js', 'mjs', 'cjs'),
  kind('application/x-script', 'bat', 'cmd', 'ps1', 'vbs', 'sh', 'py', 'hta', 'wsf', 'reg', 'url', 'lnk'),
]
const archives = [docx, xlsx, pptx, odt, ods, odp, epub]
const compounds = [doc, xls, ppt, msg]

const markup =
  /^(<!--[^]*?-->|<\?[^]*?\?>|\s)*<(!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p|img|form|meta|link|object|embed)[\s>/]/i
const drawing = /^(<!--[^]*?-->|<\?[^]*?\?>|<!doctype svg[^>]*>|\s)*<svg[\s>]/i

/**
 * Says what a file is by its first bytes (4,100 are enough), and by its name only where the bytes leave it open. The name alone never makes a
 * file harmless: what may hold a script is never `inline`.
 */
export function sniffContentType(firstBytes: Uint8Array, fileName: string): SniffedType {
  const bytes = Buffer.from(firstBytes.buffer, firstBytes.byteOffset, firstBytes.byteLength)
  const named = /\.([a-z0-9]{1,12})$/i.exec(fileName.trim())?.[1]?.toLowerCase() ?? ''
  const found = kindOf(bytes, named)
  const fits = found.extensions.includes(named)
  return {
    type: found.type,
    extension: fits ? named : (found.extensions[0] ?? ''),
    mismatch: named !== '' && !fits && (found !== unknown || saysSomething(named)) && found !== compound,
    inline: found.inline === true && !isMarkupName(named),
  }
}

function kindOf(bytes: Buffer, named: string): Kind {
  if (bytes.length === 0) return unknown
  const start = bytes.toString('latin1')
  if (/^PK(\x03\x04|\x05\x06)/.test(start)) return kindOfArchive(start, named)
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) {
    return compounds.find((each) => each.extensions.includes(named)) ?? kindOfCompound(bytes)
  }
  const begun = beginnings.find(([mark]) => mark.test(start))?.[1]
  // Two letters are weak proof: a text may begin with them too.
  if (begun && !(start.startsWith('MZ') && looksLikeText(bytes))) return begun
  return looksLikeText(bytes) ? kindOfText(bytes, named) : unknown
}

function kindOfArchive(start: string, named: string): Kind {
  const mimetype = /mimetype(application\/[a-z0-9.+-]+)/.exec(start)?.[1]
  const said = archives.find((each) => each.type === mimetype)
  if (said) return said
  if (start.includes('word/')) return docx
  if (start.includes('xl/')) return xlsx
  if (start.includes('ppt/')) return pptx
  // The first part of an Office file may fill all the bytes that were read.
  const isOffice = start.includes('[Content_Types].xml') || start.includes('_rels/')
  return (isOffice ? archives.find((each) => each.extensions.includes(named)) : undefined) ?? zip
}

function kindOfCompound(bytes: Buffer): Kind {
  const has = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'))
  if (has('WordDocument')) return doc
  if (has('Workbook')) return xls
  if (has('PowerPoint Document')) return ppt
  return has('__substg1.0') ? msg : compound
}

function kindOfText(bytes: Buffer, named: string): Kind {
  const words = wordsOf(bytes)
  // A browser would run it whatever its name.
  if (markup.test(words)) return named === 'svg' ? svg : html
  if (drawing.test(words)) return svg
  const byName = textKinds.find((each) => each.extensions.includes(named))
  if (byName) return byName
  return /^\s*<\?xml/i.test(words) ? xml : text
}

function wordsOf(bytes: Buffer): string {
  const big = bytes[0] === 0xfe && bytes[1] === 0xff
  const little = bytes[0] === 0xff && bytes[1] === 0xfe
  return new TextDecoder(big ? 'utf-16be' : little ? 'utf-16le' : 'utf-8').decode(bytes)
}

const isMarkupName = (named: string) =>
  textKinds.some((each) => each.inline !== true && each.extensions.includes(named))

const saysSomething = (named: string) =>
  [...beginnings.map(([, each]) => each), ...archives, ...compounds, ...textKinds, zip, text].some((each) =>
    each.extensions.includes(named),
  )
