import http from 'node:http'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { contentSecurityPolicy } from '../../../src/main/serve/security-headers.ts'
import { bodyLimit } from '../../../src/main/web/guard.ts'
import { startWebHost, type WebHost } from '../../../src/main/web/host.ts'
import type { AppEvent } from '../../../src/shared/events.ts'
import { succeed, type Result } from '../../../src/shared/result.ts'

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: string }

const listeners = new Set<(event: AppEvent) => void>()
const received: { method: string; input: unknown }[] = []
const application = {
  async dispatch(method: string, input: unknown): Promise<Result<unknown>> {
    received.push({ method, input })
    if (method === 'break') throw new TypeError('Moira Okafor said so')
    return succeed({ method, input })
  },
  subscribe(listener: (event: AppEvent) => void) {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

let pages: string
let host: WebHost
const logged: string[] = []

beforeEach(async () => {
  received.length = 0
  logged.length = 0
  pages = mkdtempSync(path.join(os.tmpdir(), 'pages-'))
  writeFileSync(path.join(pages, 'index.html'), '<title>Recovery Evidence</title>')
  host = await startWebHost({ application, pages, log: (line) => void logged.push(line) })
})
afterEach(async () => {
  await host.close()
  rmSync(pages, { recursive: true })
})

const keyed = () => ({ authorization: `Bearer ${host.token}`, 'content-type': 'application/json' })

/** `fetch` would not send foreign Host and Origin headers. */
function send(
  method: string,
  where: string,
  headers: Record<string, string> = {},
  body: string | Buffer = '',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { host: '127.0.0.1', port: host.port, method, path: where, headers, agent: false },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
        response.on('error', reject)
      },
    )
    request.on('error', reject)
    request.end(body)
  })
}
const post = (where: string, input: unknown, headers = keyed()) => send('POST', where, headers, JSON.stringify(input))

