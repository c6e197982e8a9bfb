import { describe, expect, it } from 'vitest'
import { createDraftStore } from '../../src/renderer/src/drafts/draft-store.ts'

function memory() {
  const held = new Map<string, string>()
  return {
    held,
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
  }
}

describe('drafts', () => {
  it('are still there when the window is opened again', () => {
    const storage = memory()
    createDraftStore(storage).keep('finding', { narrative: 'Half a sentence' })
    expect(createDraftStore(storage).read('finding')).toEqual({ narrative: 'Half a sentence' })
  })

  it('leave nothing behind once acknowledged', () => {
    const storage = memory()
    const store = createDraftStore(storage)
    store.keep('finding', 'words')
    store.forget('finding')
    expect(store.read('finding')).toBeNull()
    expect(storage.held.size).toBe(0)
  })

  it('never stop anyone typing, even when the storage is full or broken', () => {
    const store = createDraftStore({
      getItem: () => '{"half": ',
      setItem: () => {
        throw new Error('QuotaExceededError')
      },
      removeItem: () => {
        throw new Error('SecurityError')
      },
    })
    store.keep('finding', 'words')
    store.forget('finding')
    expect(store.read('finding')).toBeNull()
  })
})
