import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { createMenuTemplate, firstMenuState, type MenuState } from '../../../src/main/electron/menu.ts'
import { menuCommands } from '../../../src/shared/host-contract.ts'

const asked: string[] = []
const build = (state: MenuState, developer = false) =>
  createMenuTemplate(state, { ask: (command) => void asked.push(command), version: '0.1.0', developer })
const items = (template: MenuItemConstructorOptions[]) =>
  template.flatMap(({ submenu }) => submenu as MenuItemConstructorOptions[])
const find = (template: MenuItemConstructorOptions[], id: string) => items(template).find((item) => item.id === id)

const open: MenuState = { workspaceOpen: true, undo: 'Evidence removed', redo: null }

describe('the menu', () => {
  test('asks the page for every command of the contract, each once', () => {
    asked.length = 0
    const commands = items(build(open)).filter(({ id }) => id !== undefined)
    for (const { click } of commands) (click as () => void)()
    expect(asked.toSorted()).toEqual([...menuCommands].toSorted())
  })

  test('is reached by Alt F, E, V, G and H', () => {
    expect(build(open).map(({ label }) => /&(.)/.exec(label ?? '')?.[1])).toEqual(['F', 'E', 'V', 'G', 'H'])
  })

  test('says what Undo would take back, and offers Redo only when there is something', () => {
    expect(find(build(open), 'undo')).toMatchObject({ label: '&Undo: Evidence removed', enabled: true })
    expect(find(build(open), 'redo')).toMatchObject({ label: '&Redo', enabled: false })
  })

  test('shows words with an ampersand as they are, and long ones shortened', () => {
    expect(find(build({ ...open, undo: 'Tea & talk' }), 'undo')?.label).toBe('&Undo: Tea && talk')
    expect(find(build({ ...open, undo: 'x'.repeat(300) }), 'undo')?.label).toHaveLength('&Undo: '.length + 80)
  })

  test('without a workspace leads only home', () => {
    const enabled = items(build({ ...firstMenuState, undo: 'left over' })).filter(({ id, enabled }) => id && enabled)
    expect(enabled.map(({ id }) => id)).toEqual(['home'])
  })

  test('shows the page’s shortcuts and leaves them to the page, so that a text field keeps its own Undo', () => {
    const commands = items(build(open)).filter(({ id, accelerator }) => id && accelerator)
    expect(commands.map(({ accelerator }) => accelerator)).toContain('CmdOrCtrl+Z')
    expect(commands.every(({ registerAccelerator }) => registerAccelerator === false)).toBe(true)
  })

  test('has developer tools only where the app is developed', () => {
    const roles = (template: MenuItemConstructorOptions[]) => items(template).map(({ role }) => role)
    expect(roles(build(open))).not.toContain('toggleDevTools')
    expect(roles(build(open))).not.toContain('reload')
    expect(roles(build(open, true))).toContain('toggleDevTools')
  })
})
