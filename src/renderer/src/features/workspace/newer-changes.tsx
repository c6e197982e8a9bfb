import { countOf } from '../../../../shared/drawing/words.ts'
import { mostNewer } from '../../../../shared/model/backup.ts'
import type { TrailEntry } from '../../../../shared/model/trail.ts'
import { momentInWords } from './backup-words.ts'

/** How many of the changes are named. */
const mostNamed = 5

type NewerChangesProps = {
  /** The changes that a backup does not hold, the latest first; null where the trail cannot be read, undefined while it is being read. */
  changes: readonly Pick<TrailEntry, 'seq' | 'at' | 'words'>[] | null | undefined
}

/** Says what is newer than a backup, before it is put back. */
export function NewerChanges({ changes }: NewerChangesProps) {
  if (changes === undefined) return <p>Looking at what is newer than this backup...</p>
  if (changes === null)
    return <p>What is newer than this backup cannot be said: the trail of the workspace cannot be read.</p>
  if (changes.length === 0) return <p>Nothing in the trail is newer than this backup.</p>
  return (
    <>
      <p>
        {countOf(changes.length, 'change')}
        {changes.length === mostNewer ? ' or more' : ''} in the trail {changes.length === 1 ? 'is' : 'are'} newer than
        this backup:
      </p>
      <ul className="list">
        {changes.slice(0, mostNamed).map(({ seq, words, at }) => (
          <li key={seq}>
            {words}, {momentInWords(at)}
          </li>
        ))}
        {changes.length > mostNamed && <li>and {countOf(changes.length - mostNamed, 'other')}</li>}
      </ul>
    </>
  )
}
