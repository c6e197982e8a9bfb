import type { SavedFinding } from './use-finding-saver.ts'

const words: Record<SavedFinding['state'], string> = {
  saved: '',
  waiting: 'Not saved yet.',
  saving: 'Saving...',
  failed: 'Not saved.',
  conflict: 'Not saved: choose between both texts.',
}

/** Where the words of a finding stand: nothing when they are saved, and why not when they cannot be. */
export function SaveNote({ saved }: { saved: SavedFinding }) {
  if (saved.state === 'failed')
    return (
      <span className="save-note save-note--failed" role="alert">
        {saved.failure}{' '}
        <button type="button" className="link-button" onClick={saved.flush}>
          Try again
        </button>
      </span>
    )
  return <span className="save-note">{words[saved.state]}</span>
}
