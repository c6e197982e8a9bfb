/** Writes the JSON Schema of checklist packs beside the packs: `node build/checklist-schema.ts` after a change of the format. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ChecklistPack } from '../src/shared/model/checklist.ts'
import { z } from '../src/shared/model/schema.ts'

/** The JSON Schema of a pack as it is written, before defaults are filled in: the text of the committed file. */
export function checklistSchemaText(): string {
  const schema = z.toJSONSchema(ChecklistPack, { io: 'input' })
  return `${JSON.stringify({ ...schema, title: 'Checklist pack of Recovery Evidence' }, null, 2)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(new URL('../checklists/checklist-pack.schema.json', import.meta.url), checklistSchemaText())
