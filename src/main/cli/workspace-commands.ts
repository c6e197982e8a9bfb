import { InvalidArgumentError, Option, type Command } from 'commander'
import path from 'node:path'
import { contract, isMethodName, type TaskName } from '../../shared/contract.ts'
import { dateOf, IsoDate, monthsBefore, daysAfter } from '../../shared/model/dates.ts'
import { audiences, reportFormats, type Audience, type ReportFormat } from '../../shared/model/report.ts'
import { FindId, KeepReason } from '../../shared/model/guard.ts'
import { NewWorkspace } from '../../shared/model/workspace.ts'
import { AppError } from '../../shared/result.ts'
import { replaceFile } from '../replace-file.ts'
import { describeCleaning, describeStatus, describeVerification, print, printJson, say } from './output.ts'
import { onWorkspace, openFor, type CliGround, type WorkspaceOptions } from './ground.ts'
import { bringIn, waitFor, withApplication, type Session } from './session.ts'

/** A date option: ISO, and a real date. */
function parseDate(text: string): string {
  if (IsoDate.safeParse(text).success) return text
  throw new InvalidArgumentError('Give a date as 2026-10-13.')
}

function parsePort(text: string): number {
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port
  throw new InvalidArgumentError('Give a port between 0 and 65535.')
}

function parseAudience(text: string): Audience {
  const audience = audiences.find((known) => known === text)
  if (audience) return audience
  throw new InvalidArgumentError(`Give one of ${audiences.join(', ')}.`)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw new InvalidArgumentError('This is not JSON.')
  }
}

type ReportOptions = {
  out: string
  assessment?: string
  asAt?: string
  audience: Audience
  format: ReportFormat
  dismiss: Dismissal[]
}

type Dismissal = { id: string; reason: string }

