import { useId, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import { WarningMark } from '../../../../shared/drawing/small-marks.tsx'
import type { Attachment, Evidence } from '../../../../shared/model/evidence.ts'
import { AppError } from '../../../../shared/result.ts'
import { useApi } from '../../api/api.ts'
import { saveTransfer } from '../../api/download.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Icon } from '../../components/icon.tsx'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { WordsField } from '../../forms/text-field.tsx'
import { say, sayFault } from '../../messages.tsx'
import { fileStateWords, sizeInWords } from './evidence-words.ts'
import { useAddFiles } from './use-log-evidence.ts'

/** The files of an item: each with its size and what its checksum says, saved to disk by a press. */
export function AttachedFiles({ item, canWrite }: { item: Evidence; canWrite: boolean }) {
  if (item.attachments.length === 0) return <span className="secondary">No files</span>
  return (
    <ul className="attached-files">
      {item.attachments.map((file) => (
        <AttachedFile key={file.id} file={file} item={item} canWrite={canWrite} />
      ))}
    </ul>
  )
}

function AttachedFile({ file, item, canWrite }: { file: Attachment; item: Evidence; canWrite: boolean }) {
  const api = useApi()
  const remove = useOrder('attachments.remove', { said: `${file.name} removed.` })
  const save = async () => {
    try {
      const { transferId, name, contentType } = await api.call('attachments.open', { id: file.id })
      const saved = await saveTransfer(api, { transferId, fileName: name, contentType })
      if (saved !== null) say(`Saved as ${saved}.`)
    } catch (error) {
      sayFault(error instanceof AppError ? error.message : 'This file could not be saved.')
    }
  }
  return (
    <li>
      {file.state === 'present' ? (
        <button type="button" className="link-button" aria-label={`Save ${file.name}`} onClick={() => void save()}>
          {file.name}
        </button>
      ) : (
        <span className="missing">
          <WarningMark /> {file.name}
        </span>
      )}
      <span className="small secondary attached-files__state">
        {sizeInWords(file.size)}, {fileStateWords[file.state]}
        {canWrite && (
          <button
            type="button"
            className="icon-button"
            aria-label={`Remove ${file.name}`}
            disabled={remove.busy}
            onClick={() => void remove.run({ id: file.id, expectedVersion: file.version })}
          >
            <Icon name="close" size={9} />
          </button>
        )}
      </span>
      {file.state === 'missing' && <MissingFile file={file} item={item} canWrite={canWrite} />}
    </li>
  )
}

/** A file that is not where it was kept, with the three ways out. */
function MissingFile({ file, item, canWrite }: { file: Attachment; item: Evidence; canWrite: boolean }) {
  const check = useOrder('attachments.check', { said: ({ missing }) => (missing === 0 ? 'Every file is there.' : '') })
  const remove = useOrder('attachments.remove')
  const [isAsking, setAsking] = useState(false)
  const addFiles = useAddFiles()
  const replace = async (files: FileList | null) => {
    const added = await addFiles(item.id, [...(files ?? [])])
    if (added > 0) await remove.run({ id: file.id, expectedVersion: file.version })
  }
  return (
    <div className="note">
      <p>The file is not where it was kept. Put it back, replace it, or say why it is gone.</p>
      {canWrite && (
        <span className="attached-files__ways">
          <Button isSmall isDisabled={check.busy} onPress={() => void check.run({})}>
            Look again
          </Button>
          <FileTrigger onSelect={(files) => void replace(files)}>
            <Button isSmall>Replace</Button>
          </FileTrigger>
          <Button isSmall onPress={() => setAsking(true)}>
            Say why
          </Button>
        </span>
      )}
      {isAsking && <GoneDialog file={file} item={item} onClose={() => setAsking(false)} />}
    </div>
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
