import type { Archive } from './archive.ts'
import type { Source } from './extraction.ts'
import { readXml, type XmlAttributes } from './read-xml.ts'

/** A part that another part of an office document points at: by its id there, its type (the last word of its address), its path. */
export type PartTarget = { id: string; type: string; path: string }

/** The parts that a part points at; `''` is the document itself. What lies outside the archive is left out, and never read. */
export function targetsOf(archive: Archive, part: string, source: Source): PartTarget[] {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const bytes = archive.read(`${folder}_rels/${part.slice(slash)}.rels`)
  const targets: PartTarget[] = []
  if (!bytes) return targets
  const open = (name: string, attributes: XmlAttributes) => {
    if (name !== 'rel:Relationship' || attributes('TargetMode') === 'External') return
    const target = attributes('Target') ?? ''
    const type = (attributes('Type') ?? '').split('/').at(-1) ?? ''
    const path = target.startsWith('/') ? target.slice(1) : resolve(folder + target)
    targets.push({ id: attributes('Id') ?? '', type, path })
  }
  readXml(bytes, { open }, source)
  return targets
}

function resolve(path: string): string {
  const steps: string[] = []
  for (const step of path.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}
