import type { Command } from 'commander'
import type { Application } from '../core/application.ts'
import { say } from './output.ts'
import type { MakeApplication, Session } from './session.ts'

/** What the command line is given by its entry. */
export type CliGround = {
  makeApplication: MakeApplication
  /** Serves an application to browsers until the process is asked to end. */
  serve: (application: Application, port: number | undefined) => Promise<void>
  version: string
}

/** What every command that uses a workspace takes. */
export type WorkspaceOptions = { workspace: string; as?: string; useSynced?: boolean }

/** Adds the options that every command on a workspace has. */
export const onWorkspace = (command: Command): Command =>
  command
    .requiredOption('--workspace <dir>', 'the folder of the workspace')
    .option('--as <name>', 'who acts (default: the system’s user name)')
    .option('--use-synced', 'use the folder although a sync service copies it')

/**
 * Opens the workspace of a command, to be written where it can be; a person is told on the error output when it is only read, and of what
 * to know of its folder.
 */
export async function openFor(
  { application }: Session,
  { workspace, useSynced = false }: WorkspaceOptions,
): Promise<void> {
  const { modeReason, warning } = await application.openFolder(workspace, useSynced ? 'anyway' : 'any')
  for (const words of [modeReason, warning]) if (words !== '') say(words)
}
