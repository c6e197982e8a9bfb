import { describe, expect, test } from 'vitest'
import { bodyLimit, decideRequest, type GuardedRequest } from '../../../src/main/web/guard.ts'

const rules = { port: 4173, token: 'q7-Launch_token' }

const call: GuardedRequest = {
  method: 'POST',
  path: '/api/evidence.log',
  host: '127.0.0.1:4173',
  origin: 'http://127.0.0.1:4173',
  fetchSite: 'same-origin',
  fetchMode: 'cors',
  contentType: 'application/json',
  authorization: 'Bearer q7-Launch_token',
  contentLength: '2',
}
const page: GuardedRequest = {
  ...call,
  method: 'GET',
  path: '/index.html',
  origin: undefined,
  fetchSite: 'none',
  fetchMode: 'navigate',
  contentType: undefined,
  authorization: undefined,
  contentLength: undefined,
}

const decide = (request: GuardedRequest, changes: Partial<GuardedRequest>) =>
  decideRequest({ ...request, ...changes }, rules)?.status ?? 200

describe('what our own page asks is let through', () => {
  test.each<[string, GuardedRequest, Partial<GuardedRequest>]>([
    ['a call', call, {}],
    ['a call with a charset', call, { contentType: 'application/json; charset=UTF-8' }],
    ['a call of a program that is no browser', call, { origin: undefined, fetchSite: undefined, fetchMode: undefined }],
    ['the event stream', call, { path: '/events' }],
    ['a call to the host', call, { path: '/host/host.describe' }],
    ['a chunk of the largest size', call, { contentLength: String(bodyLimit) }],
    ['a page', page, {}],
    ['a page by a link that was followed from elsewhere', page, { fetchSite: 'cross-site' }],
    ['a script of a page', page, { fetchSite: 'same-origin', fetchMode: 'no-cors', path: '/assets/index.js' }],
    ['the head of a page', page, { method: 'HEAD' }],
  ])('%s', (_title, request, changes) => {
    expect(decide(request, changes)).toBe(200)
  })

  test('on port 80 the host is named without its port', () => {
    const request = { ...call, host: '127.0.0.1', origin: 'http://127.0.0.1' }
    expect(decideRequest(request, { ...rules, port: 80 })).toBeNull()
  })
})

describe('another name for this machine is refused (421)', () => {
  test.each([
    undefined,
    '',
    'evil.example',
    'evil.example:4173',
    'localhost:4173',
    '127.0.0.1',
    '127.0.0.1:4174',
    '127.0.0.1:41730',
    '127.0.0.1.evil.example:4173',
    '[::1]:4173',
    '0.0.0.0:4173',
    '127.1:4173',
    '2130706433:4173',
    '127.0.0.1:4173 ',
    '127.0.0.1:4173, evil.example',
    'user@127.0.0.1:4173',
  ])('%j', (host) => {
    expect(decide(call, { host })).toBe(421)
    expect(decide(page, { host })).toBe(421)
  })
})

describe('another site is refused (403)', () => {
  test.each([
    'null',
    '',
    'https://127.0.0.1:4173',
    'http://localhost:4173',
    'http://127.0.0.1',
    'http://127.0.0.1:4173/',
    'http://127.0.0.1:4173.evil.example',
    'http://evil.example',
    'file://',
    'app://bundle',
  ])('of the origin %j', (origin) => {
    expect(decide(call, { origin })).toBe(403)
    expect(decide(page, { origin })).toBe(403)
  })

  test.each(['cross-site', 'same-site', 'nonsense'])('that the browser calls %s', (fetchSite) => {
    expect(decide(call, { origin: undefined, fetchSite })).toBe(403)
    expect(decide(call, { origin: undefined, fetchSite, fetchMode: 'navigate' })).toBe(403)
    expect(decide(page, { fetchSite, fetchMode: 'no-cors' })).toBe(403)
  })
})

describe('calls', () => {
  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'post'])('by %s are refused (405)', (method) => {
    expect(decide(call, { method })).toBe(405)
  })

  test.each([
    undefined,
    '',
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data',
    'text/plain; application/json',
    'application/jsonp',
    'application/json, text/plain',
    'application/json; charset=utf-16',
  ])('of the type %j are refused (415)', (contentType) => {
    expect(decide(call, { contentType })).toBe(415)
  })

  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer wrong',
    'Bearer q7-Launch_toke',
    'Bearer q7-Launch_token2',
    'bearer q7-Launch_token',
    'Basic q7-Launch_token',
    'q7-Launch_token',
    'Bearer q7-Launch_token, Bearer x',
    'Bearer  q7-Launch_token',
  ])('with the key %j are refused (401)', (authorization) => {
    expect(decide(call, { authorization })).toBe(401)
    expect(decide(call, { authorization, path: '/events' })).toBe(401)
    expect(decide(call, { authorization, path: '/host/host.describe' })).toBe(401)
    expect(decide(call, { authorization, path: '/api' })).toBe(401)
  })

  test.each([String(bodyLimit + 1), '99999999999'])('of %s bytes are refused (413)', (contentLength) => {
    expect(decide(call, { contentLength })).toBe(413)
  })

  test('an empty launch token lets nobody in', () => {
    expect(decideRequest({ ...call, authorization: 'Bearer ' }, { ...rules, token: '' })?.status).toBe(401)
  })
})

test.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE'])('a page is not answered to %s (405)', (method) => {
  expect(decide(page, { method })).toBe(405)
})
