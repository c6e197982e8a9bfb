import { createHash, timingSafeEqual } from 'node:crypto'

/** What the guard looks at in a request, each header as it came. */
export type GuardedRequest = {
  method: string
  path: string
  host: string | undefined
  origin: string | undefined
  fetchSite: string | undefined
  fetchMode: string | undefined
  contentType: string | undefined
  authorization: string | undefined
  contentLength: string | undefined
}

/** What the guard holds requests against. */
export type GuardRules = { port: number; token: string }

/** A refusal: its HTTP status and the words of it. */
export type Refusal = { status: 401 | 403 | 405 | 413 | 415 | 421; words: string }

/** At most this many bytes in one request: a chunk of 1 MiB as base64, and its JSON. */
export const bodyLimit = 2 * 1024 * 1024

/** The paths that call something, as against the pages. */
const isCallPath = (path: string) => /^\/(api|host|events)(\/|$)/.test(path)

/**
 * Decides whether a request may go on: null when it may. Only the exact host and origin that were printed are served (another name for
 * this machine is how a foreign page gets in); calls are POST, JSON, and carry the launch token.
 */
export function decideRequest(request: GuardedRequest, { port, token }: GuardRules): Refusal | null {
  const authority = port === 80 ? '127.0.0.1' : `127.0.0.1:${port}`
  if (request.host !== authority) return { status: 421, words: 'This address is not served here.' }
  if (request.origin !== undefined && request.origin !== `http://${authority}`)
    return { status: 403, words: 'Another site may not ask this.' }
  return isCallPath(request.path) ? decideCall(request, token) : decidePage(request)
}

function decideCall(request: GuardedRequest, token: string): Refusal | null {
  if (isForeign(request)) return { status: 403, words: 'Another site may not ask this.' }
  if (request.method !== 'POST') return { status: 405, words: 'Only POST is answered here.' }
  if (!isJson(request.contentType)) return { status: 415, words: 'Only JSON is read here.' }
  if (!carriesToken(request.authorization, token))
    return { status: 401, words: 'Open the link that was printed when this was started.' }
  if (Number(request.contentLength ?? 0) > bodyLimit) return { status: 413, words: 'This is too large for one call.' }
  return null
}

function decidePage(request: GuardedRequest): Refusal | null {
  // A link to the app may be followed from anywhere; the page can do nothing without the token.
  if (isForeign(request) && request.fetchMode !== 'navigate')
    return { status: 403, words: 'Another site may not ask this.' }
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405, words: 'Only GET is answered here.' }
  return null
}

const isForeign = ({ fetchSite }: GuardedRequest) =>
  fetchSite !== undefined && !['same-origin', 'none'].includes(fetchSite)

const isJson = (contentType: string | undefined) =>
  contentType !== undefined && /^application\/json(\s*;\s*charset=utf-8)?\s*$/i.test(contentType)

function carriesToken(authorization: string | undefined, token: string): boolean {
  const given = /^Bearer ([A-Za-z0-9_-]+)$/.exec(authorization ?? '')?.[1]
  // Digests are of one length, which the comparison in constant time asks for.
  return given !== undefined && timingSafeEqual(digest(given), digest(token))
}

const digest = (text: string) => createHash('sha256').update(text).digest()
