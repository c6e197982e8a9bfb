import type { MenuItemConstructorOptions } from 'electron'
import type { HostInputOf, MenuCommand } from '../../shared/host-contract.ts'

/** What the menu shows: whether a workspace is open, and the words of Undo and Redo. */
export type MenuState = HostInputOf<'host.setMenu'>

/** What a menu is made for. `ask` asks the page, which does it by its own commands. */
export type MenuSurroundings = { ask: (command: MenuCommand) => void; version: string; developer: boolean }

/** The menu before the page has said anything. */
export const firstMenuState: MenuState = { workspaceOpen: false, undo: null, redo: null }

/**
 * The application's menu. Shortcuts of the page are shown here and acted on by the page itself, which leaves them to a text field that
 * has focus: were they registered, Undo would take back evidence while a person meant a word.
 */
export function createMenuTemplate(state: MenuState, surroundings: MenuSurroundings): MenuItemConstructorOptions[] {
  const { ask, version, developer } = surroundings
  const item = (label: string, accelerator: string | null, command: MenuCommand, enabled: boolean) => ({
    id: command,
    label,
    enabled,
    click: () => ask(command),
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
  })
  const open = state.workspaceOpen
  const separator = { type: 'separator' } as const
  return [
    {
      label: '&File',
      submenu: [
        item('&Workspaces', null, 'home', true),
        separator,
        item('&Quick capture', 'Alt+N', 'quick-capture', open),
        item('&Report', 'Alt+8', 'report', open),
        separator,
        { role: 'quit', label: '&Quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        item(withWords('&Undo', state.undo), 'CmdOrCtrl+Z', 'undo', open && state.undo !== null),
        item(withWords('&Redo', state.redo), 'CmdOrCtrl+Shift+Z', 'redo', open && state.redo !== null),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    {
      label: '&View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        separator,
        { role: 'togglefullscreen' },
        ...(developer ? [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const] : []),
      ],
    },
    {
      label: '&Go',
      submenu: [
        item('&Overview', 'Alt+1', 'overview', open),
        item('&Assessment', 'Alt+2', 'assessment', open),
        item('&Evidence', 'Alt+3', 'evidence', open),
        item('A&ctions', 'Alt+7', 'actions', open),
      ],
    },
    { label: '&Help', submenu: [{ label: `Recovery Evidence ${version}`, enabled: false }] },
  ]
}

/** A label with the words of what it would do; a single `&` in them would be read as a shortcut. */
const withWords = (label: string, words: string | null) =>
  words === null ? label : `${label}: ${words.slice(0, 80).replaceAll('&', '&&')}`