describe('the web host', () => {
  test('prints a link with its port and a long token in the fragment, which no server is ever sent', () => {
    const link = new URL(host.link)
    expect(link.host).toBe(`127.0.0.1:${host.port}`)
    expect(link.search).toBe('')
    expect(link.hash).toMatch(/^#token=[A-Za-z0-9_-]{43}$/)
  })

  test('serves the pages without a token', async () => {
    const page = await send('GET', '/')
    expect(page.status).toBe(200)
    expect(page.body).toContain('Recovery Evidence')
    expect((await send('GET', '/index.html')).body).toBe(page.body)
  })

  test('answers a call with the result as the application gave it', async () => {
    const answer = await post('/api/evidence.log', { title: 'Café minutes' })
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.body)).toEqual(succeed({ method: 'evidence.log', input: { title: 'Café minutes' } }))
  })

  test('answers for itself, and says what a browser cannot do', async () => {
    const described = JSON.parse((await post('/host/host.describe', {})).body) as Result<unknown>
    expect(described).toMatchObject({ ok: true, value: { kind: 'browser' } })
    const saved = await post('/host/host.save', { transferId: 't1', fileName: 'report.pdf' })
    expect(JSON.parse(saved.body)).toMatchObject({ ok: false, error: { code: 'unavailable' } })
    const unknown = await post('/host/constructor', {})
    expect(JSON.parse(unknown.body)).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
  })

  test('carries a whole chunk of 1 MiB', async () => {
    const bytes = Buffer.alloc(1_048_576, 7).toString('base64')
    const answer = await post('/api/transfers.append', { id: 't1', offset: 0, bytes })
    expect(answer.status).toBe(200)
    expect(received[0]?.input).toMatchObject({ bytes })
  })

  test('refuses what the guard refuses, before the application hears of it', async () => {
    const foreign = { ...keyed(), origin: 'http://evil.example' }
    const answers = await Promise.all([
      send('POST', '/api/evidence.log', { ...keyed(), host: 'evil.example' }, '{}'),
      send('POST', '/api/evidence.log', foreign, '{}'),
      send('GET', '/api/evidence.log', keyed()),
      send('POST', '/api/evidence.log', { ...keyed(), 'content-type': 'text/plain' }, '{}'),
      send('POST', '/api/evidence.log', { 'content-type': 'application/json' }, '{}'),
      send('POST', '/', keyed(), '{}'),
      send('POST', '/%61pi/evidence.log', { 'content-type': 'application/json' }, '{}'),
      send('POST', '//api/evidence.log', { 'content-type': 'application/json' }, '{}'),
      send('GET', '/..%2f..%2fpackage.json'),
      send('GET', '/../../package.json'),
    ])
    expect(answers.map(({ status }) => status)).toEqual([421, 403, 405, 415, 401, 405, 401, 405, 404, 404])
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toBe(contentSecurityPolicy)
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers).not.toHaveProperty('access-control-allow-origin')
    }
    expect(received).toEqual([])
  })

  test('refuses a body that grows too large while it is sent', async () => {
    const headers = { ...keyed(), 'transfer-encoding': 'chunked' }
    const answer = await send('POST', '/api/evidence.log', headers, Buffer.alloc(bodyLimit + 1, 'x'))
    expect(answer.status).toBe(413)
    expect(received).toEqual([])
  })

  test.each(['', '{', 'undefined', '\u0000', '{"a":1}}'])('refuses the body %j: it is not JSON', async (body) => {
    const answer = await send('POST', '/api/evidence.log', keyed(), body)
    expect(answer.status).toBe(400)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
    expect(received).toEqual([])
  })

  test('shows of a defect its reference, and neither words nor stack', async () => {
    const answer = await post('/api/break', {})
    expect(answer.status).toBe(500)
    expect(answer.headers['content-security-policy']).toBe(contentSecurityPolicy)
    const { message } = (JSON.parse(answer.body) as { error: { message: string } }).error
    expect(message).toMatch(/^Something went wrong \(reference [0-9A-F]{4}\)\. Nothing was lost\.$/)
    expect(answer.body).not.toMatch(/Moira|TypeError|at /)
    expect(logged.join()).not.toContain('Moira')
  })

  test('tells a page what changes, and lets go of it when it is lost', async () => {
    const page = new AbortController()
    const stream = await fetch(`http://127.0.0.1:${host.port}/events`, {
      method: 'POST',
      headers: keyed(),
      body: '{}',
      signal: page.signal,
    })
    expect(stream.headers.get('content-type')).toBe('application/x-ndjson')
    expect(listeners.size).toBe(1)
    for (const listener of listeners) listener({ name: 'evidence.changed', data: { ids: ['e1'] } })
    let text = ''
    for await (const chunk of stream.body ?? []) {
      text += new TextDecoder().decode(chunk)
      if (text.includes('}')) break
    }
    expect(JSON.parse(text)).toEqual({ name: 'evidence.changed', data: { ids: ['e1'] } })
    page.abort()
    await vi.waitFor(() => expect(listeners.size).toBe(0), 5_000)
  })

  test('closes though a page still listens', async () => {
    const stream = await fetch(`http://127.0.0.1:${host.port}/events`, { method: 'POST', headers: keyed(), body: '{}' })
    await host.close()
    await expect(stream.text()).rejects.toThrow('terminated')
    await vi.waitFor(() => expect(listeners.size).toBe(0), 5_000)
  })

  test('says so when its port is taken', async () => {
    await expect(startWebHost({ application, port: host.port })).rejects.toMatchObject({
      name: 'AppError',
      message: expect.stringContaining(`Port ${host.port}`),
    })
  })

  test('has another token at every launch', async () => {
    const other = await startWebHost({ application, pages })
    expect(other.token).not.toBe(host.token)
    await other.close()
  })

  test('is heard by this machine alone', async () => {
    const outside = Object.values(os.networkInterfaces())
      .flat()
      .find((address) => address && !address.internal && address.family === 'IPv4')?.address
    const addresses = ['127.0.0.2', ...(outside ? [outside] : [])]
    for (const address of addresses) {
      const heard = await Promise.race([
        new Promise((resolve) => {
          http
            .get({ host: address, port: host.port, agent: false }, () => resolve('heard'))
            .on('error', () => resolve('not heard'))
        }),
        wait(2_000, 'not heard'),
      ])
      expect(`${address}: ${heard}`).toBe(`${address}: not heard`)
    }
  })
})
