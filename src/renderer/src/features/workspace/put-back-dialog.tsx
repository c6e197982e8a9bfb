import { mostNewer, type KeptBackup } from '../../../../shared/model/backup.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { say } from '../../messages.tsx'
import { momentInWords } from './backup-words.ts'
import { NewerChanges } from './newer-changes.tsx'

/** Says what is newer than a backup before it is put back. */
export function PutBackDialog({ backup, onClose }: { backup: KeptBackup; onClose: () => void }) {
  const trail = useAnswer('trail.list', { limit: mostNewer })
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
      <NewerChanges changes={newer} />
      <p>The workspace as it is now is not lost: it is set aside whole, and one press on this page brings it back.</p>
    </Dialog>
  )
}
