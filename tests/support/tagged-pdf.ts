import { PdfObjects, PdfReference, PdfScanner, PdfText, type PdfDictionary, type PdfValue } from './pdf-objects.ts'

/** A tag as a screen reader meets it. */
export interface ReadTag {
  readonly type: string
  readonly alt?: string
  readonly actual?: string
  readonly lang?: string
  /** Of a cell or list: scope, spans, numbering. */
  readonly attributes: Readonly<Record<string, PdfValue>>
  readonly children: readonly ReadTag[]
  /** What is drawn for the tag and those in it, in reading order. */
  readonly text: string
  /** The pages, from 1, on which it is drawn. */
  readonly pages: readonly number[]
  /** The addresses and destinations of its link annotations. */
  readonly links: readonly { readonly target: string; readonly contents: string }[]
}

/** A tagged PDF, read back without the program that wrote it. */
export interface ReadPdf {
  readonly title: string | undefined
  readonly language: string | undefined
  readonly metadata: string
  readonly pageCount: number
  readonly root: ReadTag
  /** What is drawn and not read, page by page: lines of headers and footers, repeated table heads. */
  readonly artifacts: readonly string[]
  /** Drawing or text that is in no marked content at all. */
  readonly unmarked: number
  readonly bookmarks: readonly { readonly title: string; readonly depth: number }[]
  readonly destinations: readonly string[]
  readonly linkCount: number
}

