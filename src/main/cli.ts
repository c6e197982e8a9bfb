import { version } from '../../package.json'
import { checklistsFolder, startWorker } from './built.ts'
import { runCli } from './cli/program.ts'
import { createApplication } from './core/application.ts'
import { print } from './cli/output.ts'
import { startWebHost } from './web/host.ts'
import { logToError } from './web/run.ts'

void runCli(process.argv.slice(2), {
  version,
  makeApplication: (options) => createApplication({ ...options, checklistsFolder, startWorker, log: logToError }),
  async serve(application, port) {
    const host = await startWebHost({ application, port, log: logToError })
    print(`Recovery Evidence is served at ${host.link}`)
    await new Promise<void>((resolve) =>
      ['SIGINT', 'SIGTERM', 'SIGHUP'].forEach((signal) => process.once(signal, () => resolve())),
    )
    await host.close()
  },
}).then((code) => process.exit(code))
