/** Writes the JSON Schemas of checklist packs and of care-plan criteria beside them: `node build/checklist-schema.ts` after a change of the format. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { ChecklistPack } from '../src/shared/model/checklist.ts'
import { CarePlanCriteria } from '../src/shared/model/care-plan-criteria.ts'
import { z } from '../src/shared/model/schema.ts'

/** The JSON Schema of a pack as it is written, before defaults are filled in: the text of the committed file. */
export function checklistSchemaText(): string {
  const schema = z.toJSONSchema(ChecklistPack, { io: 'input' })
  return `${JSON.stringify({ ...schema, title: 'Checklist pack of Recovery Evidence' }, null, 2)}\n`
}

/** The JSON Schema of a file of care-plan criteria: the text of the committed file. */
export function criteriaSchemaText(): string {
  const schema = z.toJSONSchema(CarePlanCriteria, { io: 'input' })
  return `${JSON.stringify({ ...schema, title: 'Care-plan criteria of Recovery Evidence' }, null, 2)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../checklists/checklist-pack.schema.json', import.meta.url), checklistSchemaText())
  writeFileSync(new URL('../checklists/care-plan-audit/criteria.schema.json', import.meta.url), criteriaSchemaText())
}
