import { useId, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { Attachment, Evidence } from '../../../../shared/model/evidence.ts'
import type { Task } from '../../api/use-task.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { WordsField } from '../../forms/text-field.tsx'
import { useReplaceFile } from './use-replace-file.ts'

const stateWords = {
  missing: 'The file is not where it was kept. Put it back, replace it, or say why it is gone.',
  changed: 'The file is not as it was when it was attached. Put the right one back, replace it, or say why it changed.',
} as const

/** A file that is missing or changed, with the ways back: give the file again, look again, or say why it is gone. */
export function FaultyFile(props: {
  file: Attachment
  item: Evidence
  canWrite: boolean
  look: Task<'attachments.check'>
}) {
  const { file, item, canWrite, look } = props
  const [isAsking, setAsking] = useState(false)
  const [other, setOther] = useState<File | null>(null)
  const replace = useReplaceFile(file)
  const isLooking = look.now.state === 'running'
  const give = async (files: FileList | null) => {
    const given = files?.[0]
    if (given !== undefined && (await replace.run(given)) === 'another') setOther(given)
  }
  if (file.state === 'present') return null
  return (
    <div className="note">
      <p>{stateWords[file.state]}</p>
      {canWrite && (
        <span className="attached-files__ways">
          <FileTrigger onSelect={(files) => void give(files)}>
            <Button isSmall isDisabled={replace.busy}>
              Replace
            </Button>
          </FileTrigger>
          <Button isSmall isDisabled={isLooking} onPress={() => void look.start({})}>
            {isLooking ? 'Looking' : 'Look again'}
          </Button>
          <Button isSmall onPress={() => setAsking(true)}>
            Say why
          </Button>
        </span>
      )}
      {other !== null && (
        <AnotherFileDialog
          file={file}
          other={other}
          isBusy={replace.busy}
          onClose={() => setOther(null)}
          onAgree={() => void replace.run(other, { another: true }).then((end) => end === 'done' && setOther(null))}
        />
      )}
      {isAsking && <GoneDialog file={file} item={item} onClose={() => setAsking(false)} />}
    </div>
  )
}

/** The file that was given is another than the one that was attached: it may still be the right one. */
function AnotherFileDialog(props: {
  file: Attachment
  other: File
  isBusy: boolean
  onClose: () => void
  onAgree: () => void
}) {
  const { file, other, isBusy, onClose, onAgree } = props
  return (
    <Dialog
      title="This is not the same file"
      size="narrow"
      onClose={onClose}
      isBusy={isBusy}
      actions={
        <>
          <Button look="go" isDisabled={isBusy} onPress={onAgree}>
            Use it instead
          </Button>
          <Button isDisabled={isBusy} onPress={onClose}>
            Keep looking
          </Button>
        </>
      }
    >
      <p>
        The bytes of {other.name} differ from those of {file.name} when it was attached. It may be a newer version, or
        another file. Used instead, it takes the place of {file.name}; this can be undone.
      </p>
    </Dialog>
  )
}

/** Why a file is gone: the reason is kept with the item, and the file is no longer listed as missing. */
function GoneDialog({ file, item, onClose }: { file: Attachment; item: Evidence; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(0)
  const id = useId()
  const note = useOrder('evidence.update')
  const remove = useOrder('attachments.remove', { said: `${file.name} is noted as gone.` })
  const isEmpty = reason.trim() === ''
  const send = async () => {
    setTried(tried + 1)
    if (isEmpty) return
    const words = [item.note, `${file.name} is gone: ${reason.trim()}`].filter((part) => part !== '').join('\n')
    const noted = await note.run({ id: item.id, expectedVersion: item.version, changes: { note: words } })
    if (noted === undefined) return
    const removed = await remove.run({ id: file.id, expectedVersion: file.version })
    if (removed !== undefined) onClose()
  }
  return (
    <Dialog
      title={`Why is ${file.name} gone?`}
      size="narrow"
      onClose={onClose}
      isBusy={note.busy || remove.busy}
      actions={
        <Button look="go" isDisabled={note.busy || remove.busy} onPress={() => void send()}>
          Keep the reason
        </Button>
      }
    >
      <ErrorSummary attempt={tried} errors={isEmpty ? [{ id, words: 'Say why the file is gone' }] : []} />
      <WordsField
        id={id}
        label="Reason"
        isRequired
        value={reason}
        error={tried > 0 && isEmpty ? 'Say why the file is gone' : undefined}
        onType={setReason}
      />
    </Dialog>
  )
}
