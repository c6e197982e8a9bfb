import { checklistsFolder, startWorker } from './built.ts'
import { createApplication } from './core/application.ts'
import { startWebHost } from './web/host.ts'
import { parseOptions, usage } from './web/options.ts'
import { endWith, keepGoing, logToError, openWorkspace, runUntilAsked } from './web/run.ts'

main(process.argv.slice(2)).catch(endWith)

async function main(args: string[]): Promise<void> {
  const { help, dataFolder, port, workspace } = parseOptions(args)
  if (help) return void process.stdout.write(`${usage}\n`)
  keepGoing()
  const application = await createApplication({ dataFolder, checklistsFolder, startWorker, log: logToError })
  if (workspace) await openWorkspace(application, workspace)
  const host = await startWebHost({ application, port, log: logToError })
  runUntilAsked(host, application)
}
