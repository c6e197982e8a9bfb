import { describe, expect, test } from 'vitest'
import { shortcutOf } from '../../src/renderer/src/keys.ts'

const press = (
  key: string,
  code: string,
  held: Partial<Record<'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey', boolean>>,
) => shortcutOf({ key, code, altKey: false, ctrlKey: false, metaKey: false, shiftKey: false, ...held })

describe('the shortcut that a key press stands for', () => {
  test('Alt 1 is the digit row, never the number pad', () => {
    expect(press('1', 'Digit1', { altKey: true })).toBe('Alt+1')
    expect(press('1', 'Numpad1', { altKey: true })).toBe('Alt+Numpad1')
    expect(press('End', 'Numpad1', { altKey: true })).toBe('Alt+End')
  })

  test('Alt N holds on a layout where Alt types another character', () => {
    expect(press('ñ', 'KeyN', { altKey: true })).toBe('Alt+N')
  })

  test('Ctrl Shift Z holds whether the letter comes as a capital or not', () => {
    expect(press('Z', 'KeyZ', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+Z')
    expect(press('z', 'KeyZ', { metaKey: true })).toBe('Ctrl+Z')
  })

  test('Ctrl goes by what is typed: on a layout where Z and Y change places, Ctrl Z is still undo', () => {
    expect(press('z', 'KeyY', { ctrlKey: true })).toBe('Ctrl+Z')
  })

  test('keys that type nothing need no help', () => {
    expect(press('F6', 'F6', { shiftKey: true })).toBe('Shift+F6')
    expect(press('Escape', 'Escape', {})).toBe('Escape')
  })
})
