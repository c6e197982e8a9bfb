/** A key beside the words of what it does: decoration, since the control says its keys to assistive technology itself. */
export function KeyHint({ keys }: { keys: string }) {
  return <kbd aria-hidden="true">{keys}</kbd>
}
