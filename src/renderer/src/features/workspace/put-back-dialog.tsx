import type { KeptBackup } from '../../../../shared/model/backup.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { countOf } from '../../../../shared/drawing/words.ts'
import { say } from '../../messages.tsx'
import { momentInWords } from './backup-words.ts'

/** Says what is newer than a backup before it is put back. */
export function PutBackDialog({ backup, onClose }: { backup: KeptBackup; onClose: () => void }) {
  const trail = useAnswer('trail.list', { limit: 200 })
  const restore = useOrder('backups.restore')
  const newer = trail.data?.filter(({ at }) => at > backup.madeAt)
  const when = momentInWords(backup.madeAt)

  const putBack = async () => {
    const done = await restore.run({ name: backup.name })
    if (done === undefined) return
    say(`Put back as it was ${when}. What it replaced is kept.`)
    onClose()
  }

  return (
    <Dialog
      title={`Put back ${when}?`}
      role="alertdialog"
      onClose={onClose}
      isBusy={restore.busy}
      actions={
        <>
          <Button look="go" isDisabled={restore.busy} onPress={() => void putBack()}>
            {restore.busy ? 'Putting back...' : 'Put it back'}
          </Button>
          <Button isDisabled={restore.busy} onPress={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      <p>
        {newer === undefined
          ? 'Looking at what is newer than this backup...'
          : newer.length === 0
            ? 'Nothing in the trail is newer than this backup.'
            : `${countOf(newer.length, 'change')}${newer.length === 200 ? ' or more' : ''} in the trail ${newer.length === 1 ? 'is' : 'are'} newer than this backup:`}
      </p>
      {newer !== undefined && newer.length > 0 && (
        <ul className="list">
          {newer.slice(0, 5).map(({ seq, words, at }) => (
            <li key={seq}>
              {words}, {momentInWords(at)}
            </li>
          ))}
          {newer.length > 5 && <li>and {countOf(newer.length - 5, 'other')}</li>}
        </ul>
      )}
      <p>The workspace as it is now is not lost: it is set aside whole, and one press on this page brings it back.</p>
    </Dialog>
  )
}
