import { protocol } from 'electron'
import { pagesFolder } from '../built.ts'
import { securityHeaders } from '../serve/security-headers.ts'
import { servePage } from '../serve/static-files.ts'
import { isOurPage, pageProtocol } from './policy.ts'

/** Makes the pages' protocol a secure origin like https. Must run before the app is ready. */
export function registerPageProtocol(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true }
  protocol.registerSchemesAsPrivileged([{ scheme: pageProtocol, privileges }])
}

/** Serves the built pages, and nothing else, under the pages' protocol. */
export function servePages(): void {
  protocol.handle(pageProtocol, (request) =>
    request.method === 'GET' && isOurPage(request.url)
      ? servePage(pagesFolder, new URL(request.url).pathname)
      : new Response('Not found', { status: 404, headers: securityHeaders }),
  )
}
