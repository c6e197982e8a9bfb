import { randomBytes } from 'node:crypto'
import { copyFile, mkdir, open, readFile, rename } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { Timestamp } from '../../../shared/model/dates.ts'
import { z } from '../../../shared/model/schema.ts'
import { identifierTypes } from '../../../shared/model/identifiers/identifier.ts'
import { rememberName, Settings } from '../../../shared/model/settings.ts'

const Entry = z.object({
  id: z.string(),
  folder: z.string(),
  name: z.string(),
  sample: z.boolean(),
  lastOpened: Timestamp.nullable(),
  /** Whether its person chose to use it although a sync service copies its folder. */
  acceptsSync: z.boolean().default(false),
})

/** A workspace that was opened on this PC. */
export type RegistryEntry = z.infer<typeof Entry>

/** What lies in the file, before each part is looked at: another version may have written it. */
const Written = z.object({
  workspaces: z.array(z.unknown()),
  settings: z.record(z.string(), z.unknown()),
  backupPlace: z.string().nullable().catch(null),
})

type Contents = { workspaces: RegistryEntry[]; settings: Settings; backupPlace: string | null }

/** Which workspaces were opened on this PC, and what its person chose. Kept in one small file of the data folder. */
export type Registry = {
  list(): readonly RegistryEntry[]
  find(id: string): RegistryEntry | undefined
  /** Adds or replaces an entry; the newest comes first. */
  put(entry: RegistryEntry): Promise<void>
  remove(id: string): Promise<void>
  settings(): Settings
  /** The folder that a person chose for backups; null: each workspace keeps its own. No setting, because no path comes from a page. */
  backupPlace(): string | null
  setBackupPlace(folder: string | null): Promise<void>
  changeSettings(changes: { [Key in keyof Settings]?: Settings[Key] | undefined }): Promise<Settings>
}

const firstSettings = (): Settings => ({
  actorName: os.userInfo().username || 'Somebody',
  names: [],
  density: 'dense',
  textSize: 100,
  railOpen: null,
  guard: { whileTyping: [...identifierTypes] },
  largestFile: 250,
})

/**
 * Opens the registry of a data folder. A file that cannot be read is set aside, never overwritten; a setting of another version costs
 * that setting and no more. `actorName` is who works here instead of whom the file names, until somebody else says so.
 */
export async function openRegistry(dataFolder: string, { actorName }: { actorName?: string } = {}): Promise<Registry> {
  const file = path.join(dataFolder, 'registry.json')
  let contents = await readContents(file)
  let given = actorName

  let written: Promise<void> = Promise.resolve()
  /** One after the other, so that what was said last is what lies in the file. */
  function write(changed: Contents) {
    contents = changed
    written = written.catch(() => {}).then(() => writeWhole(file, JSON.stringify(changed, null, 2)))
    return written
  }

  const settings = () => ({
    ...withItsName(contents.settings, given),
    ...(given === undefined ? {} : { actorName: given }),
  })

  return {
    list: () => contents.workspaces,
    find: (id) => contents.workspaces.find((entry) => entry.id === id),
    put: (entry) =>
      write({
        ...contents,
        workspaces: [
          entry,
          ...contents.workspaces.filter(({ id, folder }) => id !== entry.id && folder !== entry.folder),
        ],
      }),
    remove: (id) => write({ ...contents, workspaces: contents.workspaces.filter((entry) => entry.id !== id) }),
    settings,
    backupPlace: () => contents.backupPlace,
    setBackupPlace: (backupPlace) => write({ ...contents, backupPlace }),
    async changeSettings(changes) {
      const chosen = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
      const changed = Settings.parse({ ...contents.settings, names: settings().names, ...chosen })
      if (chosen.actorName !== undefined) given = undefined
      await write({ ...contents, settings: withItsName(changed, given) })
      return settings()
    },
  }
}

/** Settings whose remembered names begin with who works here. */
const withItsName = (settings: Settings, given: string | undefined): Settings => ({
  ...settings,
  names: rememberName(given ?? settings.actorName, settings.names),
})

async function readContents(file: string): Promise<Contents> {
  const empty = { workspaces: [], settings: firstSettings(), backupPlace: null }
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return empty
  const aside = `${file}.unreadable-${randomBytes(4).toString('hex')}`
  const read = Written.safeParse(parseJson(text))
  if (!read.success) {
    await rename(file, aside)
    return empty
  }
  const entries = read.data.workspaces.map((entry) => Entry.safeParse(entry))
  if (entries.some(({ success }) => !success)) await copyFile(file, aside)
  return {
    workspaces: entries.flatMap(({ data }) => data ?? []),
    settings: readSettings(read.data.settings),
    backupPlace: read.data.backupPlace,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The settings that can be read; the first ones for the others. */
function readSettings(written: Readonly<Record<string, unknown>>): Settings {
  const read = Object.entries(Settings.shape).flatMap(([name, schema]) => {
    const { success, data } = schema.safeParse(written[name])
    return success ? [[name, data] as const] : []
  })
  return { ...firstSettings(), ...Object.fromEntries(read) }
}

/** Writes a small file so that it is the old one or the new one, never half of either. */
async function writeWhole(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true })
  const temporary = `${file}.${randomBytes(4).toString('hex')}.part`
  const handle = await open(temporary, 'w')
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(temporary, file)
}
