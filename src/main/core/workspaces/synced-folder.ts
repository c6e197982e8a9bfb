/** What is known of a folder when it is asked whether a sync service copies it. */
export type FolderFacts = {
  /** The folder, absolute. */
  folder: string
  /** The folder of the person, in which services put theirs; empty when unknown. */
  home: string
  environment: Readonly<Record<string, string | undefined>>
  /** The names of what lies in this folder and in each above it. */
  names: ReadonlyMap<string, readonly string[]>
}

/** Names that a folder of a service has wherever it lies. */
const namesAnywhere: readonly [RegExp, string][] = [
  [/^onedrive( - .+|-.+)?$/i, 'OneDrive'],
  [/^dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(google ?drive|googledrive-.+|my drive)$/i, 'Google Drive'],
  [/^(iclouddrive|icloud drive|mobile documents|com~apple~clouddocs)$/i, 'iCloud'],
  [/^(box sync|box-box)$/i, 'Box'],
  [/^nextcloud\d*$/i, 'Nextcloud'],
  [/^owncloud\d*$/i, 'ownCloud'],
]

/** Names too plain to tell anything anywhere else than in the folder of the person. */
const namesAtHome: readonly [RegExp, string][] = [[/^box$/i, 'Box']]

/** Files that a service leaves in the folder that it copies. */
const markers: readonly [RegExp, string][] = [
  [/^\.849c9593-d756-4e56-8d6e-42412f2a707b$/i, 'OneDrive'],
  [/^\.dropbox(\.cache)?$/i, 'Dropbox'],
  [/^\.tmp\.drive(download|upload)$/i, 'Google Drive'],
  [/^(\.nextcloudsync\.log|\.?_?sync_[0-9a-f]{6,}\.db)$/i, 'Nextcloud'],
  [/^\.owncloudsync\.log$/i, 'ownCloud'],
  [/^\.stfolder$/i, 'Syncthing'],
]

/** Variables in which OneDrive says where its folders are. */
const placeVariables = ['OneDrive', 'OneDriveCommercial', 'OneDriveConsumer']

const partsOf = (folder: string) => folder.split(/[\\/]+/).filter((part) => part !== '')

/** Whether a folder is another one or lies in it. Letters are compared as Windows does: a service may write them either way. */
function isWithin(folder: string, outer: string): boolean {
  const inner = partsOf(folder.toLowerCase())
  const parts = partsOf(outer.toLowerCase())
  return parts.length > 0 && parts.every((part, position) => inner[position] === part)
}

/** The name of the sync service that copies a folder; null when none is recognised. */
export function recogniseSync({ folder, home, environment, names }: FolderFacts): string | null {
  const isOneDrive = Object.entries(environment).some(
    ([name, value]) =>
      value && placeVariables.some((known) => known.toLowerCase() === name.toLowerCase()) && isWithin(folder, value),
  )
  if (isOneDrive) return 'OneDrive'
  const parts = partsOf(folder)
  for (const part of parts) {
    const service = findName(part, namesAnywhere)
    if (service !== undefined) return service
  }
  if (isWithin(folder, home)) {
    const service = findName(parts[partsOf(home).length] ?? '', namesAtHome)
    if (service !== undefined) return service
  }
  const found = [...names.values()].flat().flatMap((name) => findName(name, markers) ?? [])
  return found[0] ?? null
}

const findName = (name: string, known: typeof markers) => known.find(([pattern]) => pattern.test(name))?.[1]

/** What a service, or the product itself beside it, may call a copy of the database that conflicted with another. */
const conflictCopy = /^workspace(?=[ ._(-]).*\.db$/i

/** The names, in a workspace's folder, of databases that a sync service made when two PCs had changed the same one. */
export const findConflictCopies = (names: readonly string[]): string[] =>
  names.filter((name) => name.toLowerCase() !== 'workspace.db' && conflictCopy.test(name)).toSorted()
