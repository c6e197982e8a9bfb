import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { decideLink, isLocalRequest, isOurPage, isOurSender } from '../../../src/main/electron/policy.ts'

const hostileAddresses = [
  '',
  'about:blank',
  'about:srcdoc',
  'app:',
  'app://',
  'app://other/index.html',
  'app://bundle.evil.example/index.html',
  'app://bundle@evil.example/index.html',
  'app://evil.example#app://bundle/',
  'app://evil@bundle/index.html',
  'app://bundle:80/index.html',
  'app:bundle/index.html',
  'apps://bundle/index.html',
  'app://BUNDLE/index.html',
  'file:///etc/passwd',
  'file://bundle/index.html',
  'http://bundle/index.html',
  'https://bundle/index.html',
  'https://www.cqc.org.uk/',
  'javascript:alert(1)',
  'data:text/html,<script>1</script>',
  'blob:app://bundle/1',
  'view-source:app://bundle/index.html',
  'filesystem:app://bundle/temporary/x',
  'chrome://settings',
  'chrome-extension://bundle/index.html',
  'ws://127.0.0.1/',
  'not an address',
]

describe('a page of our own', () => {
  test.each([
    'app://bundle/index.html',
    'app://bundle/',
    'app://bundle/index.html#/evidence?view=all',

    'app://bundle/assets/index.js',
  ])('%s is one', (address) => {
    expect(isOurPage(address)).toBe(true)
  })

  test.each(hostileAddresses)('%j is none', (address) => {
    expect(isOurPage(address)).toBe(false)
  })
})

describe('who may call', () => {
  test('the top frame of our own page', () => {
    expect(isOurSender({ url: 'app://bundle/index.html', parent: null })).toBe(true)
  })

  test('nobody from a frame inside a page, or a frame that has gone', () => {
    expect(isOurSender({ url: 'app://bundle/index.html', parent: {} })).toBe(false)
    expect(isOurSender({ url: 'app://bundle/index.html', parent: undefined })).toBe(false)
    expect(isOurSender(null)).toBe(false)
    expect(isOurSender(undefined)).toBe(false)
  })

  test.each(hostileAddresses)('nobody from %j', (url) => {
    expect(isOurSender({ url, parent: null })).toBe(false)
  })
})

describe('what is opened in the browser', () => {
  test.each([
    ['https://www.cqc.org.uk/guidance-providers', 'https://www.cqc.org.uk/guidance-providers'],
    ['https://cqc.org.uk', 'https://cqc.org.uk/'],
    ['https://www.nice.org.uk/guidance/qs14?a=1#b', 'https://www.nice.org.uk/guidance/qs14?a=1#b'],
    ['https://www.gov.uk/x', 'https://www.gov.uk/x'],
    ['https://assets.publishing.service.gov.uk/code.pdf', 'https://assets.publishing.service.gov.uk/code.pdf'],
    ['HTTPS://WWW.LEGISLATION.GOV.UK/uksi/2014/2936', 'https://www.legislation.gov.uk/uksi/2014/2936'],
    ['https://www.england.nhs.uk/', 'https://www.england.nhs.uk/'],
    ['https://www.gov.uk:443/x', 'https://www.gov.uk/x'],
  ])('%s is on the list', (address, opened) => {
    expect(decideLink(address)).toBe(opened)
  })

  test.each([
    ...hostileAddresses.filter((address) => !address.startsWith('https://www.cqc')),
    'http://www.cqc.org.uk/',
    'https://cqc.org.uk.evil.example/',
    'https://evilcqc.org.uk/',
    'https://evil.example/cqc.org.uk',
    'https://evil.example?https://www.cqc.org.uk',
    'https://evil.example#www.cqc.org.uk',
    'https://www.cqc.org.uk@evil.example/',
    'https://user@www.cqc.org.uk/',
    'https://user:word@www.cqc.org.uk/',
    'https://www.cqc.org.uk:8443/',
    'https://www.cqc.org.uk./',
    'https://www.cqс.org.uk/',
    'https://evil.example\\www.cqc.org.uk',
    'https://england.nhs.uk.example',
    'https://nhs.uk/',
    'https://uk/',
    'https:www.evil.example/',
    'ftp://www.gov.uk/',
    'mailto:someone@cqc.org.uk',
    'smb://www.gov.uk/share',
    'ms-word:ofe|u|https://www.gov.uk/x.docx',
    '\\\\www.gov.uk\\share',
    'calc.exe',
    '/etc/passwd',
  ])('%j is not', (address) => {
    expect(decideLink(address)).toBeNull()
  })
})

test('every link of the checklists that come with the product can be opened', () => {
  const folder = fileURLToPath(new URL('../../../checklists', import.meta.url))
  const packs = readdirSync(folder).filter((name) => name.endsWith('.json') && !name.endsWith('.schema.json'))
  const links = packs.flatMap((name) => readFileSync(path.join(folder, name), 'utf8').match(/https?:[^"\s]+/g) ?? [])
  expect(links.length).toBeGreaterThan(0)
  expect(links.filter((link) => decideLink(link) === null)).toEqual([])
})

describe('what a page may ask for', () => {
  test.each([
    'app://bundle/index.html',
    'app://bundle/assets/x.css',
    'data:image/png;base64,AA==',
    'blob:app://bundle/0d6f',
    'devtools://devtools/bundled/inspector.html',
  ])('%s', (address) => {
    expect(isLocalRequest(address)).toBe(true)
  })

  test.each([
    'https://www.cqc.org.uk/',
    'http://127.0.0.1:9999/',
    'http://localhost/',
    'ws://127.0.0.1/',
    'wss://evil.example/',
    'ftp://evil.example/',
    'file:///etc/passwd',
    'blob:https://evil.example/0d6f',
    'blob:null/0d6f',
    'filesystem:app://bundle/temporary/x',
    'app://other/x',
    'chrome-extension://abc/x',
    'https://redirector.gvt1.com/edgedl/chrome/dict/en-gb.bdic',
    '',
    'nonsense',
  ])('never %j', (address) => {
    expect(isLocalRequest(address)).toBe(false)
  })
})
