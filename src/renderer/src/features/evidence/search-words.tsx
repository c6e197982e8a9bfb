import { useEffect, useRef, useState, type Ref } from 'react'
import { Icon } from '../../components/icon.tsx'

/** How long typing rests before the list is searched, in milliseconds. */
const rest = 200

/** The search field of the log: titles, text and files. Searches as one types; `Escape` empties it. */
export function SearchWords(props: { words: string; field: Ref<HTMLInputElement>; onWords: (words: string) => void }) {
  const { words, field, onWords } = props
  const [typed, setTyped] = useState(words)
  const [known, setKnown] = useState(words)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  // The address changed by itself: Back, a view, Clear filters.
  if (words !== known) {
    setKnown(words)
    if (words !== typed.trim()) setTyped(words)
  }
  useEffect(() => () => clearTimeout(timer.current), [])

  const search = (text: string) => {
    setTyped(text)
    clearTimeout(timer.current)
    timer.current = setTimeout(() => onWords(text.trim()), rest)
  }

  return (
    <div className="search">
      <Icon name="search" />
      <input
        ref={field}
        type="search"
        className="input"
        aria-label="Search titles, text and files"
        placeholder="Search titles, text and files"
        aria-keyshortcuts="Control+F"
        maxLength={500}
        value={typed}
        onChange={(event) => search(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') search('')
        }}
      />
    </div>
  )
}
