import { useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { RowFault } from '../../../../shared/model/evidence-import.ts'
import type { AppError } from '../../../../shared/result.ts'
import { useApi } from '../../api/api.ts'
import { saveTransfer } from '../../api/download.ts'
import type { TaskProgress } from '../../api/use-task.ts'
import { Button } from '../../components/button.tsx'
import { explainThrown } from '../../defects.ts'
import { say, sayFault } from '../../messages.tsx'
import { ImportProgress } from './import-progress.tsx'
import { faultInWords } from './import-words.ts'

type ChooseStepProps = {
  /** What is under way: the file on its way, or being read. */
  progress: (TaskProgress & { label: string }) | null
  /** Why the last file could not be taken: a failure, or faults of the file. */
  error: AppError | null
  faults: readonly RowFault[]
  fileName: string | null
  onChoose: (file: File) => void
  onCancel: () => void
}

/** Step 1: a CSV or a workbook, and the template for whoever has neither. */
export function ChooseStep({ progress, error, faults, fileName, onChoose, onCancel }: ChooseStepProps) {
  return (
    <>
      <p>
        A CSV, or an Excel workbook (.xlsx), with a row of headings and a row for each item. Its columns may have any
        names and stand in any order: they are matched in the next step. Nothing is written before you have seen what
        comes in.
      </p>
      {(error !== null || faults.length > 0) && (
        <div className="alert" role="alert">
          <h3>{fileName === null ? 'The file could not be read' : `${fileName} could not be read`}</h3>
          {error !== null && <p>{error.message}</p>}
          {faults.map((fault) => (
            <p key={`${fault.column} ${fault.problem}`}>{faultInWords(fault)}</p>
          ))}
        </div>
      )}
      {progress === null ? (
        <div className="button-row">
          <FileTrigger
            acceptedFileTypes={['.csv', '.tsv', '.txt', '.xlsx', '.xlsm']}
            onSelect={(files) => {
              const file = files?.[0]
              if (file !== undefined) onChoose(file)
            }}
          >
            <Button look="go">Choose a file</Button>
          </FileTrigger>
          <SaveTemplate />
        </div>
      ) : (
        <ImportProgress key={progress.label} label={progress.label} progress={progress} onCancel={onCancel} />
      )}
      <p className="secondary">
        Or drop the file here. Up to 200,000 rows and 100 MB. Formulas come in as the words they show; macros and links
        to other workbooks are never opened.
      </p>
    </>
  )
}

function SaveTemplate() {
  const api = useApi()
  const [isSaving, setIsSaving] = useState(false)
  const save = async () => {
    setIsSaving(true)
    try {
      const saved = await saveTransfer(api, await api.call('evidence.importTemplate', {}))
      if (saved !== null) say(`The template is saved as ${saved}.`)
    } catch (error) {
      sayFault(explainThrown(error).message)
    } finally {
      setIsSaving(false)
    }
  }
  return (
    <Button isDisabled={isSaving} onPress={() => void save()}>
      Save a CSV template
    </Button>
  )
}
