import type { SenderFrame } from '../../src/main/electron/policy.ts'

type Listener = (event: { senderFrame: SenderFrame }, input: unknown) => unknown

/** Electron's IPC as far as calls go: every value is copied on its way, as between two processes. */
export function createFakeElectron() {
  const channels = new Map<string, Listener>()
  return {
    ipcMain: {
      handle(channel: string, listener: Listener): void {
        if (channels.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
        channels.set(channel, listener)
      },
    },
    channels: () => [...channels.keys()],
    /** Calls as a page in this frame would; our own page when none is named. */
    async invoke(channel: string, input: unknown, frame: SenderFrame = ourFrame): Promise<unknown> {
      const listener = channels.get(channel)
      if (!listener) throw new Error(`No handler registered for '${channel}'`)
      return structuredClone(await listener({ senderFrame: frame }, structuredClone(input)))
    },
    forget: () => channels.clear(),
  }
}

const ourFrame: SenderFrame = { url: 'app://bundle/index.html', parent: null }
