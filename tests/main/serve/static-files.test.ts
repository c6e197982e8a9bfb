import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentSecurityPolicy } from '../../../src/main/serve/security-headers.ts'
import { decideFile, servePage } from '../../../src/main/serve/static-files.ts'

describe('which file an address asks for', () => {
  test.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['/assets/index-B1aX_9.js', 'assets/index-B1aX_9.js', 'text/javascript; charset=utf-8'],
    ['/assets/main.css', 'assets/main.css', 'text/css; charset=utf-8'],
    ['/%61ssets/Arimo_400Regular.ttf', 'assets/Arimo_400Regular.ttf', 'font/ttf'],
  ])('%s is one of the built pages', (pathname, name, contentType) => {
    expect(decideFile(pathname)).toEqual({ name, contentType })
  })

  test.each([
    '',
    'index.html',
    '//index.html',
    '/../package.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../package.json',
    '/assets/..%5c..%5cpackage.json',
    '/assets\\..\\index.html',
    '/./index.html',
    '/.env.json',
    '/assets/.hidden.js',
    '/index.html%00.js',
    '/index.html\u0000',
    '/%',
    '/%E0%A4%A.html',
    '/C:/Windows/win.json',
    '/index.html:stream.html',
    '/index.html::$DATA',
    '/index.html.',
    '/index.html ',
    '/index.html%20',
    '/assets./main.js',
    '/con.html',
    '/NUL.js',
    '/assets/com1.json',
    '/%2fetc%2fpasswd.json',
    '/assets/',
    '/main.cjs',
    '/workspace.db',
    '/index',
    '/index.html/',
    '/〜.html',
    '/%252e%252e/package.json',
  ])('%j leads nowhere', (pathname) => {
    expect(decideFile(pathname)).toBeNull()
  })
})

describe('pages as they are served', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'pages-'))
    mkdirSync(path.join(folder, 'renderer/assets'), { recursive: true })
    writeFileSync(path.join(folder, 'renderer/index.html'), '<!doctype html><title>Recovery Evidence</title>')
    writeFileSync(path.join(folder, 'secret.json'), '{}')
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  const get = (pathname: string) => servePage(path.join(folder, 'renderer'), pathname)

  test('a page comes whole, under the policy, and is not kept', async () => {
    const page = await get('/')
    expect(page.status).toBe(200)
    expect(await page.text()).toContain('<title>Recovery Evidence</title>')
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
    })
  })

  test.each(['/missing.html', '/assets', '/assets/', '/..%2fsecret.json', '/assets/x.js'])(
    '%s is not found, and says nothing of the disk',
    async (pathname) => {
      const page = await get(pathname)
      expect(page.status).toBe(404)
      expect(await page.text()).toBe('Not found')
      expect(page.headers.get('content-security-policy')).toBe(contentSecurityPolicy)
    },
  )
})

test('the Content-Security-Policy allows what the product needs, and nothing else', () => {
  const directives = Object.fromEntries(
    contentSecurityPolicy.split('; ').map((directive) => {
      const [name, ...sources] = directive.split(' ')
      return [name, sources]
    }),
  )
  expect(directives).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['recovery-evidence-workers'],
  })
})
