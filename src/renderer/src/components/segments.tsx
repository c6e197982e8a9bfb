import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'

/** A choice of a few that acts at once, such as Charts or Tables: arrow keys walk it, one is always chosen. */
export function Segments<Id extends string>(props: {
  label: string
  options: readonly { id: Id; words: ReactNode }[]
  chosen: Id
  onChoose: (id: Id) => void
}) {
  const { label, options, chosen, onChoose } = props
  return (
    <ToggleButtonGroup
      className="segments"
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[chosen]}
      onSelectionChange={(keys) => {
        const found = options.find(({ id }) => keys.has(id))
        if (found !== undefined && found.id !== chosen) onChoose(found.id)
      }}
    >
      {options.map(({ id, words }) => (
        <ToggleButton key={id} id={id}>
          {words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
