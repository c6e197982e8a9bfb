import { isBlocks } from './compose-table.ts'
import { plainText } from './compose-text.ts'
import { cleanLabel } from './text-cleaning.ts'
import type { Block, HeadingBlock } from './document.ts'

/** A heading with words, as the table of contents and the bookmarks list it; `level` skips none. */
export interface ListedHeading {
  readonly block: HeadingBlock
  readonly id: string
  readonly level: number
  readonly words: string
}

function innerBlocks(block: Block): readonly Block[] {
  if (block.kind === 'group') return block.blocks
  if (block.kind === 'list') return block.items.flatMap((item) => (isBlocks(item) ? item : []))
  if (block.kind !== 'table') return []
  return [...block.head, ...block.body].flat().flatMap((cell) => {
    const content = typeof cell === 'object' && 'content' in cell ? cell.content : ''
    return isBlocks(content) ? content : []
  })
}

/** Finds the headings of a document in order, also those inside groups, lists and cells; those without words are left out. */
export function listHeadings(blocks: readonly Block[]): Map<HeadingBlock, ListedHeading> {
  const found = new Map<HeadingBlock, ListedHeading>()
  let level = 0
  const visit = (block: Block): void => {
    if (block.kind === 'heading') {
      const words = cleanLabel(plainText(block.text))
      if (words === '') return
      level = Math.min(block.level, level + 1)
      found.set(block, { block, id: block.id ?? `heading-${found.size + 1}`, level, words })
    }
    for (const inner of innerBlocks(block)) visit(inner)
  }
  for (const block of blocks) visit(block)
  return found
}

/** The ids that a cross reference may lead to. Throws where two blocks have the same. */
export function collectIds(blocks: readonly Block[], headings: ReadonlyMap<HeadingBlock, ListedHeading>): Set<string> {
  const ids = new Set<string>()
  const take = (id: string | undefined) => {
    if (id === undefined) return
    if (ids.has(id)) throw new Error(`The document has two blocks with the id '${id}'`)
    ids.add(id)
  }
  const visit = (block: Block): void => {
    if (block.kind === 'heading') take(headings.get(block)?.id)
    if (block.kind === 'paragraph') take(block.id)
    for (const inner of innerBlocks(block)) visit(inner)
  }
  for (const block of blocks) visit(block)
  return ids
}
