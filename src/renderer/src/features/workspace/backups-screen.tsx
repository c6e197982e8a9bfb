import { useState } from 'react'
import { countOf } from '../../../../shared/drawing/words.ts'
import { backupRule, type KeptBackup, type KeptBackups } from '../../../../shared/model/backup.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { useTask } from '../../api/use-task.ts'
import { Button } from '../../components/button.tsx'
import { Loading, Unanswered } from '../../forms/waiting.tsx'
import { say } from '../../messages.tsx'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { useCanWrite, useWorkspace } from '../../shell/use-workspace.ts'
import { sizeInWords } from '../evidence/evidence-words.ts'
import { BackupPlace } from './backup-place.tsx'
import { momentInWords, reasonWords } from './backup-words.ts'
import { PutBackDialog } from './put-back-dialog.tsx'
import { SaveCopy } from './save-copy.tsx'

/** `#/workspace/backups`: what is kept, by which rule; a backup by hand; one put back, and that undone. */
export function BackupsScreen() {
  const list = useAnswer('backups.list', {})
  const canWrite = useCanWrite()
  const { warning } = useWorkspace()
  if (list.error !== null) return <Unanswered error={list.error} onAgain={() => void list.refetch()} />
  if (list.data === undefined) return <Loading title="Backups" rows={6} />
  return (
    <div className="whole-check">
      <ScreenTitle title="Backups" />
      <p className="whole-check__lead">
        A backup is the whole workspace in one file: the database and every attached file. Each is opened, read from end
        to end and compared with its list before it counts. Save a copy on another disk from time to time: a disk that
        breaks takes along what lies on it.
      </p>
      {warning !== '' && <p className="note">{warning}</p>}
      <Make kept={list.data} canWrite={canWrite} again={() => void list.refetch()} />
      <Kept kept={list.data} canWrite={canWrite} />
      <BackupPlace place={list.data.place} isChosen={list.data.isChosenPlace} />
    </div>
  )
}

function Make({ kept, canWrite, again }: { kept: KeptBackups; canWrite: boolean; again: () => void }) {
  const make = useTask('backups.make')
  const [isSaid, setSaid] = useState(true)
  if (make.now.state === 'done' && !isSaid) {
    setSaid(true)
    say('Backup made and checked.')
    again()
  }
  return (
    <>
      <div className="button-row">
        {canWrite &&
          (make.now.state === 'running' ? (
            <>
              <output>{make.now.progress.words === '' ? 'Starting' : make.now.progress.words}</output>
              <Button onPress={() => void make.cancel()}>Cancel</Button>
            </>
          ) : (
            <Button
              look="go"
              onPress={() => {
                setSaid(false)
                void make.start({})
              }}
            >
              Back up now
            </Button>
          ))}
        <SaveCopy />
      </div>
      <output>
        {make.now.state === 'failed' && <p className="note">{make.now.error.message}</p>}
        {make.now.state === 'cancelled' && <p className="note">Stopped. No backup was made.</p>}
      </output>
      <p>
        {kept.changedSince
          ? 'Something was changed since the newest backup. The next automatic one is made within the hour.'
          : 'Nothing was changed since the newest backup.'}
      </p>
      {kept.failure !== '' && (
        <div className="alert" role="alert">
          <p>The last automatic backup failed. {kept.failure}</p>
        </div>
      )}
    </>
  )
}

function Kept({ kept, canWrite }: { kept: KeptBackups; canWrite: boolean }) {
  const [chosen, setChosen] = useState<KeptBackup | null>(null)
  const undo = useOrder('backups.undoRestore')
  const { backups, unreadable, undoable } = kept
  return (
    <section className="panel" aria-labelledby="kept-heading">
      <div className="panel__head">
        <h2 id="kept-heading">Kept</h2>
        <span className="panel__aside">{backupRule}</span>
      </div>
      {canWrite && undoable !== null && (
        <p className="button-row">
          <span>A backup was put back. What it replaced was set aside {momentInWords(undoable)}, whole.</span>
          <Button
            isDisabled={undo.busy}
            onPress={() =>
              void undo.run({}).then((done) => done && say('Undone. The workspace is as it was before the restore.'))
            }
          >
            Undo the restore
          </Button>
        </p>
      )}
      {backups.length === 0 ? (
        <p>None yet. The first one is made by itself a minute after the workspace was opened with changes in it.</p>
      ) : (
        <div className="table-frame">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">Made and checked</th>
                <th scope="col">Why</th>
                <th scope="col">Holds</th>
                <th scope="col">Size</th>
                {canWrite && <th scope="col">Way back</th>}
              </tr>
            </thead>
            <tbody>
              {backups.map((backup) => (
                <tr key={backup.name}>
                  <th scope="row">{momentInWords(backup.madeAt)}</th>
                  <td>{reasonWords[backup.reason]}</td>
                  <td>
                    {countOf(backup.items, 'item')}, {countOf(backup.attachments, 'file')}
                  </td>
                  <td>{sizeInWords(backup.size)}</td>
                  {canWrite && (
                    <td>
                      <Button
                        isSmall
                        onPress={() => setChosen(backup)}
                        aria-label={`Put back ${momentInWords(backup.madeAt)}`}
                      >
                        Put back…
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {unreadable.length > 0 && (
        <p className="note">
          {countOf(unreadable.length, 'file bears', 'files bear')} a backup’s name and cannot be read as one:{' '}
          {unreadable.join(', ')}. It counts as none.
        </p>
      )}
      {chosen !== null && <PutBackDialog backup={chosen} onClose={() => setChosen(null)} />}
    </section>
  )
}
