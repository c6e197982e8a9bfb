import { cleanLabel } from './text-cleaning.ts'
import { Tag, type TagAttributes } from './structure-tree.ts'
import type { PdfKitDocument, PdfReference } from './pdfmake-types.ts'
import type { Notes } from './notes.ts'

const LANGUAGE = /^[a-z]{1,8}(-[a-z0-9]{1,8})*$/i
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['TD', 'TH', 'TR'])

/** Whether a text is a language tag as PDF/UA asks (BCP 47 in shape). */
export function isLanguage(text: string): boolean {
  return LANGUAGE.test(text)
}

/** Takes out tags that hold nothing, deepest first; true where the tag itself stays. */
function prune(tag: Tag): boolean {
  tag.children = tag.children.filter((child) => !(child instanceof Tag) || prune(child))
  if (tag.type === 'Table') repairTable(tag)
  return tag.children.length > 0 || MAY_BE_EMPTY.has(tag.type)
}

function childTags(tag: Tag): Tag[] {
  return tag.children.filter((child) => child instanceof Tag)
}

/** A row with nothing but the rest of row spans has no cell, and a head needs a body: neither may be in the tree. */
function repairTable(table: Tag): void {
  const groups = childTags(table)
  const rows = groups.flatMap((child) => (child.type === 'TR' ? [child] : childTags(child)))
  const dropped = new Set<Tag>()
  const spans = new Map(rows.flatMap(childTags).map((cell) => [cell, cell.attributes.rowSpan ?? 1]))
  rows.forEach((row, index) => {
    if (row.children.length > 0) return
    dropped.add(row)
    rows.slice(0, index).forEach((earlier, earlierIndex) => {
      for (const cell of childTags(earlier)) {
        if (earlierIndex + (spans.get(cell) ?? 1) > index) cell.attributes.rowSpan = (cell.attributes.rowSpan ?? 1) - 1
      }
    })
  })
  for (const rowGroup of groups) {
    rowGroup.children = rowGroup.children.filter((child) => !(child instanceof Tag && dropped.has(child)))
  }
  table.children = table.children.filter((child) => !(child instanceof Tag) || child.children.length > 0)
  const head = childTags(table).find((child) => child.type === 'THead')
  if (head && !childTags(table).some((child) => child.type === 'TBody')) {
    for (const row of childTags(head)) row.parent = table
    table.children.splice(table.children.indexOf(head), 1, ...head.children)
  }
}

function textString(text: string): unknown {
  return Object(text)
}

function writeAttributes(entry: Record<string, unknown>, tag: Tag, notes: Notes): void {
  const { alt, lang, actual, scope, colSpan = 1, rowSpan = 1, numbering }: TagAttributes = tag.attributes
  if (alt) entry['Alt'] = textString(cleanLabel(alt))
  if (actual) entry['ActualText'] = textString(actual)
  if (lang !== undefined && isLanguage(lang)) entry['Lang'] = textString(lang)
  else if (lang !== undefined) notes.add('badLanguage')
  if (numbering) entry['A'] = { O: 'List', ListNumbering: numbering }
  if (scope || colSpan > 1 || rowSpan > 1) {
    const cell: Record<string, unknown> = { O: 'Table' }
    if (scope) cell['Scope'] = scope
    if (colSpan > 1) cell['ColSpan'] = colSpan
    if (rowSpan > 1) cell['RowSpan'] = rowSpan
    entry['A'] = cell
  }
  if (tag.box) entry['A'] = { O: 'Layout', Placement: 'Block', BBox: tag.box }
}

/**
 * Writes the structure tree into the document and frees it. Heading levels that skip one are lowered (PDF/UA-1, 7.4.2).
 * Gives the number of tags.
 */
export function writeStructureTree(document: PdfKitDocument, root: Tag, notes: Notes): number {
  prune(root)
  const treeRoot = document.getStructTreeRoot()
  const parents = document.getStructParentTree()
  const noteIds: [string, PdfReference][] = []
  let level = 0
  let count = 0

  const write = (tag: Tag, parent: PdfReference): PdfReference => {
    count += 1
    if (/^H[1-6]$/.test(tag.type)) {
      const wanted = Number(tag.type.slice(1))
      const allowed = Math.min(wanted, level + 1)
      if (allowed !== wanted) notes.add('headingLevel')
      level = allowed
      tag.type = `H${allowed}` as Tag['type']
    }
    const entry: Record<string, unknown> = { S: tag.type, P: parent }
    const reference = document.ref(entry)
    if (tag.type === 'Note') {
      const id = `note-${String(noteIds.length + 1).padStart(6, '0')}`
      entry['ID'] = textString(id)
      noteIds.push([id, reference])
    }
    writeAttributes(entry, tag, notes)
    const kids: unknown[] = []
    for (const child of tag.children) {
      if (child instanceof Tag) {
        kids.push(write(child, reference))
      } else if ('annotation' in child) {
        kids.push({ Type: 'OBJR', Obj: child.annotation, Pg: child.pageRef })
        parents.add(child.key, reference)
      } else {
        entry['Pg'] ??= child.pageRef
        kids.push(entry['Pg'] === child.pageRef ? child.mcid : { Type: 'MCR', Pg: child.pageRef, MCID: child.mcid })
        parents.get(child.pageRef.data['StructParents'])[child.mcid] = reference
      }
    }
    if (kids.length > 0) entry['K'] = kids.length === 1 ? kids[0] : kids
    reference.end()
    tag.children = []
    return reference
  }

  treeRoot.data['RoleMap'] = { Title: 'P' }
  treeRoot.data['K'] = [write(root, treeRoot)]
  if (noteIds.length > 0) {
    const names = document.ref({ Names: noteIds.flatMap(([id, reference]) => [textString(id), reference]) })
    names.end()
    treeRoot.data['IDTree'] = names
  }
  return count
}
