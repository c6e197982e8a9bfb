import { useEffect, useRef } from 'react'
import { Button } from '../../components/button.tsx'
import { wayWords, type WayOut, type WorkspaceWords } from './workspace-words.ts'

type StatePanelProps = {
  words: WorkspaceWords
  /** The element that holds the workspace's name. */
  nameId: string
  /** Whether it was just tried: what stands in the way is then read out. */
  takesFocus: boolean
  isBusy: boolean
  onWay: (way: WayOut) => void
}

/** What stands in the way of opening a workspace, what is safe, and the ways out. */
export function StatePanel({ words, nameId, takesFocus, isBusy, onWay }: StatePanelProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (takesFocus) heading.current?.focus()
  }, [takesFocus, words.title])
  return (
    <div className={words.isFault ? 'alert recent__panel' : 'note recent__panel'}>
      <h3 ref={heading} tabIndex={-1}>
        {words.title}
      </h3>
      <p>{words.text}</p>
      <div className="button-row">
        {words.ways.map((way, position) => (
          <Button
            key={way}
            isSmall
            look={position === 0 ? 'go' : 'plain'}
            isDisabled={isBusy}
            aria-describedby={nameId}
            onPress={() => onWay(way)}
          >
            {wayWords[way]}
          </Button>
        ))}
      </div>
      {words.ways.includes('support') && (
        <p className="small secondary">
          File names, sizes, versions and error codes. Read it before you send it: a file name can name a person.
        </p>
      )}
    </div>
  )
}
