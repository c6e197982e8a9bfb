import { useEffect, useLayoutEffect, useRef } from 'react'

/**
 * A shortcut that acts anywhere: always with Alt or Ctrl, or a key that types nothing (WCAG 2.1.4). Letters alone belong to the list
 * or group that has focus, and are handled there. `Alt+1` is the digit row, never the number pad.
 */
export type Shortcut = `Alt+${string}` | `Ctrl+${string}` | 'Escape' | 'F6' | 'Shift+F6' | 'F11'

/** What a shortcut does. Answer false to leave the key to the browser and to who registered before. */
export type ShortcutAction = (event: KeyboardEvent) => boolean | void

type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/** The shortcut that a key press stands for, `Ctrl+Shift+Z`; on a Mac the command key counts as Ctrl. */
export function shortcutOf(press: KeyPress): string {
  const digit = /^Digit(\d)$/.exec(press.code)?.[1]
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1]
  const typed = press.key.length === 1 ? press.key.toUpperCase() : press.key
  const isNumberPad = press.code.startsWith('Numpad') && typed.length === 1
  // With Alt a layout may type another character (Alt N is ñ on some): the key's place decides. Without, its meaning does.
  const name = isNumberPad ? press.code : (digit ?? (press.altKey ? letter : undefined) ?? typed)
  const parts = [
    press.ctrlKey || press.metaKey ? 'Ctrl' : '',
    press.altKey ? 'Alt' : '',
    press.shiftKey ? 'Shift' : '',
    name,
  ]
  return parts.filter((part) => part !== '').join('+')
}

/** Whether keys typed at this place are words of the person's own. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true
  return target instanceof HTMLInputElement && !notTyped.has(target.type)
}

const notTyped = new Set(['button', 'checkbox', 'color', 'file', 'image', 'radio', 'range', 'reset', 'submit'])

/** Keys that a text field needs for itself. */
const ofTextFields = new Set(['Ctrl+Z', 'Ctrl+Shift+Z', 'Ctrl+Y', 'Ctrl+B', 'Ctrl+A'])

/** Whether a dialog holds the page: shortcuts of what lies behind it rest. */
const isDialogOpen = () => document.querySelector('.dialog-overlay') !== null

type Registered = { current: Partial<Record<string, ShortcutAction>> }
const registered: Registered[] = []

function handle(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return
  const shortcut = shortcutOf(event)
  if (ofTextFields.has(shortcut) && isTyping(event.target)) return
  if (isDialogOpen()) return
  for (const shortcuts of registered.toReversed()) {
    const action = shortcuts.current[shortcut]
    if (action !== undefined && action(event) !== false) {
      event.preventDefault()
      return
    }
  }
}

/** Shortcuts that act while the component is on screen; the one that came last is asked first. */
export function useShortcuts(shortcuts: Partial<Record<Shortcut, ShortcutAction>>): void {
  const latest = useRef(shortcuts)
  useLayoutEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    if (registered.length === 0) window.addEventListener('keydown', handle)
    registered.push(latest)
    return () => {
      registered.splice(registered.indexOf(latest), 1)
      if (registered.length === 0) window.removeEventListener('keydown', handle)
    }
  }, [])
}
