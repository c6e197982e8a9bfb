import type { OpenWorkspace, WorkspaceSummary } from '../../../../shared/model/workspace.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { say } from '../../messages.tsx'
import { momentInWords } from '../workspace/backup-words.ts'
import { NewerChanges } from '../workspace/newer-changes.tsx'

type PutBackCopyDialogProps = {
  workspace: Pick<WorkspaceSummary, 'id' | 'name'>
  onClose: () => void
  onOpened: (workspace: OpenWorkspace) => void
}

/** The way out of a damaged workspace: its newest checked backup, with what is newer than that, before it is put back. */
export function PutBackCopyDialog({ workspace: { id, name }, onClose, onOpened }: PutBackCopyDialogProps) {
  const way = useAnswer('backups.wayBack', { id })
  const putBack = useOrder('backups.putBack')
  const newest = way.data?.newest
  const press = async (backup: string, when: string) => {
    const opened = await putBack.run({ id, name: backup })
    if (opened === undefined) return
    say(`Put back as it was ${when}. The damaged workspace is kept beside it.`)
    onOpened(opened)
  }
  return (
    <Dialog
      title={`Put back a checked copy of ${name}?`}
      role="alertdialog"
      onClose={onClose}
      isBusy={putBack.busy}
      actions={
        <>
          {newest != null && (
            <Button
              look="go"
              isDisabled={putBack.busy}
              onPress={() => void press(newest.name, momentInWords(newest.madeAt))}
            >
              {putBack.busy ? 'Putting back...' : `Put back ${momentInWords(newest.madeAt)}`}
            </Button>
          )}
          <Button isDisabled={putBack.busy} onPress={onClose}>
            Cancel
          </Button>
        </>
      }
    >
      {way.error !== null && <p className="note">{way.error.message}</p>}
      {newest === null && (
        <p>
          No backup of this workspace is kept on this PC. If you saved a copy elsewhere, use Restore from a backup: it
          opens as a workspace of its own.
        </p>
      )}
      {newest != null && (
        <>
          <NewerChanges changes={way.data?.newer} />
          <p>
            The damaged workspace is not lost: it is set aside whole in its own folder, and Undo the restore on the
            Backups page brings it back.
          </p>
        </>
      )}
    </Dialog>
  )
}
