import path from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '../../shared/result.ts'
import { defaultDataFolder } from '../data-folder.ts'

/** What may be said to the web host on its command line. */
export const usage = `Usage: web.cjs [--port N] [--data DIR] [--workspace DIR]

  --port N         the port to serve on; any free one when left out
  --data DIR       where settings and the list of workspaces are kept
  --workspace DIR  opens this workspace at once`

/** The web host's options. Folders are absolute. */
export type WebOptions = { port: number; dataFolder: string; workspace: string | null; help: boolean }

/** Reads the command line. Throws an {@link AppError} that says what is wrong with it. */
export function parseOptions(args: string[]): WebOptions {
  const { values } = parse(args)
  return {
    port: parsePort(values.port),
    dataFolder: values.data === undefined ? defaultDataFolder() : parseFolder('--data', values.data),
    workspace: values.workspace === undefined ? null : parseFolder('--workspace', values.workspace),
    help: values.help ?? false,
  }
}

function parse(args: string[]) {
  try {
    const text = { type: 'string' } as const
    return parseArgs({
      args,
      options: { port: text, data: text, workspace: text, help: { type: 'boolean', short: 'h' } },
    })
  } catch (error) {
    throw new AppError('invalid-input', error instanceof Error ? error.message : String(error))
  }
}

function parsePort(words: string | undefined): number {
  if (words === undefined) return 0
  const port = /^\d{1,5}$/.test(words) ? Number(words) : Number.NaN
  if (port >= 0 && port <= 65_535) return port
  throw new AppError('invalid-input', `--port takes a number from 0 to 65535, not "${words}".`)
}

function parseFolder(option: string, folder: string): string {
  if (folder === '') throw new AppError('invalid-input', `${option} takes the path of a folder.`)
  return path.resolve(folder)
}
