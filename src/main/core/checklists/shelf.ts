import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { CarePlanCriteria } from '../../../shared/model/care-plan-criteria.ts'
import { parseChecklistPack, type ChecklistPack, type Prompt } from '../../../shared/model/checklist.ts'
import { z } from '../../../shared/model/schema.ts'
import { AppError } from '../../../shared/result.ts'

/** The checklist packs that lie in the packs' folder: the shipped ones, and a trust's own. */
export type ChecklistShelf = {
  list(): readonly ChecklistPack[]
  /** The pack with this id; `not-found` when none lies in the folder. */
  get(id: string): ChecklistPack
  /** What care plans are read against; `not-found` when the file is missing or cannot be read. */
  carePlanCriteria(): CarePlanCriteria
  /** Packs that could not be read, each with what is wrong. */
  readonly faults: readonly { file: string; problem: string }[]
}

/** Reads every pack in a folder. A bad pack is named and left out; the others are there. */
export async function readShelf(folder: string): Promise<ChecklistShelf> {
  const packs = new Map<string, ChecklistPack>()
  const faults: { file: string; problem: string }[] = []
  const files = (await readdir(folder))
    .filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))
    .toSorted()
  for (const file of files) {
    const read = parseChecklistPack(await readFile(path.join(folder, file), 'utf8'))
    if (read.ok) packs.set(read.pack.id, read.pack)
    else
      for (const fault of read.faults) faults.push({ file, problem: `${fault.path}: ${fault.problem}. ${fault.mend}` })
  }
  const criteria = await readCriteria(path.join(folder, criteriaFile), faults)
  return {
    faults,
    carePlanCriteria() {
      if (criteria) return criteria
      throw new AppError('not-found', `The criteria of the care-plan audit (${criteriaFile}) are missing or damaged.`)
    },
    list: () => [...packs.values()],
    get(id) {
      const pack = packs.get(id)
      if (!pack) throw new AppError('not-found', `There is no checklist “${id}” in the checklists folder.`)
      return pack
    },
  }
}

const criteriaFile = path.join('care-plan-audit', 'criteria.json')

/** The criteria in a file; a file that is no such thing is named among the faults, one that is absent is not. */
async function readCriteria(file: string, faults: { file: string; problem: string }[]) {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return null
  try {
    return CarePlanCriteria.parse(JSON.parse(text))
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined
    faults.push({
      file: criteriaFile,
      problem: issue ? `${issue.path.join('.')}: ${issue.message}` : 'This is no JSON.',
    })
    return null
  }
}

/** The prompt of a pack with this id. A finding’s prompt is always there: an assessment keeps the pack that it began with. */
export function promptOf(pack: ChecklistPack, promptId: string): Prompt {
  const prompt = pack.prompts.find(({ id }) => id === promptId)
  if (!prompt) throw new Error(`checklist ${pack.id} ${pack.version} has no prompt ${promptId}`)
  return prompt
}
