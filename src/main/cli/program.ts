import { Command, CommanderError } from 'commander'
import { AppError } from '../../shared/result.ts'
import { addChecklistCommands } from './checklist-commands.ts'
import { addImportCommands } from './import-commands.ts'
import { describeFinds, say } from './output.ts'
import type { CliGround } from './ground.ts'
import { addLanguageCommands } from './language-commands.ts'
import { addWorkspaceCommands } from './workspace-commands.ts'

/** Exit codes: done; the work failed or was refused; wrong usage. */
const exitCodes = { done: 0, failed: 1, usage: 2 } as const

/** Runs one command line and answers its exit code. Nothing is thrown. */
export async function runCli(args: readonly string[], ground: CliGround): Promise<number> {
  const program = new Command('recovery-evidence')
    .description('Self-assessment of recovery orientated practice against BG046, on this PC.')
    .version(ground.version)
    .exitOverride()
    .configureOutput({ writeErr: (text) => void process.stderr.write(text) })
  addWorkspaceCommands(program, ground)
  addImportCommands(program, ground)
  addChecklistCommands(program)
  addLanguageCommands(program, ground)
  inheritExit(program)
  try {
    await program.parseAsync(args, { from: 'user' })
    return process.exitCode === undefined ? exitCodes.done : Number(process.exitCode)
  } catch (error) {
    return explain(error)
  }
}

/** Commands below the program end by an exception too, and not by ending the process. */
function inheritExit(command: Command) {
  for (const below of command.commands) {
    below.exitOverride()
    inheritExit(below)
  }
}

function explain(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
  if (error instanceof AppError) {
    say(error.message)
    if (error.code === 'finds-open') for (const line of describeFinds(error.details)) say(line)
    if (error.code === 'synced-folder') say('Add --use-synced to use it all the same.')
    return exitCodes.failed
  }
  say(`Something went wrong: ${error instanceof Error ? error.message : String(error)}`)
  return exitCodes.failed
}
