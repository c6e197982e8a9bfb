import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contract, methodNames, type MethodName } from '../../src/shared/contract.ts'
import { finish, openWorkspace } from '../support/workspace.ts'

/** Methods that would take the workspace away from the others under test. */
const leaveOut: readonly MethodName[] = ['workspaces.close', 'workspaces.createSample', 'workspaces.create']

/** Values that programs trip over, among them what looks like an id, a path, a query or a prototype. */
const hostileValue = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    Number.MAX_SAFE_INTEGER,
    '',
    ' ',
    '0',
    'null',
    '../../../etc/passwd',
    "'; drop table evidence; --",
    '\u0000',
    '\ud800',
    'x'.repeat(10_000),
    '2026-02-31',
    '9999-12-31',
    '__proto__',
    'constructor',
    [],
    {},
    [[]],
    [null],
    { __proto__: null },
    JSON.parse('{"__proto__":{"admin":true}}'),
  ),
  fc.string(),
  fc.integer(),
  fc.uuid({ version: 7 }),
)

/** Input of the right keys and wrong values, or of no shape at all. */
const inputFor = (method: MethodName) => {
  const shape = (contract[method].input as { shape?: Record<string, unknown> }).shape ?? {}
  const keys = Object.keys(shape)
  const record = fc.record(Object.fromEntries(keys.map((key) => [key, hostileValue])), { requiredKeys: [] })
  return fc.oneof(record, hostileValue, fc.object({ maxDepth: 3 }))
}

test(
  'no method is broken by hostile input: every answer is a value or a failure in words, never a defect',
  { timeout: 120_000 },
  async () => {
    const { application, client, log } = await openWorkspace()
    for (const method of methodNames.filter((name) => !leaveOut.includes(name)))
      await fc.assert(
        fc.asyncProperty(inputFor(method), async (input) => {
          const answer = await application.dispatch(method, input)
          if (answer.ok) return
          expect([method, answer.error.code]).not.toEqual([method, 'internal'])
          expect(answer.error.message.length).toBeGreaterThan(5)
        }),
        { numRuns: 25 },
      )
    expect(log).toEqual([])
    const { faults } = await finish<'workspace.verify'>(client, await client.call('workspace.verify', {}))
    expect(faults).toEqual([])
  },
)

test.each(['constructor', '__proto__', 'toString', '', 'evidence.log ', 'EVIDENCE.LOG'])(
  '“%s” is no method',
  async (method) => {
    const { application } = await openWorkspace()
    expect(await application.dispatch(method, {})).toMatchObject({ ok: false, error: { code: 'unknown-method' } })
  },
)

test.each(methodNames)('%s refuses a field that it does not know', async (method) => {
  const { application } = await openWorkspace()
  expect(await application.dispatch(method, { surprise: 1 })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  })
})
