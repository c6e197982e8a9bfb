import { SaxesParser } from 'saxes'
import { damaged } from './archive.ts'
import { ExtractionFault, type Source } from './extraction.ts'

/** The attributes of an element by local name. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>

/** What a reader of XML wants to hear, in the order of the document. Names are `prefix:local`, the prefix always that of {@link prefixes}. */
export type XmlListener = {
  open: (name: string, attributes: XmlAttributes) => void
  close?: (name: string) => void
  text?: (words: string) => void
}

/** Namespaces by the last two words of their address (years and versions left out), and the prefix that our readers use for each. */
const prefixes: Readonly<Record<string, string>> = {
  'wordprocessingml/main': 'w',
  'schemas.openxmlformats.org/markup-compatibility': 'mc',
  'package/relationships': 'rel',
  'package/content-types': 'types',
  'xmlns/office': 'office',
  'xmlns/text': 'text',
  'xmlns/table': 'table',
  'xmlns/style': 'style',
  'xmlns/drawing': 'draw',
}

const CHUNK = 1 << 16

/**
 * Reads XML as a stream of elements and text, never as a tree, so that depth and size cost nothing. Entities are never expanded: a
 * document type, which no office document needs, is refused. Throws an {@link ExtractionFault}.
 */
export function readXml(bytes: Uint8Array, listener: XmlListener, { fileName, limits }: Source): void {
  const parser = new SaxesParser({ xmlns: true, position: false })
  const known = new Map<string, string>()
  let depth = 0

  const nameOf = (tag: { uri: string; local: string }) => {
    let prefix = known.get(tag.uri)
    if (prefix === undefined) known.set(tag.uri, (prefix = prefixOf(tag.uri)))
    return prefix + tag.local
  }
  parser.on('error', () => {
    throw damaged(fileName)
  })
  parser.on('doctype', () => {
    throw new ExtractionFault(
      'unsafe',
      `“${fileName}” holds instructions (a document type) that office documents never need and that can do harm, and was not read. Open it in a word processor and save it again.`,
    )
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > limits.depth) throw tooDeep(fileName)
    const attributes: Record<string, string | undefined> = Object.create(null)
    for (const attribute of Object.values(tag.attributes)) attributes[attribute.local] = attribute.value
    listener.open(nameOf(tag), attributes)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    listener.close?.(nameOf(tag))
  })
  if (listener.text) {
    parser.on('text', listener.text)
    parser.on('cdata', listener.text)
  }

  const decoder = new TextDecoder(encodingOf(bytes))
  for (let at = 0; at < bytes.length; at += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true }))
  }
  parser.write(decoder.decode())
  parser.close()
}

/** The fault of a file whose parts are nested deeper than any document. */
export const tooDeep = (fileName: string): ExtractionFault =>
  new ExtractionFault(
    'unsafe',
    `“${fileName}” is nested deeper than any real document, as files made to do harm are, and was not read. Open it in a word processor and save it again.`,
  )

function prefixOf(uri: string): string {
  const words = uri.split(/[/:]/).filter((part) => part !== '' && !/^[\d.]+$/.test(part))
  const prefix = prefixes[words.slice(-2).join('/')]
  return prefix ? `${prefix}:` : 'other:'
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return 'utf-8'
}
