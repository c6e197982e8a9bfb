import { cleanText } from './text-cleaning.ts'
import type { FontFitter } from './font-fallback.ts'
import type { LayoutNode } from './pdfmake-types.ts'
import type { Notes } from './notes.ts'
import { isLanguage } from './structure-writer.ts'
import type { Look, LookOrName, Text, TextRun } from './document.ts'

/** An address that a link of a report may lead to. */
export const SAFE_ADDRESS = /^(?:https?:\/\/|mailto:|tel:)[^\s]+$/i

/** What text needs to know of its document. */
export interface TextContext {
  readonly fitter: FontFitter
  readonly notes: Notes
  readonly ids: ReadonlySet<string>
  readonly looks: Readonly<Record<string, Look>>
  /** Where the composer is, in words. */
  place(): string
}

/** The text alone, without its runs' looks. */
export function plainText(text: Text): string {
  if (typeof text === 'string') return text
  return 'text' in text ? text.text : text.map(plainText).join('')
}

/** A look as pdfmake's style properties. Throws where the document has no look of that name. */
export function styleOf(look: LookOrName | undefined, context: TextContext): Partial<LayoutNode> {
  if (look === undefined) return {}
  if (typeof look === 'string') {
    if (!(look in context.looks)) throw new Error(`The document has no look named '${look}'`)
    return { style: look }
  }
  return lookProperties(look)
}

/** A look spelled out in pdfmake's names. */
export function lookProperties(look: Look): Partial<LayoutNode> {
  const { size, bold, italics, colour, align, lineHeight, margin } = look
  return Object.fromEntries(
    Object.entries({ fontSize: size, bold, italics, color: colour, alignment: align, lineHeight, margin }).filter(
      ([, value]) => value !== undefined,
    ),
  )
}

/** Makes clean text of which every piece has a font that can draw it. */
export function composeText(text: Text, context: TextContext): string | LayoutNode[] {
  const runs = typeof text === 'string' ? [text] : 'text' in text ? [text] : text
  const nodes = runs.flatMap((run) =>
    typeof run === 'string' ? composeRun({ text: run }, context) : composeRun(run, context),
  )
  const [first] = nodes
  if (nodes.length === 0) return ''
  if (nodes.length === 1 && first && Object.keys(first).length === 1 && typeof first.text === 'string')
    return first.text
  return nodes
}

function composeRun(run: TextRun, context: TextContext): LayoutNode[] {
  const clean = cleanText(run.text)
  if (clean === '') return []
  const style = runStyle(run, context)
  return context.fitter.split(clean, context.place()).map((piece) => ({
    ...style,
    text: piece.text,
    ...(piece.family === undefined ? {} : { font: piece.family }),
    ...(piece.actual === undefined ? {} : { actual: piece.actual }),
  }))
}

function runStyle(run: TextRun, context: TextContext): LayoutNode {
  const style: LayoutNode = {}
  if (run.bold !== undefined) style['bold'] = run.bold
  if (run.italics !== undefined) style['italics'] = run.italics
  if (run.colour !== undefined) style['color'] = run.colour
  if (run.size !== undefined) style['fontSize'] = run.size
  if (run.raised === true) style['sup'] = true
  if (run.lang !== undefined) {
    if (isLanguage(run.lang)) style['lang'] = run.lang
    else context.notes.add('badLanguage')
  }
  if (run.link !== undefined) {
    const address = asciiAddress(run.link.trim())
    if (SAFE_ADDRESS.test(address)) Object.assign(style, { link: address, decoration: 'underline' })
    else context.notes.add('unsafeLink')
  }
  if (run.to !== undefined) {
    if (!context.ids.has(run.to))
      throw new Error(`A cross reference leads to '${run.to}', which is not in the document`)
    Object.assign(style, { linkToDestination: run.to, decoration: 'underline' })
  }
  return style
}

/** An address in a PDF is 7-bit text: the rest is percent-encoded. */
function asciiAddress(address: string): string {
  return cleanText(address).replace(/[^\x21-\x7e]+/g, encodeURIComponent)
}
