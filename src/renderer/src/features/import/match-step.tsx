import { useId, useState } from 'react'
import type { ImportReading } from '../../../../shared/model/evidence-import.ts'
import { evidenceColumns, type EvidenceColumn } from '../../../../shared/model/evidence-rows.ts'
import type { ColumnMapping } from '../../../../shared/model/import-columns.ts'
import { Button } from '../../components/button.tsx'
import { ErrorSummary } from '../../forms/error-summary.tsx'
import { columnWords, isRequired, mappingFaults, withColumn } from './import-words.ts'

type MatchStepProps = {
  reading: ImportReading
  mapping: ColumnMapping
  onMap: (mapping: ColumnMapping) => void
  onCheck: () => void
  onBack: () => void
}

/** Step 2: which column of the file is which of ours, guessed by name and open to change, with the first rows to judge by. */
export function MatchStep({ reading, mapping, onMap, onCheck, onBack }: MatchStepProps) {
  const [attempt, setAttempt] = useState(0)
  const id = useId()
  const idOf = (column: EvidenceColumn) => `${id}-${column}`
  const faults = mappingFaults(mapping)
  const unused = reading.headings.filter((heading) => !Object.values(mapping).includes(heading))
  const samplesOf = (heading: string) => {
    const at = reading.headings.indexOf(heading)
    return reading.samples.map((cells) => cells[at] ?? '').filter((cell) => cell.trim() !== '')
  }
  return (
    <>
      <ErrorSummary attempt={attempt} errors={faults.map(({ column, words }) => ({ id: idOf(column), words }))} />
      <p>
        The columns were guessed by their names{reading.sheet === null ? '' : `, on the sheet “${reading.sheet}”`}.
        Change what is not right. What is matched with nothing stays out.
      </p>
      <div className="table-scroll">
        <table className="table import-columns">
          <caption className="nhsuk-u-visually-hidden">Which column of the file holds what</caption>
          <thead>
            <tr>
              <th scope="col">In the log</th>
              <th scope="col">In the file</th>
              <th scope="col">The first rows say</th>
            </tr>
          </thead>
          <tbody>
            {evidenceColumns.map((column) => {
              const { name, hint } = columnWords[column]
              const heading = mapping[column] ?? ''
              const fault = attempt > 0 && faults.some((each) => each.column === column)
              return (
                <tr key={column}>
                  <th scope="row">
                    <label htmlFor={idOf(column)}>
                      <b>{name}</b>
                      {isRequired(column) && <span className="tag import-columns__required">required</span>}
                    </label>
                    <span className="hint" id={`${idOf(column)}-hint`}>
                      {hint}
                    </span>
                  </th>
                  <td className={fault ? 'field--fault' : undefined}>
                    <select
                      id={idOf(column)}
                      className="select"
                      value={heading}
                      required={isRequired(column)}
                      aria-invalid={fault ? true : undefined}
                      aria-describedby={`${idOf(column)}-hint`}
                      onChange={(event) => onMap(withColumn(mapping, column, event.target.value))}
                    >
                      <option value="">Not in the file</option>
                      {reading.headings.map((each) => (
                        <option key={each} value={each}>
                          {each}
                        </option>
                      ))}
                    </select>
                  </td>
                  <td className="import-columns__samples">
                    {heading === '' ? '' : samplesOf(heading).join(' | ') || 'nothing'}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      {unused.length > 0 && (
        <p className="secondary import-columns__unused">
          Left out: {unused.slice(0, 20).join(', ')}
          {unused.length > 20 && ` and ${unused.length - 20} more`}.
        </p>
      )}
      <div className="button-row">
        <Button
          look="go"
          onPress={() => {
            setAttempt((before) => before + 1)
            if (faults.length === 0) onCheck()
          }}
        >
          Check the rows
        </Button>
        <Button onPress={onBack}>Choose another file</Button>
      </div>
    </>
  )
}
