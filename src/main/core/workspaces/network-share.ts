/** File systems that lie on another machine, as Linux names them. */
const networkFileSystems = [
  'nfs',
  'nfs4',
  'cifs',
  'smb3',
  'smbfs',
  '9p',
  'afs',
  'ceph',
  'davfs',
  'fuse.sshfs',
  'fuse.davfs2',
  'fuse.glusterfs',
  'fuse.rclone',
  'fuse.gvfsd-fuse',
]

/** Spaces and the like, which the list of mounts writes as octal numbers. */
const unescapeMount = (text: string) =>
  text.replace(/\\([0-7]{3})/g, (_all, octal: string) => String.fromCharCode(Number.parseInt(octal, 8)))

/**
 * Whether a folder lies on a network share, by the list of mounts that Linux keeps (`/proc/self/mountinfo`, see proc(5)). A machine whose
 * very root lies on another one is taken for what it is to its person: this PC.
 */
export function isOnNetworkMount(folder: string, mountinfo: string): boolean {
  let nearest = { point: '', type: '' }
  for (const line of mountinfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ')
    const point = unescapeMount(before.split(' ')[4] ?? '')
    const type = after.split(' ')[0] ?? ''
    const holds = point === '/' || folder === point || folder.startsWith(`${point}/`)
    // A later mount on the same point lies over the earlier one.
    if (point !== '' && holds && point.length >= nearest.point.length) nearest = { point, type }
  }
  return nearest.point !== '/' && networkFileSystems.includes(nearest.type)
}

/** Whether a path of Windows, with drives that stand for shares resolved, leads to another machine: `\\server\share\…`. */
export const isNetworkPath = (folder: string): boolean =>
  /^[\\/]{2}(?![?.][\\/])[^\\/]+[\\/]/.test(folder) || /^[\\/]{2}[?][\\/]UNC[\\/]/i.test(folder)
