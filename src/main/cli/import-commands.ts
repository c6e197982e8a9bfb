import type { Command } from 'commander'
import path from 'node:path'
import { evidenceCsvTemplate } from '../../shared/model/evidence-rows.ts'
import type { ImportReport } from '../../shared/model/evidence-import.ts'
import { AppError } from '../../shared/result.ts'
import { replaceFile } from '../replace-file.ts'
import { print, printJson, say } from './output.ts'
import { openFor, type CliGround } from './ground.ts'
import { bringIn, waitFor, withApplication } from './session.ts'

type ImportOptions = {
  workspace?: string
  as?: string
  useSynced?: boolean
  csv?: string
  xlsx?: string
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
    .description('items of evidence from CSV or an Excel workbook: all or nothing, unless --good-rows')
    .option('--workspace <dir>', 'the folder of the workspace')
    .option('--use-synced', 'use the folder although a sync service copies it')
    .option('--as <name>', 'who acts (default: the system’s user name)')
    .option('--csv <file>', 'the CSV file')
    .option('--xlsx <file>', 'the Excel workbook (.xlsx): its first sheet, or the one that has the columns')
    .option('--template <file>', 'write a CSV template with two example rows, and nothing else')
    .option('--good-rows', 'bring in the good rows and leave out the others')
    .option('--dry-run', 'check only; nothing is written')
    .option('--json', 'as one JSON value')
    .action(async (options: ImportOptions, command: Command) => {
      if (options.template !== undefined) return writeTemplate(options.template)
      const { workspace, csv, xlsx } = options
      const file = csv ?? xlsx
      if (workspace === undefined) return command.error("error: required option '--workspace <dir>' not specified")
      if (file === undefined)
        return command.error("error: required option '--csv <file>' or '--xlsx <file>' not specified")
      if (csv !== undefined && xlsx !== undefined)
        return command.error("error: options '--csv <file>' and '--xlsx <file>' exclude each other")
      const report = await withApplication(ground.makeApplication, options.as, async (session) => {
        const { client } = session
        await openFor(session, { ...options, workspace })
        const transferId = await bringIn(client, file)
        const { taskId } = await client.call('evidence.import', {
          transferId,
          goodRows: options.goodRows ?? false,
          dryRun: options.dryRun ?? false,
        })
        return waitFor<'evidence.import'>(client, taskId)
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
  for (const { row, column, problem, mend } of report.faults)
    say(`Row ${row}${column === '' ? '' : `, ${column}`}: ${problem}. ${mend}`)
  const counts = `imported ${report.imported}, left out ${report.leftOut}, already there ${report.already}`
  if (json) printJson(report)
  else if (report.written) print(counts)
  else if (dryRun) print(`would be ${counts}`)
  if (!report.written && !dryRun)
    throw new AppError('refused', 'Nothing was brought in. Mend the rows named above, or use --good-rows.')
  if (dryRun && report.faults.length > 0) process.exitCode = 1
}
