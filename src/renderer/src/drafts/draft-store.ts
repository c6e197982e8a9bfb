/** What of the browser's storage the drafts need. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Typed words that are not yet acknowledged: kept under a name until the core has them. */
export type DraftStore = {
  /** What was kept under this name; null when there is nothing, or nothing that can be read. */
  read(name: string): unknown
  /** Keeps a value (JSON only) under this name; a full storage is no reason to stop anyone typing. */
  keep(name: string, value: unknown): void
  /** Forgets what was kept, once the core has acknowledged it. */
  forget(name: string): void
}

const prefix = 'recovery-evidence:draft:'

/** Makes a store of drafts over a storage, under a prefix of its own. */
export function createDraftStore(storage: DraftStorage): DraftStore {
  return {
    read(name) {
      try {
        const text = storage.getItem(prefix + name)
        return text === null ? null : (JSON.parse(text) as unknown)
      } catch {
        return null
      }
    },
    keep(name, value) {
      try {
        storage.setItem(prefix + name, JSON.stringify(value))
      } catch {
        // The words are still on the screen, and the core is about to be asked to save them.
      }
    },
    forget(name) {
      try {
        storage.removeItem(prefix + name)
      } catch {
        // Nothing was kept.
      }
    },
  }
}

/** The drafts of this window: they outlive a crash of the page and a closed window, and are forgotten when acknowledged. */
export const drafts: DraftStore = createDraftStore({
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
  removeItem: (key) => localStorage.removeItem(key),
})
