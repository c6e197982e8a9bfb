import type { InputOf, MethodName, OutputOf, TaskName } from '../../src/shared/contract.ts'
import { sourceKinds } from '../../src/shared/model/vocabulary.ts'

/** Core services that {@link csvOfMany} links its items to; their wards are named `Ward <service>-<0 to 2>`. */
export const servicesOfMany = [
  'acute-wards',
  'forensic-wards',
  'older-people-wards',
  'community-adults',
  'crisis-services',
]

/** Words from common to rare, as searches meet them. */
export const wordsOfMany = [
  'plan',
  'ward',
  'peer',
  'garden',
  'advocate',
  'discharge',
  'menu',
  'cafe',
  'tribunal',
  'choir',
]

/** Rows of one file: the most that one import takes. */
const rowsOfFile = 50_000

const prompts = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8', 'C9', 'C10']
const wordOf = (number: number) => wordsOfMany.filter((_, position) => number % 2 ** position === 0).join(' ')
const pad = (number: number) => String(number).padStart(2, '0')
const dayOf = (number: number) => `${2024 + (number % 3)}-${pad((number % 12) + 1)}-${pad((number % 28) + 1)}`

function csvOfMany(first: number, last: number, isPlaced: boolean): Uint8Array {
  const lines = ['title,shows,source_kind,from,to,where_kept,ward,said_by,prompts,relation,chime,note']
  for (let number = first; number < last; number += 1) {
    const service = servicesOfMany[number % servicesOfMany.length] ?? ''
    const links = `${prompts[number % prompts.length]}@${service}; P${(number % 6) + 1}`
    const relation = number % 11 === 0 ? 'contradicts' : 'supports'
    const kind = sourceKinds[number % sourceKinds.length]
    const ward = isPlaced ? `Ward ${number % 5}-${number % 3}` : ''
    const linked = isPlaced && number % 7 > 0 ? links : ''
    const day = dayOf(number)
    lines.push(
      `Item ${number} ${wordOf(number)},"What was seen at visit ${number}, in a sentence of usual length about care.",${kind},${day},${day},Shared drive folder ${number % 40},${ward},${number % 9},${linked},${relation},hope,`,
    )
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`)
}

/** A call of the contract that answers or throws. */
export type Call = <Name extends MethodName>(method: Name, input: InputOf<Name>) => Promise<OutputOf<Name>>

/** Waits for a task, and answers its result. */
export async function finishTask(call: Call, started: OutputOf<TaskName>): Promise<unknown> {
  for (;;) {
    const task = await call('tasks.get', started)
    if (task.state === 'done') return task.result
    if (task.state !== 'running') throw new Error(JSON.stringify(task.error))
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

/** Makes the workspace that takes many items: five core services of three wards each. */
export const createForMany = (call: Call): Promise<unknown> =>
  call('workspaces.create', {
    workspace: {
      provider: 'Osmere Partnership Trust',
      coreServices: servicesOfMany,
      wards: servicesOfMany.flatMap((coreService, position) =>
        [0, 1, 2].map((ward) => ({ coreService, name: `Ward ${position}-${ward}` })),
      ),
      from: '2026-04-01',
      to: '2026-09-30',
    },
  })

/** Brings many items in from files, as a person would. Items that are not placed have no ward and no links: any workspace takes them. */
export async function bringInMany(call: Call, items: number, { isPlaced }: { isPlaced: boolean }): Promise<void> {
  for (let first = 0; first < items; first += rowsOfFile) {
    const bytes = csvOfMany(first, Math.min(items, first + rowsOfFile), isPlaced)
    const { id } = await call('transfers.begin', { name: 'items.csv', size: bytes.length })
    for (let offset = 0; offset < bytes.length; offset += 1_048_576)
      await call('transfers.append', {
        id,
        offset,
        bytes: Buffer.from(bytes.subarray(offset, offset + 1_048_576)).toString('base64'),
      })
    const report = await finishTask(call, await call('evidence.import', { transferId: id }))
    if (!(report as { written: boolean }).written) throw new Error(JSON.stringify(report).slice(0, 500))
  }
}