const PAINTS = new Set(['f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'S', 's', 'sh', 'Do', 'Tj', 'TJ', "'", '"'])

interface PageContent {
  readonly number: number
  readonly texts: Map<number, string>
  readonly actual: Map<number, string>
  artifact: string
  unmarked: number
}

/** Reads a PDF that was made with `isReadable`. */
export function readTaggedPdf(bytes: Uint8Array): ReadPdf {
  const objects = new PdfObjects(bytes)
  const catalog = objects.dictionary(objects.trailer['Root'])
  const pageReferences = objects.array(objects.dictionary(catalog['Pages'])['Kids'])
  const pages = new Map<number, PageContent>()
  let linkCount = 0
  for (const reference of pageReferences) {
    const page = objects.dictionary(reference)
    if (reference instanceof PdfReference) pages.set(reference.id, readPage(objects, page, pages.size + 1))
    linkCount += objects.array(page['Annots']).length
  }
  const tree = objects.dictionary(catalog['StructTreeRoot'])
  const root = objects.array(tree['K'])[0]
  const xmp = objects.dictionary(catalog['Metadata'])['stream']
  return {
    title: objects.text(objects.dictionary(objects.trailer['Info'])['Title']),
    language: objects.text(catalog['Lang']),
    metadata: xmp instanceof PdfText ? Buffer.from(xmp.bytes, 'latin1').toString('utf8') : '',
    pageCount: pageReferences.length,
    root: readTag(objects, objects.dictionary(root), pages, null),
    artifacts: [...pages.values()].map((page) => page.artifact),
    unmarked: [...pages.values()].reduce((sum, page) => sum + page.unmarked, 0),
    bookmarks: readBookmarks(objects, objects.dictionary(catalog['Outlines'])['First'], 1),
    destinations: objects
      .array(objects.dictionary(objects.dictionary(catalog['Names'])['Dests'])['Names'])
      .flatMap((name) => (name instanceof PdfText ? [name.text] : [])),
    linkCount,
  }
}

/** All tags of a type, in reading order. */
export function tagsOf(root: ReadTag, type: string | RegExp): ReadTag[] {
  const isWanted = typeof type === 'string' ? root.type === type : type.test(root.type)
  return [...(isWanted ? [root] : []), ...root.children.flatMap((child) => tagsOf(child, type))]
}

function readTag(
  objects: PdfObjects,
  entry: PdfDictionary,
  pages: Map<number, PageContent>,
  page: number | null,
): ReadTag {
  const own = entry['Pg'] instanceof PdfReference ? entry['Pg'].id : page
  const children: ReadTag[] = []
  const links: ReadTag['links'][number][] = []
  const drawnOn = new Set<number>()
  let text = ''
  const take = (mcid: PdfValue | undefined, on: number | null) => {
    const content = on === null ? undefined : pages.get(on)
    if (content) drawnOn.add(content.number)
    text += content?.actual.get(Number(mcid)) ?? content?.texts.get(Number(mcid)) ?? ''
  }
  for (const kid of objects.array(entry['K'])) {
    if (typeof kid === 'number') {
      take(kid, own)
      continue
    }
    const value = objects.dictionary(kid)
    if (value['Type'] === '/MCR') {
      take(value['MCID'], value['Pg'] instanceof PdfReference ? value['Pg'].id : own)
    } else if (value['Type'] === '/OBJR') {
      const annotation = objects.dictionary(value['Obj'])
      const action = objects.dictionary(annotation['A'])
      links.push({
        target: objects.text(action['URI']) ?? `#${objects.text(action['D'])}`,
        contents: objects.text(annotation['Contents']) ?? '',
      })
    } else {
      const child = readTag(objects, value, pages, own)
      children.push(child)
      text += child.text
      for (const number of child.pages) drawnOn.add(number)
    }
  }
  const alt = objects.text(entry['Alt'])
  const actual = objects.text(entry['ActualText'])
  const lang = objects.text(entry['Lang'])
  return {
    type: String(entry['S']).slice(1),
    ...(alt === undefined ? {} : { alt }),
    ...(actual === undefined ? {} : { actual }),
    ...(lang === undefined ? {} : { lang }),
    attributes: objects.dictionary(entry['A']),
    children,
    text: actual ?? text,
    pages: [...drawnOn].sort((a, b) => a - b),
    links,
  }
}

function readPage(objects: PdfObjects, page: PdfDictionary, number: number): PageContent {
  const stream = objects.dictionary(page['Contents'])['stream']
  const fonts = objects.dictionary(objects.dictionary(page['Resources'])['Font'])
  const maps = new Map(
    Object.entries(fonts).map(([name, font]) => [`/${name}`, readUnicode(objects, objects.dictionary(font))]),
  )
  const content: PageContent = { number, texts: new Map(), actual: new Map(), artifact: '', unmarked: 0 }
  const scanner = new PdfScanner(stream instanceof PdfText ? stream.bytes : '')
  const marks: (number | 'artifact')[] = []
  let map: Map<string, string> | undefined
  let operands: PdfValue[] = []
  for (let token = scanner.next(); token !== undefined; token = scanner.next()) {
    if (typeof token !== 'object' || token === null || !('operator' in token)) {
      operands.push(token as PdfValue)
      continue
    }
    const operator = String(token['operator'])
    if (operator === 'BDC' || operator === 'BMC') {
      const properties = objects.dictionary(operands[1])
      const mcid = operands[0] === '/Artifact' ? 'artifact' : Number(properties['MCID'])
      marks.push(mcid)
      const actual = objects.text(properties['ActualText'])
      if (typeof mcid === 'number' && actual !== undefined) content.actual.set(mcid, actual)
    } else if (operator === 'EMC') {
      marks.pop()
    } else if (operator === 'Tf') {
      map = maps.get(String(operands[0]))
    } else if (PAINTS.has(operator)) {
      const mark = marks.at(-1)
      if (mark === undefined) content.unmarked += 1
      const shown = operator === 'TJ' || operator === 'Tj' ? showText(objects.array(operands[0]), map) : ''
      if (mark === 'artifact') content.artifact += `${shown}${shown === '' ? '' : '\n'}`
      else if (mark !== undefined) content.texts.set(mark, (content.texts.get(mark) ?? '') + shown)
    }
    operands = []
  }
  return content
}

function showText(parts: readonly PdfValue[], map: Map<string, string> | undefined): string {
  return parts
    .map((part) =>
      part instanceof PdfText
        ? (part.bytes.match(/[^]{2}/g) ?? []).map((code) => map?.get(code) ?? '\ufffd').join('')
        : '',
    )
    .join('')
}

function readUnicode(objects: PdfObjects, font: PdfDictionary): Map<string, string> {
  const stream = objects.dictionary(font['ToUnicode'])['stream']
  const map = new Map<string, string>()
  const ranges = (stream instanceof PdfText ? stream.bytes : '').matchAll(/<([\da-f]{4})> <[\da-f]{4}> \[([^\]]*)\]/gi)
  for (const [, first = '', entries = ''] of ranges) {
    ;[...entries.matchAll(/<([^>]*)>/g)].forEach(([, digits = ''], index) => {
      const code = Number.parseInt(first, 16) + index
      const text = Buffer.from(digits.replace(/\s/g, ''), 'hex').swap16().toString('utf16le')
      map.set(String.fromCharCode(code >> 8, code & 255), text)
    })
  }
  return map
}

function readBookmarks(
  objects: PdfObjects,
  first: PdfValue | undefined,
  depth: number,
): { title: string; depth: number }[] {
  const found: { title: string; depth: number }[] = []
  for (let next = first; next !== undefined;) {
    const entry = objects.dictionary(next)
    found.push(
      { title: objects.text(entry['Title']) ?? '', depth },
      ...readBookmarks(objects, entry['First'], depth + 1),
    )
    next = entry['Next']
  }
  return found
}
