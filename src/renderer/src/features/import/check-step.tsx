import { useState, type ReactNode } from 'react'
import { countOf } from '../../../../shared/drawing/words.ts'
import type { ImportReading } from '../../../../shared/model/evidence-import.ts'
import type { EvidenceColumn } from '../../../../shared/model/evidence-rows.ts'
import { Button } from '../../components/button.tsx'
import { FaultyRowForm } from './faulty-row.tsx'
import { bringInWords, faultInWords, readingInWords, type ShownRow } from './import-words.ts'

type CheckStepProps = {
  reading: ImportReading
  isReading: boolean
  rows: readonly ShownRow[]
  onMend: (row: number, column: EvidenceColumn, value: string) => void
  onBringIn: () => void
  onBack: () => void
  /** Saves what would be left out. */
  saveLeftOut: ReactNode
}

/** How many rows are shown at first, and how many more each time. */
const page = 25

/** Step 3: what would come in, and the rows with faults, each cell to be mended in place. Nothing is written yet. */
export function CheckStep({ reading, isReading, rows, onMend, onBringIn, onBack, saveLeftOut }: CheckStepProps) {
  const [shown, setShown] = useState(page)
  const words = bringInWords(reading)
  const hidden = reading.faulty - rows.filter(({ faults }) => faults.length > 0).length
  return (
    <>
      <output className="import-sum">{isReading ? 'Checking the rows again...' : readingInWords(reading)}</output>
      {reading.faults.length > 0 && (
        <div className="alert" role="alert">
          {reading.faults.map((fault) => (
            <p key={`${fault.row} ${fault.column} ${fault.problem}`}>{faultInWords(fault)}</p>
          ))}
        </div>
      )}
      {rows.length > 0 && (
        <>
          <p className="secondary">
            Mend a cell here and its row comes in. The file itself stays as it is. What is not mended is left out.
          </p>
          <ol className="import-rows" aria-label="Rows with faults">
            {rows.slice(0, shown).map((row) => (
              <FaultyRowForm key={row.row} row={row} onMend={onMend} />
            ))}
          </ol>
          {rows.length > shown && (
            <Button onPress={() => setShown(shown + page)}>
              Show {Math.min(page, rows.length - shown)} more of {rows.length - shown}
            </Button>
          )}
          {hidden > 0 && (
            <p className="note">{countOf(hidden, 'further row')} with faults. Save them as CSV to mend them there.</p>
          )}
        </>
      )}
      {words === null && !isReading && reading.faults.length === 0 && (
        <p className="note">
          {reading.already > 0
            ? 'Every row without faults was brought in before. There is nothing new in this file.'
            : 'No row can be brought in yet.'}
        </p>
      )}
      <div className="button-row import-foot">
        {words !== null && reading.faults.length === 0 && (
          // Never resting, or a person who mends a cell and presses it would lose their place.
          <Button
            look="go"
            aria-disabled={isReading}
            onPress={() => {
              if (!isReading) onBringIn()
            }}
          >
            {isReading ? 'Checking the rows again' : words}
          </Button>
        )}
        {reading.faulty > 0 && saveLeftOut}
        <Button onPress={onBack}>Back to the columns</Button>
      </div>
    </>
  )
}
