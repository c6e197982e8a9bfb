import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as yauzl from 'yauzl'
import { ZipFile } from 'yazl'
import { z } from '../../../shared/model/schema.ts'
import { AppError } from '../../../shared/result.ts'

/** What a backup says of itself: who made it of what, and the SHA-256 of every file in it. */
export const Manifest = z.strictObject({
  format: z.literal(1),
  kind: z.literal('recovery-evidence backup'),
  madeAt: z.iso.datetime(),
  provider: z.string(),
  items: z.int(),
  files: z.array(
    z.strictObject({ name: z.string().max(200), size: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
})
export type Manifest = z.infer<typeof Manifest>

/** The name of the manifest in a backup. */
const manifestName = 'manifest.json'

/** The largest manifest that is believed, in bytes: about 400,000 files. */
const largestManifest = 64 * 1_048_576

/** Names that a backup may hold; anything else is refused, so that no file can be written outside its folder. */
const allowedName = /^(?:workspace\.db|attachments\/[0-9a-f]{2}\/[0-9a-f]{64})$/

const notABackup = (problem: string) =>
  new AppError(
    'file-unreadable',
    `This file cannot be used as a backup: ${problem}. Nothing was changed. Choose another backup.`,
  )

/** Writes a backup: the manifest, then each file as it is. Attachments are not packed: most are packed already. */
export async function writeArchive(
  target: string,
  manifest: Manifest,
  fileOf: (name: string) => string,
): Promise<void> {
  const zip = new ZipFile()
  const mtime = new Date(manifest.madeAt)
  zip.addBuffer(Buffer.from(JSON.stringify(manifest)), manifestName, { mtime })
  for (const { name } of manifest.files) zip.addFile(fileOf(name), name, { mtime, compress: name === 'workspace.db' })
  const written = pipeline(zip.outputStream, createWriteStream(target, { flags: 'wx' }))
  // A file that cannot be read tells the zip, and the zip tells nobody else.
  const failed = new Promise<never>((_, reject) => zip.on('error', reject))
  zip.end()
  await Promise.race([written, failed])
  const handle = await open(target, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

type Archive = { entries: Map<string, yauzl.Entry>; open(entry: yauzl.Entry): Promise<Readable>; close(): void }

function openArchive(file: string): Promise<Archive> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) => {
      if (error) return reject(notABackup('it is not whole, or not a backup at all'))
      const entries = new Map<string, yauzl.Entry>()
      zip.on('error', () => reject(notABackup('it is not whole')))
      zip.on('entry', (entry: yauzl.Entry) => {
        if (entries.has(entry.fileName)) return reject(notABackup(`it holds “${entry.fileName}” twice`))
        entries.set(entry.fileName, entry)
        zip.readEntry()
      })
      zip.on('end', () => resolve({ entries, open: (entry) => openEntry(zip, entry), close: () => zip.close() }))
      zip.readEntry()
    })
  })
}

const openEntry = (zip: yauzl.ZipFile, entry: yauzl.Entry) =>
  new Promise<Readable>((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) =>
      error ? reject(notABackup(`“${entry.fileName}” cannot be read`)) : resolve(stream),
    ),
  )

async function readManifest(archive: Archive): Promise<Manifest> {
  const entry = archive.entries.get(manifestName)
  if (!entry || entry.uncompressedSize > largestManifest) throw notABackup('it has no list of what it holds')
  const chunks: Buffer[] = []
  for await (const chunk of await archive.open(entry)) chunks.push(chunk as Buffer)
  const read = Manifest.safeParse(parseJson(Buffer.concat(chunks).toString('utf8')))
  if (!read.success) throw notABackup('its list of what it holds cannot be read')
  const strange = read.data.files.find(({ name }) => !allowedName.test(name))
  if (strange) throw notABackup(`it names a file that no backup holds, “${strange.name}”`)
  if (archive.entries.size !== read.data.files.length + 1) throw notABackup('it holds other files than it lists')
  return read.data
}

/** What a backup says it holds, and when it was made. Quick: nothing but the list is read. */
export async function readBackupManifest(file: string): Promise<Manifest> {
  const archive = await openArchive(file)
  try {
    return await readManifest(archive)
  } finally {
    archive.close()
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** Passes bytes on, counting and hashing them, and stops at the first byte beyond what was said. */
function measure(limit: number, name: string) {
  const hash = createHash('sha256')
  let size = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.length
      if (size > limit) return done(notABackup(`“${name}” is longer than it says`))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  return { stream, found: () => ({ size, sha256: hash.digest('hex') }) }
}

/**
 * Reads a backup from end to end and compares every byte with its list; with `into`, writes its files below that folder as it goes.
 * Answers the list. Anything that does not agree ends it with words, and no file is ever written outside `into`.
 */
export async function readArchive(
  file: string,
  options: { into?: string; signal?: AbortSignal; report?: (done: number, total: number) => void } = {},
): Promise<Manifest> {
  const archive = await openArchive(file)
  try {
    const manifest = await readManifest(archive)
    for (const [position, { name, size, sha256 }] of manifest.files.entries()) {
      if (options.signal?.aborted) throw new AppError('cancelled', 'Cancelled. Nothing was changed.')
      options.report?.(position, manifest.files.length)
      const entry = archive.entries.get(name)
      if (!entry) throw notABackup(`“${name}” is missing from it`)
      const found = await copyEntry(await archive.open(entry), name, size, options.into)
      if (found.size !== size || found.sha256 !== sha256)
        throw notABackup(`“${name}” was changed after the backup was made`)
    }
    return manifest
  } finally {
    archive.close()
  }
}

async function copyEntry(source: Readable, name: string, size: number, into: string | undefined) {
  const { stream, found } = measure(size, name)
  const sink = into === undefined ? null : path.join(into, ...name.split('/'))
  if (sink !== null) await mkdir(path.dirname(sink), { recursive: true })
  try {
    if (sink === null) {
      await pipeline(source, stream, async (chunks: AsyncIterable<unknown>) => {
        for await (const _ of chunks);
      })
    } else await pipeline(source, stream, createWriteStream(sink, { flags: 'wx' }))
  } catch (error) {
    // What a file on the disk says of itself is told as such; anything else is the backup's own fault.
    if (error instanceof AppError || (error instanceof Error && 'syscall' in error)) throw error
    throw notABackup(`“${name}” cannot be read`)
  }
  return found()
}
