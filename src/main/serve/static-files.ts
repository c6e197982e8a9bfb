import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { securityHeaders } from './security-headers.ts'

/** What the built pages are made of. A file of any other kind is not served. */
const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

/** One part of a path that may be served: no dot in front, no colon, no backslash, nothing that a file system reads in its own way. */
const plainName = /^[A-Za-z0-9_@~-][A-Za-z0-9_.@~-]*$/

/** Names that are devices on Windows, whatever their extension. */
const deviceName = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

/**
 * The built file that an address's path asks for, as a path relative to the pages' folder, and its content type. Null for anything
 * that is not plainly a page of ours: what leads elsewhere, what cannot be decoded, hidden files, kinds that we do not serve.
 */
export function decideFile(pathname: string): { name: string; contentType: string } | null {
  const decoded = decode(pathname)
  if (decoded === null || !decoded.startsWith('/')) return null
  const name = decoded === '/' ? 'index.html' : decoded.slice(1)
  if (!name.split('/').every((part) => plainName.test(part) && !part.endsWith('.') && !deviceName.test(part)))
    return null
  const contentType = contentTypes[path.posix.extname(name)]
  return contentType === undefined ? null : { name, contentType }
}

/** Answers a request for a page out of the pages' folder, with the headers of every answer; 404 for what is not there. */
export async function servePage(pagesFolder: string, pathname: string): Promise<Response> {
  const file = decideFile(pathname)
  const bytes = file && (await readFile(path.join(pagesFolder, file.name)).catch(() => null))
  if (!file || !bytes) return new Response('Not found', { status: 404, headers: securityHeaders })
  return new Response(bytes, { headers: { ...securityHeaders, 'content-type': file.contentType } })
}

function decode(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}
