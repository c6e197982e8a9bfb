import type { Command } from 'commander'
import { readFile } from 'node:fs/promises'
import { parseChecklistPack } from '../../shared/model/checklist.ts'
import { AppError } from '../../shared/result.ts'
import { print, say } from './output.ts'

/** Adds the commands on checklist packs, which need no workspace. */
export function addChecklistCommands(program: Command): void {
  program
    .command('checklist')
    .description('checklist packs')
    .command('validate')
    .description('say what a pack holds, or what is wrong with it and how to mend it')
    .argument('<file>', 'the pack')
    .action(async (file: string) => {
      const text = await readFile(file, 'utf8').catch(() => {
        throw new AppError('file-missing', `“${file}” cannot be read. Is the name right?`)
      })
      const read = parseChecklistPack(text)
      if (!read.ok) {
        for (const fault of read.faults) say(`${file}: ${fault.path}: ${fault.problem}. ${fault.mend}`)
        throw new AppError('invalid-input', `“${file}” is not a checklist pack that can be used. Nothing was changed.`)
      }
      const { pack } = read
      const ofLevel = (level: string) => pack.prompts.filter((prompt) => prompt.level === level).length
      print(`${pack.title} (${pack.id}), version ${pack.version}, issued ${pack.issued}, review date ${pack.reviewDue}`)
      print(`${ofLevel('provider')} prompts at provider level, ${ofLevel('core-service')} at core-service level`)
      print(pack.caveat)
    })
}
