import { SaxesParser } from 'saxes'
import { damaged } from './archive.ts'
import { ExtractionFault, type Source } from './extraction.ts'

/** Looks up an attribute of an element by its local name. */
export type XmlAttributes = (local: string) => string | undefined

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
  'spreadsheetml/main': 'x',
  'xmlns/office': 'office',
  'xmlns/text': 'text',
  'xmlns/table': 'table',
  'xmlns/style': 'style',
  'xmlns/drawing': 'draw',
}

const CHUNK = 1 << 16

/** The namespaces in force from an element inwards, and the names worked out with them so far. */
type Scope = { depth: number; prefixes: ReadonlyMap<string, string>; names: Map<string, string> }

/**
 * Reads XML as a stream of elements and text, never as a tree, so that depth and size cost nothing. Entities are never expanded: a
 * document type, which no office document needs, is refused. Throws an {@link ExtractionFault}.
 */
export function readXml(bytes: Uint8Array, listener: XmlListener, { fileName, limits }: Source): void {
  // Namespaces are resolved here and not by the parser, at a third of its cost: documents declare them once and use them on every element.
  const parser = new SaxesParser({ xmlns: false, position: false })
  const scopes: Scope[] = [{ depth: 0, prefixes: new Map(), names: new Map() }]
  let depth = 0

  const nameOf = (raw: string) => {
    const { prefixes, names } = scopes.at(-1) ?? {}
    const known = names?.get(raw)
    if (known !== undefined) return known
    const colon = raw.indexOf(':')
    const name = (prefixes?.get(raw.slice(0, Math.max(0, colon))) ?? 'other:') + raw.slice(colon + 1)
    names?.set(raw, name)
    return name
  }
  const openScope = (attributes: Readonly<Record<string, string>>) => {
    let prefixes: Map<string, string> | undefined
    for (const key in attributes) {
      if (!key.startsWith('xmlns') || (key.length > 5 && key[5] !== ':')) continue
      prefixes ??= new Map(scopes.at(-1)?.prefixes)
      prefixes.set(key.slice(6), prefixOf(attributes[key] ?? ''))
    }
    if (prefixes) scopes.push({ depth, prefixes, names: new Map() })
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
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > limits.depth) throw tooDeep(fileName)
    openScope(attributes)
    listener.open(nameOf(name), (local) => {
      for (const key in attributes) if (key === local || key.endsWith(`:${local}`)) return attributes[key]
      return undefined
    })
  })
  parser.on('closetag', ({ name }) => {
    listener.close?.(nameOf(name))
    if (scopes.at(-1)?.depth === depth) scopes.pop()
    depth -= 1
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
