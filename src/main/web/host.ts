import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { serve, type ServerType } from '@hono/node-server'
import { Hono, type Context } from 'hono'
import { bodyLimit as limitBody } from 'hono/body-limit'
import { AppError, fail, type ErrorCode } from '../../shared/result.ts'
import { pagesFolder } from '../built.ts'
import type { Application } from '../core/application.ts'
import { createDefectReporter } from '../../shared/defects.ts'
import { createHostCalls } from '../serve/host-calls.ts'
import { securityHeaders } from '../serve/security-headers.ts'
import { servePage } from '../serve/static-files.ts'
import { createEventStream } from './event-stream.ts'
import { bodyLimit, decideRequest, type GuardedRequest, type GuardRules } from './guard.ts'
import { browserHandlers } from './host-methods.ts'

/** What the web host is made of. Port 0, the default, takes any free one. */
export type WebHostOptions = {
  application: Pick<Application, 'dispatch' | 'subscribe'>
  port?: number
  pages?: string
  log?: (line: string) => void
}

/** A running web host. The link carries the launch token, so that it is for the person who started it. */
export type WebHost = { link: string; port: number; token: string; close(): Promise<void> }

/**
 * Serves the application to browsers of this machine: 127.0.0.1 only, behind the guard and a token of this launch. Throws an
 * {@link AppError} when the port is taken. The application stays open when the host is closed.
 */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const rules: GuardRules = { port: 0, token: randomBytes(32).toString('base64url') }
  const server = await listen(createRoutes(options, rules), options.port ?? 0)
  rules.port = (server.address() as AddressInfo).port
  const link = `http://127.0.0.1:${rules.port}/#token=${rules.token}`
  return { link, ...rules, close: () => stop(server) }
}

function createRoutes({ application, pages = pagesFolder, log = () => undefined }: WebHostOptions, rules: GuardRules) {
  const report = createDefectReporter(log)
  const callHost = createHostCalls(browserHandlers, report)
  const routes = new Hono()

  routes.use('*', async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value)
  })
  routes.use('*', async (context, next) => {
    const refusal = decideRequest(describe(context), rules)
    return refusal ? refuse(context, refusal.status, 'refused', refusal.words) : next()
  })
  routes.use('*', limitBody({ maxSize: bodyLimit, onError: (context) => refuse(context, 413, 'too-large', tooLarge) }))

  routes.post('/api/:method', (context) => answer(context, application.dispatch))
  routes.post('/host/:method', (context) => answer(context, callHost))
  routes.post('/events', () => new Response(createEventStream(application.subscribe), { headers: eventHeaders }))
  routes.get('*', (context) => servePage(pages, new URL(context.req.url).pathname))

  routes.notFound((context) => refuse(context, 404, 'not-found', 'There is nothing at this address.'))
  routes.onError((error, context) =>
    refuse(context, 500, 'internal', `Something went wrong (reference ${report(error)}). Nothing was lost.`),
  )
  return routes
}

const tooLarge = 'This is too large for one call.'
const eventHeaders = { 'content-type': 'application/x-ndjson' }

/** Calls a method with the body of the request, and answers its result as it is: success and failure are both values. */
async function answer(context: Context, call: (method: string, input: unknown) => Promise<unknown>) {
  let input: unknown
  try {
    input = await context.req.json()
  } catch {
    return refuse(context, 400, 'invalid-input', 'This is not JSON.')
  }
  return context.json((await call(context.req.param('method') ?? '', input)) as object)
}

const refuse = (
  context: Context,
  status: 400 | 401 | 403 | 404 | 405 | 413 | 415 | 421 | 500,
  code: ErrorCode,
  words: string,
) => context.json(fail(code, words), status)

function describe({ req }: Context): GuardedRequest {
  return {
    method: req.method,
    path: req.path,
    host: req.header('host'),
    origin: req.header('origin'),
    fetchSite: req.header('sec-fetch-site'),
    fetchMode: req.header('sec-fetch-mode'),
    contentType: req.header('content-type'),
    authorization: req.header('authorization'),
    contentLength: req.header('content-length'),
  }
}

function listen(routes: Hono, port: number): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: routes.fetch, hostname: '127.0.0.1', port }, () => resolve(server))
    server.on('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? portTaken(port) : error)
    })
  })
}

const portTaken = (port: number) =>
  new AppError('in-use', `Port ${port} cannot be used: another program has it, or it is not allowed. Choose another.`)

/** Ends the server and every connection that is still open: a stream of events never ends by itself. */
function stop(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    if ('closeAllConnections' in server) server.closeAllConnections()
  })
}
