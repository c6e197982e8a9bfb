import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createDesktopHandlers } from '../../../src/main/electron/host-methods.ts'
import type { MenuState } from '../../../src/main/electron/menu.ts'
import { safeFileName } from '../../../src/shared/model/file-name.ts'
import { AppError } from '../../../src/shared/result.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'host-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** The person and the operating system: what they answer, and what they were asked. */
const person = { folder: null as string | null, file: null as string | null }
const asked: string[] = []
const menus: MenuState[] = []

const host = createDesktopHandlers({
  application: {
    registerPlace: (place) => ({ placeId: `id-of-${path.basename(place)}` }),
    async addWorkspace(place) {
      if (place === folder) throw new AppError('not-found', 'There is no workspace in this folder.')
      return { id: 'w1' }
    },
    async *readTransfer(transferId) {
      if (transferId === 'gone') throw new AppError('not-found', 'This transfer has ended.')
      yield Buffer.from('%PDF-')
      yield Buffer.from(transferId)
    },
  },
  dialogs: {
    async askForFolder(title) {
      asked.push(title)
      return person.folder
    },
    async askWhereToSave(fileName) {
      asked.push(fileName)
      return person.file
    },
    showInFolder: (file) => void asked.push(`show ${file}`),
    openInBrowser: async (address) => void asked.push(`open ${address}`),
  },
  setMenu: (state) => void menus.push(state),
})

describe('the desktop', () => {
  test('names a chosen place by an id, and nothing when the person thought better of it', async () => {
    expect(await host['host.choosePlace']({})).toBeNull()
    person.folder = path.join(folder, 'recovery')
    expect(await host['host.choosePlace']({})).toEqual({ placeId: 'id-of-recovery', folder: person.folder })
    expect(asked.at(-1)).toBe('Choose where the workspace is kept')
    await host['host.choosePlace']({ whatFor: 'backups' })
    expect(asked.at(-1)).toBe('Choose where backups are kept')
  })

  test('puts a chosen workspace on the list, and says when there is none', async () => {
    person.folder = path.join(folder, 'recovery')
    expect(await host['host.chooseWorkspace']({})).toEqual({ id: 'w1' })
    person.folder = folder
    await expect(host['host.chooseWorkspace']({})).rejects.toMatchObject({ code: 'not-found' })
    person.folder = null
    expect(await host['host.chooseWorkspace']({})).toBeNull()
  })

  test('has nothing to show before something was saved', async () => {
    await expect(host['host.showSaved']({})).rejects.toMatchObject({ code: 'not-found' })
  })

  test('saves where the person says, offers only a plain name, and shows what it saved', async () => {
    person.file = path.join(folder, 'board.pdf')
    expect(await host['host.save']({ transferId: 't1', fileName: '../../board.pdf' })).toEqual({ savedAs: 'board.pdf' })
    expect(asked.at(-1)).toBe(safeFileName('../../board.pdf'))
    expect(asked.at(-1)).not.toMatch(/[\\/]/)
    expect(readFileSync(person.file, 'utf8')).toBe('%PDF-t1')
    await host['host.showSaved']({})
    expect(asked.at(-1)).toBe(`show ${person.file}`)
  })

  test('saves nothing when the person thought better of it', async () => {
    person.file = null
    expect(await host['host.save']({ transferId: 't2', fileName: 'board.pdf' })).toBeNull()
    expect(readFileSync(path.join(folder, 'board.pdf'), 'utf8')).toBe('%PDF-t1')
  })

  test('leaves a file as it was when the bytes cannot be had', async () => {
    person.file = path.join(folder, 'kept.pdf')
    writeFileSync(person.file, 'last year')
    const saving = host['host.save']({ transferId: 'gone', fileName: 'kept.pdf' })
    await expect(saving).rejects.toMatchObject({ code: 'not-found' })
    expect(readFileSync(person.file, 'utf8')).toBe('last year')
  })

  test('opens a link of the list, and no other', async () => {
    await host['host.openLink']({ url: 'https://www.cqc.org.uk/x' })
    expect(asked.at(-1)).toBe('open https://www.cqc.org.uk/x')
    await expect(host['host.openLink']({ url: 'file:///etc/passwd' })).rejects.toMatchObject({ code: 'refused' })
    expect(asked.at(-1)).toBe('open https://www.cqc.org.uk/x')
  })

  test('shows the menu that the page asks for', async () => {
    const state = { workspaceOpen: true, undo: 'Evidence removed', redo: null }
    expect(await host['host.setMenu'](state)).toEqual({})
    expect(menus).toEqual([state])
  })
})
