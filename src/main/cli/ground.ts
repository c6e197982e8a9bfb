import type { Command } from 'commander'
import type { Application } from '../core/application.ts'
import type { MakeApplication } from './session.ts'

/** What the command line is given by its entry. */
export type CliGround = {
  makeApplication: MakeApplication
  /** Serves an application to browsers until the process is asked to end. */
  serve: (application: Application, port: number | undefined) => Promise<void>
  version: string
}

/** What every command that uses a workspace takes. */
export type WorkspaceOptions = { workspace: string; as?: string }

/** Adds the options that every command on a workspace has. */
export const onWorkspace = (command: Command): Command =>
  command
    .requiredOption('--workspace <dir>', 'the folder of the workspace')
    .option('--as <name>', 'who acts (default: the system’s user name)')
