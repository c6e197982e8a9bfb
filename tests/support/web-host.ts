import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createClient, type Client } from '../../src/shared/client.ts'

const entry = fileURLToPath(new URL('../../out/main/web.cjs', import.meta.url))
const printedLink = /^Recovery Evidence is served at (http:\/\/127\.0\.0\.1:\d+\/#token=\S+)$/m

/** The built web host as a process of its own. */
export type RunningHost = {
  link: string
  origin: string
  pid: number
  client: Client
  /** Everything that the host has written to its error output. */
  said: () => string
  /** Asks the host to end, as closing the terminal would, and answers its exit code. */
  stop(): Promise<number | null>
  /** Ends the host with no warning. */
  kill(): Promise<void>
}

/**
 * Starts the built web host on a data folder, and answers when it has printed its link; `through` is a command that starts it in its own
 * place.
 */
export async function startHost(dataFolder: string, args: string[] = [], through: string[] = []): Promise<RunningHost> {
  const [command = process.execPath, ...given] = [...through, process.execPath, entry, '--data', dataFolder, ...args]
  const host = spawn(command, given, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  host.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const link = await readLink(host).catch((error: unknown) => {
    throw new Error(`the web host did not start: ${said}`, { cause: error })
  })
  const { origin, hash } = new URL(link)
  const token = hash.slice('#token='.length)
  return {
    link,
    origin,
    pid: host.pid ?? 0,
    client: createHttpClient(origin, token),
    said: () => said,
    stop: () => end(host, 'SIGTERM'),
    kill: async () => void (await end(host, 'SIGKILL')),
  }
}

/** A client of the contract over HTTP. */
export const createHttpClient = (origin: string, token: string): Client =>
  createClient(async (method, input) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
    const response = await fetch(`${origin}/api/${method}`, { method: 'POST', headers, body: JSON.stringify(input) })
    return response.json()
  })

function readLink(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    host.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const link = printedLink.exec(printed)?.[1]
      if (link) resolve(link)
    })
    host.once('exit', (code) => reject(new Error(`it ended with ${code}`)))
    host.once('error', reject)
  })
}

async function end(host: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (host.exitCode !== null || host.signalCode !== null) return host.exitCode
  const ended = once(host, 'exit')
  host.kill(signal)
  await ended
  return host.exitCode
}
