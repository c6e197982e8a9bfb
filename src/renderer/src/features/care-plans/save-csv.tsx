import { useState } from 'react'
import type { InputOf } from '../../../../shared/contract.ts'
import { useApi } from '../../api/api.ts'
import { saveTransfer } from '../../api/download.ts'
import { Button } from '../../components/button.tsx'
import { explainThrown } from '../../defects.ts'
import { say, sayFault } from '../../messages.tsx'

type Table = InputOf<'audits.exportCsv'>['table']

/** What each table is called. */
const tableWords: Record<Table, string> = {
  months: 'teams and months',
  criteria: 'criteria',
  agreement: 'two readers',
  sentences: 'sentences to retire',
  'read-back': 'read-back',
}

/** Saves one table of the results as CSV. */
export function SaveCsv({ period, table }: { period: { from: string; to: string }; table: Table }) {
  const api = useApi()
  const [isSaving, setSaving] = useState(false)
  const save = async () => {
    setSaving(true)
    try {
      const made = await api.call('audits.exportCsv', { ...period, table })
      const saved = await saveTransfer(api, { ...made, contentType: 'text/csv' })
      if (saved !== null) say(`Saved as ${saved}.`)
    } catch (error) {
      sayFault(explainThrown(error).message)
    } finally {
      setSaving(false)
    }
  }
  return (
    <Button isSmall isDisabled={isSaving} onPress={() => void save()}>
      Save CSV<span className="nhsuk-u-visually-hidden">: {tableWords[table]}</span>
    </Button>
  )
}
