import type { Source } from './extraction.ts'
import { linesOfRuns, type PdfRun } from './pdf-lines.ts'
import { createTextBuilder } from './text-builder.ts'

/** A node of the structure that a tagged PDF gives its page: an element with a role, or content by its id. */
export type PdfNode = { role: string; children: (PdfNode | PdfContent)[] }
type PdfContent = { type: string; id: string }

/** Roles that begin a line of their own; all others stand inside one. */
const blocks = new Set(
  'P H H1 H2 H3 H4 H5 H6 Title Caption L LI LBody TOC TOCI BlockQuote Index Div Sect Part Art Document Form Figure Table'.split(
    ' ',
  ),
)
const notes = new Set(['Note', 'FENote'])

/**
 * The lines of a page by the structure that its maker gave it: paragraphs whole, list marks, rows of tables with tabs between the cells, notes
 * at the end. Undefined where the structure leaves out words of the page; what is marked as page furniture does not count.
 */
export function linesOfStructure(root: PdfNode, runs: readonly PdfRun[], source: Source): string[] | undefined {
  const byId = new Map<string, PdfRun[]>()
  for (const run of runs) {
    if (run.isFurniture || run.words.trim() === '') {
      if (run.id !== undefined) byId.get(run.id)?.push(run)
      continue
    }
    if (run.id === undefined) return undefined
    const sameId = byId.get(run.id)
    if (sameId) sameId.push(run)
    else byId.set(run.id, [run])
  }

  const builder = createTextBuilder(source)
  const noted: string[] = []
  let open: PdfRun[] = []
  let mark = ''
  let cells = 0

  const take = (id: string): PdfRun[] => {
    const taken = byId.get(id) ?? []
    byId.delete(id)
    return taken
  }
  const flush = () => {
    const words = paragraphOf(open)
    open = []
    if (words === '') return
    builder.openParagraph()
    builder.mark(mark)
    builder.words(cells > 0 ? words.replaceAll('\t', ' ') : words)
    builder.closeParagraph()
    mark = ''
  }
  const all = (node: PdfNode | PdfContent): PdfRun[] =>
    'role' in node ? node.children.flatMap(all) : node.type === 'content' ? take(node.id) : []
  const walk = (node: PdfNode | PdfContent): void => {
    if (!('role' in node)) {
      if (node.type === 'content') open.push(...take(node.id))
    } else if (node.role === 'Lbl') {
      flush()
      const words = paragraphOf(all(node))
      mark = /[\p{L}\p{N}]/u.test(words) && words !== 'o' ? words : words && '•'
    } else if (notes.has(node.role)) noted.push(paragraphOf(all(node)))
    else if (node.role === 'TR') {
      flush()
      builder.openRow()
      node.children.forEach(walk)
      builder.closeRow()
    } else if (node.role === 'TD' || node.role === 'TH') {
      flush()
      builder.openCell()
      cells += 1
      node.children.forEach(walk)
      flush()
      cells -= 1
      builder.closeCell()
    } else if (blocks.has(node.role)) {
      flush()
      node.children.forEach(walk)
      flush()
    } else node.children.forEach(walk)
  }
  walk(root)
  flush()
  return byId.size > 0 ? undefined : [...builder.finish(), ...noted]
}

/** A paragraph of several printed lines as one. */
const paragraphOf = (runs: readonly PdfRun[]): string =>
  linesOfRuns(runs)
    .filter((line) => line !== '')
    .join(' ')
