import { memo, useState } from 'react'
import type { EvidenceColumn } from '../../../../shared/model/evidence-rows.ts'
import { Tag } from '../../components/tag.tsx'
import { LineField, WordsField } from '../../forms/text-field.tsx'
import { cellFault, columnWords, faultInWords, unmendable, type ShownRow } from './import-words.ts'

type FaultyRowProps = {
  row: ShownRow
  onMend: (row: number, column: EvidenceColumn, value: string) => void
}

/** A row with faults: its number, what is wrong, and its cells to mend. Mended it stays where it is, and says so. */
export const FaultyRowForm = memo(function FaultyRowForm({ row, onMend }: FaultyRowProps) {
  const title = row.cells.title?.trim() ?? ''
  const isMended = row.faults.length === 0
  return (
    <li className="import-row">
      <form
        aria-label={`Row ${row.row}`}
        onSubmit={(event) => {
          event.preventDefault()
          // Enter is as good as leaving the field.
          const focused = document.activeElement
          if (focused instanceof HTMLInputElement) {
            focused.blur()
            focused.focus()
          }
        }}
      >
        <h3 className="import-row__head">
          Row {row.row}
          {title !== '' && <span className="secondary import-row__title">{title.slice(0, 80)}</span>}
          {isMended && <Tag>Mended</Tag>}
        </h3>
        {unmendable(row).map((fault) => (
          <p key={`${fault.column} ${fault.problem}`} className="field__error">
            {faultInWords(fault)} This cannot be mended here.
          </p>
        ))}
        {row.columns.map((column) => (
          <CellField
            key={column}
            column={column}
            value={row.cells[column] ?? ''}
            fault={cellFault(row, column)}
            onMend={(value) => onMend(row.row, column, value)}
          />
        ))}
      </form>
    </li>
  )
})

type CellFieldProps = {
  column: EvidenceColumn
  value: string
  fault: string | undefined
  onMend: (value: string) => void
}

function CellField({ column, value, fault, onMend }: CellFieldProps) {
  const [typed, setTyped] = useState(value)
  // Not by what is typed, which would change the control under the person's hands.
  const [isLong] = useState(value.length > 100 || value.includes('\n'))
  const field = {
    label: columnWords[column].name,
    hint: columnWords[column].hint,
    error: fault,
    value: typed,
    onType: setTyped,
    onLeave: () => {
      if (typed !== value) onMend(typed)
    },
  }
  return isLong ? <WordsField {...field} rows={2} /> : <LineField {...field} />
}