/** `ID=REASON`, once for each find. */
function parseDismissal(text: string, before: Dismissal[]): Dismissal[] {
  const [, id = '', reason = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? []
  if (FindId.safeParse(id).success && KeepReason.safeParse(reason).success) return [...before, { id, reason }]
  throw new InvalidArgumentError('Give the id of a find and what it is, as 0123456789abcdef="a ward".')
}

const today = () => dateOf(new Date().toISOString())

/** Adds the commands that make and use a workspace. */
export function addWorkspaceCommands(program: Command, { makeApplication, serve }: CliGround): void {
  /** Runs a command on the workspace in a folder. */
  const using = <T>(options: WorkspaceOptions, run: (session: Session) => Promise<T>) =>
    withApplication(makeApplication, options.as, async (session) => {
      await openFor(session, options)
      return run(session)
    })

  onWorkspace(program.command('sample'))
    .description('make the sample provider’s workspace in a folder that is absent or empty')
    .action(async ({ workspace, as }: WorkspaceOptions) => {
      await withApplication(makeApplication, as, ({ application }) => application.createSampleIn(workspace))
      say(`The sample is in ${workspace}.`)
    })

  onWorkspace(program.command('init'))
    .description('make an empty workspace with a first assessment, in a folder that is absent or empty')
    .requiredOption('--provider <name>', 'the provider’s name')
    .option('--core-service <id...>', 'core services to look at besides the provider, such as acute-wards')
    .option('--from <date>', 'the first day of the period (default: six months ago)', parseDate)
    .option('--to <date>', 'the last day of the period (default: today)', parseDate)
    .action(
      async (options: WorkspaceOptions & { provider: string; coreService?: string[]; from?: string; to?: string }) => {
        const to = options.to ?? today()
        const wanted = NewWorkspace.safeParse({
          provider: options.provider,
          coreServices: options.coreService ?? [],
          from: options.from ?? daysAfter(monthsBefore(to, 6), 1),
          to,
        })
        if (!wanted.success)
          throw new AppError(
            'invalid-input',
            wanted.error.issues.map(({ message, path: place }) => `${place.join('.')}: ${message}`).join('; '),
          )
        await withApplication(makeApplication, options.as, ({ application }) =>
          application.createIn(options.workspace, wanted.data),
        )
        say(`The workspace is in ${options.workspace}.`)
      },
    )

  onWorkspace(program.command('status'))
    .description('coverage and gaps')
    .option('--as-at <date>', 'the date of the picture (default: today)', parseDate)
    .option('--json', 'as one JSON value')
    .action(async (options: WorkspaceOptions & { asAt?: string; json?: boolean }) => {
      const status = await using(options, ({ client }) => client.call('status.get', { asAt: options.asAt }))
      if (options.json) printJson(status)
      else print(describeStatus(status))
    })

  onWorkspace(program.command('report'))
    .description('the report of the open assessment; the file is replaced whole or not at all')
    .requiredOption('--out <file>', 'where it is written')
    .option('--assessment <id>', 'another assessment than the newest')
    .option('--as-at <date>', 'the date of the picture (default: today)', parseDate)
    .option('--audience <audience>', 'public, board or visit', parseAudience, 'board')
    .addOption(new Option('--format <format>', 'a PDF, or one web page').choices(reportFormats).default('pdf'))
    .option('--dismiss <id=reason>', 'keep a find of the identifier guard and say what it is', parseDismissal, [])
    .action(async (options: WorkspaceOptions & ReportOptions) => {
      await using(options, async ({ application, client }) => {
        for (const { id, reason } of options.dismiss)
          await client.call('guard.keep', { id, reason, assessmentId: options.assessment })
        const { taskId } = await client.call('report.make', {
          assessmentId: options.assessment,
          asAt: options.asAt,
          audience: options.audience,
          format: options.format,
        })
        const report = await waitFor<'report.make'>(client, taskId)
        await replaceFile(path.resolve(options.out), application.readTransfer(report.transferId))
        for (const { character, where } of report.missingGlyphs) say(`No font can draw “${character}”: ${where}`)
        for (const note of report.notes) say(note)
        say(
          `Saved as ${options.out}, ${report.pages === null ? '' : `${report.pages} pages, `}${Math.ceil(report.size / 1_000)} kB, SHA-256 ${report.sha256}`,
        )
      })
    })

  onWorkspace(program.command('verify'))
    .description('check database, references, trail and attachments; names each fault')
    .option('--clean', 'first clear away files that no item uses, left by a crash more than an hour ago')
    .option('--json', 'as one JSON value')
    .action(async (options: WorkspaceOptions & { clean?: boolean; json?: boolean }) => {
      const verification = await using(options, async ({ client }) => {
        if (options.clean) {
          const { taskId } = await client.call('attachments.clean', {})
          say(describeCleaning(await waitFor<'attachments.clean'>(client, taskId)))
        }
        return waitFor<'workspace.verify'>(client, (await client.call('workspace.verify', {})).taskId)
      })
      for (const { name, size, since } of verification.orphanFiles)
        say(`No item uses attachments/${name.slice(0, 2)}/${name}: ${size} bytes, since ${since}`)
      if (options.json) printJson(verification)
      else print(describeVerification(verification))
      for (const fault of verification.faults) say(fault)
      for (const remark of verification.remarks) say(remark)
      if (verification.faults.length > 0) process.exitCode = 1
    })

  onWorkspace(program.command('backup'))
    .description('a checked copy of the workspace in one file, attachments included')
    .requiredOption('--out <file>', 'where the backup is written')
    .action(async (options: WorkspaceOptions & { out: string }) => {
      await using(options, async ({ application, client }) => {
        const { taskId } = await client.call('backups.export', {})
        const backup = await waitFor<'backups.export'>(client, taskId)
        await replaceFile(path.resolve(options.out), application.readTransfer(backup.transferId))
        for (const name of backup.left) say(`Not in the backup, because it is missing or changed: ${name}`)
        say(`Saved as ${options.out}: ${backup.items} items, ${backup.attachments} attachments, checked.`)
      })
    })

  onWorkspace(program.command('restore'))
    .description('put a backup in the place of a workspace, keeping what it replaces')
    .requiredOption('--from <file>', 'the backup')
    .action(async (options: WorkspaceOptions & { from: string }) => {
      const { manifest, keptIn } = await withApplication(makeApplication, options.as, ({ application }) =>
        application.restoreInto(options.workspace, options.from),
      )
      say(`Restored ${manifest.provider} as it was on ${manifest.madeAt}: ${manifest.items} items.`)
      if (keptIn !== null) say(`What was there before is kept in ${keptIn}.`)
    })

  onWorkspace(program.command('serve'))
    .description('serve the workspace to browsers of this PC, until Ctrl C')
    .option('--port <number>', 'the port (default: any free one)', parsePort)
    .action(async (options: WorkspaceOptions & { port?: number }) => {
      await using(options, ({ application }) => serve(application, options.port))
    })

  onWorkspace(program.command('call'))
    .description('any method of the contract; a task is waited for')
    .argument('<method>', 'the method’s name')
    .requiredOption('--json <input>', 'the input as JSON', parseJson)
    .option('--file <file>', 'a file to bring in: its transferId is added to the input')
    .option('--out <file>', 'where the bytes of the answer’s transferId are written')
    .action(
      async (
        method: string,
        options: WorkspaceOptions & { json: unknown; file?: string; out?: string },
        command: Command,
      ) => {
        if (!isMethodName(method)) command.error(`error: there is no method “${method}”`)
        const answer = await using(options, async (session) => {
          const given = options.file === undefined ? {} : { transferId: await bringIn(session.client, options.file) }
          const answered = await callAny(session, method, { ...(options.json as object), ...given })
          if (options.out !== undefined) await writeOut(session, answered, options.out)
          return answered
        })
        printJson(answer)
      },
    )
}

async function callAny({ client }: Session, method: string, input: object): Promise<unknown> {
  const name = method as TaskName
  const answer: unknown = await client.call(name, input as never)
  return contract[name].kind === 'task' ? waitFor(client, (answer as { taskId: string }).taskId) : answer
}

async function writeOut({ application }: Session, answer: unknown, file: string) {
  if (
    typeof answer !== 'object' ||
    answer === null ||
    !('transferId' in answer) ||
    typeof answer.transferId !== 'string'
  )
    throw new AppError('refused', 'The answer has no bytes to write.')
  await replaceFile(path.resolve(file), application.readTransfer(answer.transferId))
}
