import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { z } from '../../shared/model/schema.ts'
import { AppError } from '../../shared/result.ts'
import { replaceFile } from '../replace-file.ts'

/** Reads a file of JSON lines, each of one shape. The first line that is not so is named. */
export async function readJsonLines<Line extends z.ZodType>(file: string, shape: Line): Promise<z.output<Line>[]> {
  const text = await readTextFile(file)
  return text.split(/\r?\n/).flatMap((line, position) => {
    if (line.trim() === '') return []
    const read = shape.safeParse(parseOrNull(line))
    if (read.success) return [read.data]
    const [issue] = read.error.issues
    throw new AppError(
      'invalid-input',
      `${file}, line ${position + 1}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not JSON'}. Nothing was written.`,
    )
  })
}

/** Reads a text file as UTF-8, without its byte order mark. */
export async function readTextFile(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new AppError('file-missing', `“${file}” cannot be read. Is the name right?`)
  })
  return text.replace(/^\ufeff/, '')
}

function parseOrNull(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}

/** Writes records as JSON lines; the file is replaced whole or not at all. */
export async function writeJsonLines(file: string, records: Iterable<unknown>): Promise<void> {
  await replaceFile(path.resolve(file), encode(records))
}

async function* encode(records: Iterable<unknown>): AsyncIterable<Uint8Array> {
  const encoder = new TextEncoder()
  for (const record of records) yield encoder.encode(`${JSON.stringify(record)}\n`)
}
