/** The one origin of the desktop app's pages: a protocol of our own, because `file://` may read every file. */
export const pageProtocol = 'app'
export const pageHost = 'bundle'
/** The page that a window shows. */
export const startPage = `${pageProtocol}://${pageHost}/index.html`

/** Hosts that the checklists link to, each with what is below it. Nothing else is opened in the person's browser. */
export const linkHosts = [
  'cqc.org.uk',
  'nice.org.uk',
  'gov.uk',
  'legislation.gov.uk',
  'england.nhs.uk',
  'rcpsych.ac.uk',
  'scie.org.uk',
] as const

/** Whether an address is one of our own pages. Protocol and host are compared, because the origin of `app://x` is "null". */
export function isOurPage(address: string): boolean {
  const url = parse(address)
  return (
    url !== null &&
    url.protocol === `${pageProtocol}:` &&
    url.host === pageHost &&
    url.username === '' &&
    url.password === ''
  )
}

/** The frame that a call came from, as far as the check needs it. Null when the frame has gone. */
export type SenderFrame = { url: string; parent: unknown } | null | undefined

/** Whether a call comes from the top frame of one of our own pages. */
export const isOurSender = (frame: SenderFrame): boolean =>
  frame !== null && frame !== undefined && frame.parent === null && isOurPage(frame.url)

/** The address to hand to the person's own browser, as it is then read; null for whatever is not plainly on the list. */
export function decideLink(address: string): string | null {
  const url = parse(address)
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '' || url.port !== '')
    return null
  return linkHosts.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`)) ? url.href : null
}

/**
 * Whether the page or Electron itself may ask for an address: our own pages, what is inside them (`blob:`, `data:`), and the developer
 * tools. Nothing is fetched from the network, ever.
 */
export function isLocalRequest(address: string): boolean {
  const url = parse(address)
  if (url === null) return false
  return ['data:', 'devtools:'].includes(url.protocol) || isOurPage(address) || isOurBlob(url)
}

const isOurBlob = (url: URL) => url.protocol === 'blob:' && isOurPage(url.pathname)

function parse(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}
