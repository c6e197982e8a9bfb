import { describe, expect, it } from 'vitest'
import { findIdentifiers } from '../../src/shared/model/identifiers/find.ts'
import { describeFinds } from '../../src/renderer/src/forms/guard-words.ts'

describe('what the identifier guard says beside a field', () => {
  it('names what it saw, says that none is needed, and promises nothing', () => {
    const words = describeFinds(findIdentifiers('Patient: Ada Quill, NHS number 999 000 0018.'))
    expect(words).toContain('“Ada Quill”')
    expect(words).toContain('An NHS number is here: “999 000 0018”.')
    expect(words).toMatch(/No names are needed\. The check misses some\.$/)
  })

  it('counts what is more than three', () => {
    const find = { type: 'EMAIL', start: 0, end: 3, value: 'a@b', reason: 'an address', certainty: 'certain' } as const
    expect(describeFinds([find, find, find, find, find])).toContain('2 more.')
  })
})
