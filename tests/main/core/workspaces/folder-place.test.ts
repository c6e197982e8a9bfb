import { expect, test } from 'vitest'
import { isNetworkPath, isOnNetworkMount } from '../../../../src/main/core/workspaces/network-share.ts'
import { findConflictCopies, recogniseSync } from '../../../../src/main/core/workspaces/synced-folder.ts'

const recognise = (
  folder: string,
  facts: { home?: string; environment?: Record<string, string>; names?: Record<string, string[]> } = {},
) =>
  recogniseSync({
    folder,
    home: facts.home ?? '/home/ada',
    environment: facts.environment ?? {},
    names: new Map(Object.entries(facts.names ?? {})),
  })

test.each([
  ['C:\\Users\\ada\\OneDrive - Osmere Trust\\Recovery', 'OneDrive'],
  ['C:\\Users\\ada\\OneDrive\\Recovery', 'OneDrive'],
  ['/home/ada/Dropbox/Recovery', 'Dropbox'],
  ['/home/ada/Dropbox (Osmere)/Recovery', 'Dropbox'],
  ['/Users/ada/Library/CloudStorage/GoogleDrive-ada@example.org/My Drive/r', 'Google Drive'],
  ['G:\\My Drive\\Recovery', 'Google Drive'],
  ['C:\\Users\\ada\\iCloudDrive\\Recovery', 'iCloud'],
  ['/Users/ada/Library/Mobile Documents/com~apple~CloudDocs/r', 'iCloud'],
  ['/home/ada/Box Sync/Recovery', 'Box'],
  ['/home/ada/Box/Recovery', 'Box'],
  ['/home/ada/Nextcloud/Recovery', 'Nextcloud'],
])('a folder of a sync service is recognised by its name: %s', (folder, service) => {
  expect(recognise(folder)).toBe(service)
})

test.each([
  ['/home/ada/Documents/Recovery'],
  ['/home/ada/archive/Box/Recovery'],
  ['/home/ada/One drive for the trust/Recovery'],
  ['/home/ada/Dropboxes/Recovery'],
  ['C:\\Recovery\\Boxes'],
  ['/'],
])('a folder that only sounds like one is not: %s', (folder) => {
  expect(recognise(folder)).toBeNull()
})

test('OneDrive is recognised wherever Windows says that it lies, in whatever letters', () => {
  const environment = { OneDriveCommercial: 'D:\\Trust Files' }
  expect(recognise('d:\\trust files\\Recovery', { environment })).toBe('OneDrive')
  expect(recognise('D:\\Trust Files and more\\Recovery', { environment })).toBeNull()
  expect(recognise('D:\\Recovery', { environment: { OneDrive: '' } })).toBeNull()
})

test.each([
  ['.dropbox.cache', 'Dropbox'],
  ['.tmp.driveupload', 'Google Drive'],
  ['.nextcloudsync.log', 'Nextcloud'],
  ['.sync_a1b2c3d4e5f6.db', 'Nextcloud'],
  ['.stfolder', 'Syncthing'],
])('a folder that a service was told to copy is recognised by what the service leaves in it: %s', (marker, service) => {
  expect(recognise('/srv/team/recovery', { names: { '/srv/team': ['letters', marker] } })).toBe(service)
})

test('copies that conflict are found, and what belongs to the workspace is not taken for one', () => {
  const names = [
    'workspace.db',
    'workspace.db-wal',
    'workspace.db-shm',
    'Workspace-TEAM-PC-3.db',
    'workspace (conflicted copy 2026-10-13 112000).db',
    'workspace (Ada Invented’s conflicted copy 2026-10-13).db',
    'workspace (1).db',
    'workspace.sync-conflict-20261013-112000-ABCDEFG.db',
    'workspaces.db',
    'lease.db',
    'letter.docx',
  ]
  expect(findConflictCopies(names)).toEqual([
    'Workspace-TEAM-PC-3.db',
    'workspace (1).db',
    'workspace (Ada Invented’s conflicted copy 2026-10-13).db',
    'workspace (conflicted copy 2026-10-13 112000).db',
    'workspace.sync-conflict-20261013-112000-ABCDEFG.db',
  ])
})

const mounts = [
  '22 1 0:21 / / rw,relatime - ext4 /dev/sda1 rw',
  '40 22 0:35 / /mnt/team rw,relatime shared:1 - cifs //server/team rw,vers=3.1.1',
  '41 22 0:36 / /mnt/team\\040drive rw - nfs4 server:/team rw',
  '42 40 0:37 / /mnt/team/here rw - ext4 /dev/sdb1 rw',
  '43 22 0:38 / /home/ada/far rw - fuse.sshfs ada@far:/ rw',
  '44 22 0:39 / /plain rw - 9p host rw',
].join('\n')

test.each([
  ['/mnt/team', true],
  ['/mnt/team/recovery', true],
  ['/mnt/teamwork/recovery', false],
  ['/mnt/team drive/recovery', true],
  ['/mnt/team/here/recovery', false],
  ['/home/ada/far/recovery', true],
  ['/plain/recovery', true],
  ['/home/ada/recovery', false],
])('whether a folder of Linux lies on a network share: %s', (folder, isShared) => {
  expect(isOnNetworkMount(folder, mounts)).toBe(isShared)
})

test('a mount that lies over another decides, and a root from afar is this PC', () => {
  expect(isOnNetworkMount('/data/x', '1 0 0:1 / /data rw - nfs a:/ rw\n2 1 0:2 / /data rw - ext4 /dev/sdb rw')).toBe(
    false,
  )
  expect(isOnNetworkMount('/data/x', '1 0 0:1 / / rw - 9p root rw')).toBe(false)
  expect(isOnNetworkMount('/data/x', '')).toBe(false)
})

test.each([
  ['\\\\server\\team\\recovery', true],
  ['//server/team/recovery', true],
  ['\\\\?\\UNC\\server\\team\\recovery', true],
  ['\\\\?\\C:\\recovery', false],
  ['C:\\recovery', false],
])('whether a path of Windows leads to a network share: %s', (folder, isShared) => {
  expect(isNetworkPath(folder)).toBe(isShared)
})
