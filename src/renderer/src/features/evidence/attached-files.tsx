import { WarningMark } from '../../../../shared/drawing/small-marks.tsx'
import type { Attachment, Evidence } from '../../../../shared/model/evidence.ts'
import { AppError } from '../../../../shared/result.ts'
import { useApi } from '../../api/api.ts'
import { saveTransfer } from '../../api/download.ts'
import { useOrder } from '../../api/use-order.ts'
import { useTask } from '../../api/use-task.ts'
import { Icon } from '../../components/icon.tsx'
import { say, sayFault } from '../../messages.tsx'
import { fileStateWords, sizeInWords } from './evidence-words.ts'
import { FaultyFile } from './faulty-file.tsx'

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
  const look = useTask('attachments.check')
  const save = async () => {
    try {
      const { transferId, name, contentType } = await api.call('attachments.open', { id: file.id })
      const saved = await saveTransfer(api, { transferId, fileName: name, contentType })
      if (saved !== null) say(`Saved as ${saved}.`)
    } catch (error) {
      sayFault(error instanceof AppError ? error.message : 'This file could not be saved.')
      // What was found just now is noted, so that the ways back stand beside the file.
      if (error instanceof AppError && error.code === 'file-missing' && canWrite) await look.start({})
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
      {file.state !== 'present' && <FaultyFile file={file} item={item} canWrite={canWrite} look={look} />}
    </li>
  )
}
