import { describe, expect, test } from 'vitest'
import { createHostCalls, type HostHandlers } from '../../../src/main/serve/host-calls.ts'
import { AppError } from '../../../src/shared/result.ts'

const handlers: HostHandlers = {
  'host.describe': async () => ({ kind: 'browser', platform: 'linux' }),
  'host.choosePlace': async () => null,
  'host.chooseWorkspace': async () => {
    throw new AppError('not-found', 'There is no workspace in this folder.')
  },
  'host.save': async () => {
    throw new TypeError('Moira Okafor said so')
  },
  'host.showSaved': async () => ({}),
  'host.openLink': async () => ({ extra: 'more than the contract says' }) as unknown as Record<string, never>,
  'host.setMenu': async () => ({}),
}

const defects: unknown[] = []
const call = createHostCalls(handlers, (defect) => {
  defects.push(defect)
  return '7F3A'
})

describe('calls to the host', () => {
  test('are answered as values', async () => {
    expect(await call('host.describe', {})).toEqual({ ok: true, value: { kind: 'browser', platform: 'linux' } })
    expect(await call('host.choosePlace', {})).toEqual({ ok: true, value: null })
  })

  test.each(['', 'constructor', '__proto__', 'toString', 'host.describe ', 'evidence.log', 'host.'])(
    'to %j are refused: there is no such method',
    async (method) => {
      expect(await call(method, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
    },
  )

  test.each([
    ['host.describe', null],
    ['host.describe', { extra: 1 }],
    ['host.describe', undefined],
    ['host.openLink', { url: 7 }],
    ['host.openLink', { url: `https://www.cqc.org.uk/${'a'.repeat(2_000)}` }],
    ['host.save', { transferId: 't1', fileName: 'x'.repeat(301) }],
    ['host.save', { transferId: ['t1'], fileName: 'report.pdf' }],
    ['host.setMenu', { workspaceOpen: 'yes', undo: null, redo: null }],
  ])('to %s with input that does not fit are refused before anything is done', async (method, input) => {
    expect(await call(method, input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } })
  })

  test('that fail for a reason say the reason', async () => {
    const answer = await call('host.chooseWorkspace', {})
    expect(answer).toEqual({
      ok: false,
      error: { code: 'not-found', message: 'There is no workspace in this folder.' },
    })
  })

  test('that meet a defect give its reference and none of its words', async () => {
    const answer = await call('host.save', { transferId: 't1', fileName: 'report.pdf' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal', message: expect.stringContaining('7F3A') } })
    expect(JSON.stringify(answer)).not.toContain('Moira')
    expect(defects.at(-1)).toBeInstanceOf(TypeError)
  })

  test('never answer more than the contract says', async () => {
    const answer = await call('host.openLink', { url: 'https://www.cqc.org.uk' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } })
  })
})
