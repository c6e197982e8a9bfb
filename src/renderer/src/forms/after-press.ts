/** Whether a pointer is held down, and what waits for it to be let go. */
let isPressed = false
const waiting: (() => void)[] = []

function press() {
  isPressed = true
}

function letGo() {
  isPressed = false
  // The click of this press comes first: it belongs to what stood under the pointer.
  setTimeout(() => {
    for (const act of waiting.splice(0)) act()
  })
}

if (typeof window !== 'undefined') {
  window.addEventListener('pointerdown', press, { capture: true })
  for (const end of ['pointerup', 'pointercancel', 'dragend', 'blur'])
    window.addEventListener(end, (event) => (event.type !== 'blur' || event.target === window) && letGo(), {
      capture: true,
    })
}

/**
 * Does something at once, or, while a pointer is held down, after its click. A field that is left by pressing a button says what is wrong
 * with it only then: said at once, the words would move the button away from under the pointer, and the click would be lost.
 */
export function afterPress(act: () => void): void {
  if (isPressed) waiting.push(act)
  else act()
}
