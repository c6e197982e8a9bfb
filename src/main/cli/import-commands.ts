import type { Command } from 'commander'
import path from 'node:path'
import { evidenceCsvTemplate } from '../../shared/model/evidence-rows.ts'
import type { ImportReport } from '../../shared/model/evidence-import.ts'
import { AppError } from '../../shared/result.ts'
import { replaceFile } from '../replace-file.ts'
import { print, printJson, say } from './output.ts'
import type { CliGround } from './ground.ts'
import { bringIn, waitFor, withApplication } from './session.ts'

type ImportOptions = {
  workspace?: string
  as?: string
  csv?: string
  template?: string
  goodRows?: boolean
  dryRun?: boolean
  json?: boolean
}

/** Adds the commands that bring in many items from a file. */
export function addImportCommands(program: Command, ground: CliGround): void {
  program
    .command('import')
    .description('bring in many items from a file')
    .command('evidence')
    .description('items of evidence from CSV: all or nothing, unless --good-rows')
    .option('--workspace <dir>', 'the folder of the workspace')
    .option('--as <name>', 'who acts (default: the system’s user name)')
    .option('--csv <file>', 'the CSV file')
    .option('--template <file>', 'write a CSV template with two example rows, and nothing else')
    .option('--good-rows', 'bring in the good rows and leave out the others')
    .option('--dry-run', 'check only; nothing is written')
    .option('--json', 'as one JSON value')
    .action(async (options: ImportOptions, command: Command) => {
      if (options.template !== undefined) return writeTemplate(options.template)
      const { workspace, csv } = options
      if (workspace === undefined) return command.error("error: required option '--workspace <dir>' not specified")
      if (csv === undefined) return command.error("error: required option '--csv <file>' not specified")
      const report = await withApplication(ground.makeApplication, options.as, async ({ application, client }) => {
        await application.openFolder(workspace)
        const transferId = await bringIn(client, csv)
        const { taskId } = await client.call('evidence.importCsv', {
          transferId,
          goodRows: options.goodRows ?? false,
          dryRun: options.dryRun ?? false,
        })
        return waitFor<'evidence.importCsv'>(client, taskId)
      })
      printImport(report, options)
    })
}

async function writeTemplate(file: string) {
  await replaceFile(path.resolve(file), once(new TextEncoder().encode(evidenceCsvTemplate())))
  say(`The template is in ${file}.`)
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

function printImport(report: ImportReport, { json, dryRun }: ImportOptions) {
  for (const fault of report.faults) say(`Row ${fault.row}, ${fault.column}: ${fault.problem}. ${fault.mend}`)
  const counts = `imported ${report.imported}, left out ${report.leftOut}, already there ${report.already}`
  if (json) printJson(report)
  else if (report.written) print(counts)
  else if (dryRun) print(`would be ${counts}`)
  if (!report.written && !dryRun)
    throw new AppError('refused', 'Nothing was brought in. Mend the rows named above, or use --good-rows.')
  if (dryRun && report.faults.length > 0) process.exitCode = 1
}
