import { appendFile, rename, stat } from 'node:fs/promises'
import path from 'node:path'

/** The log begins anew at this size, in bytes; the one before it is kept. */
const mostBytes = 1_000_000

/** Makes a log beside the data: one line each, in order, two files of a bounded size at most. It never throws. */
export function openLog(dataFolder: string): (line: string) => void {
  const file = path.join(dataFolder, 'log.txt')
  let last: Promise<unknown> = Promise.resolve()
  return (line) => {
    last = last.then(() => append(file, line)).catch(() => undefined)
  }
}

async function append(file: string, line: string): Promise<void> {
  const size = await stat(file).then(
    (found) => found.size,
    () => 0,
  )
  if (size > mostBytes) await rename(file, `${file}.1`)
  await appendFile(file, `${new Date().toISOString()} ${line.replaceAll('\n', ' | ')}\n`)
}
