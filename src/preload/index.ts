import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import { pageChannels, type Bridge } from '../shared/bridge.ts'
import { isMethodName } from '../shared/contract.ts'
import { hostMethodNames } from '../shared/host-contract.ts'

const call: Bridge['call'] = async (method, input) => {
  if (!isMethodName(method)) throw new Error('There is no such method.')
  return ipcRenderer.invoke(method, input)
}

const host: Bridge['host'] = async (method, input) => {
  if (!hostMethodNames.includes(method)) throw new Error('There is no such method of the host.')
  return ipcRenderer.invoke(method, input)
}

/** Hands on what the main process says on a channel, without Electron's own event. */
const listenTo =
  <Message>(channel: string) =>
  (listener: (message: Message) => void) => {
    const hear = (_event: IpcRendererEvent, message: Message) => listener(message)
    ipcRenderer.on(channel, hear)
    return () => {
      ipcRenderer.off(channel, hear)
    }
  }

const bridge: Bridge = Object.freeze({
  call,
  host,
  onEvent: listenTo(pageChannels.event),
  onMenu: listenTo(pageChannels.menu),
})

contextBridge.exposeInMainWorld('bridge', bridge)
