import { useDeferredValue, useState } from 'react'
import { formatDescribes } from '../../../../shared/drawing/date-words.ts'
import { SourceMark } from '../../../../shared/drawing/source-strip.tsx'
import { countOf, sourceKindWords } from '../../../../shared/drawing/words.ts'
import type { Action } from '../../../../shared/model/action.ts'
import type { EvidenceRow } from '../../../../shared/model/evidence.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { LineField } from '../../forms/text-field.tsx'

/** So many items are offered; a word or two finds the rest. */
const most = 8

type EvidenceChoiceProps = {
  id: string
  findingId: Action['findingId']
  chosen: string
  error: string | undefined
  onChoose: (evidenceId: string) => void
}

/** One item of the log, found by its words. At first what is linked to the action's finding is offered, else the newest. */
export function EvidenceChoice({ id, findingId, chosen, error, onChoose }: EvidenceChoiceProps) {
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim())
  const linked = useAnswer(
    'evidence.list',
    { filter: { findingId }, limit: most },
    { enabled: words === '' && findingId !== null },
  )
  const isLinkedUseful = words === '' && findingId !== null && (linked.data === undefined || linked.data.total > 0)
  const found = useAnswer('evidence.list', { filter: { words }, limit: most }, { enabled: !isLinkedUseful, keep: true })
  const { data } = isLinkedUseful ? linked : found
  return (
    <>
      <LineField
        id={id}
        label="Evidence that shows it worked"
        hint={
          isLinkedUseful ? 'Linked to the finding. Type a word or two to find others' : 'Type a word or two to find it'
        }
        value={typed}
        error={error}
        onType={setTyped}
      />
      <output className="small quiet">
        {data !== undefined && (data.total === 0 ? 'Nothing in the log has these words.' : sumUp(data.total))}
      </output>
      <ul className="evidence-choice">
        {data?.rows.map((row) => (
          <li key={row.id}>
            <label className="choice">
              <input type="radio" name={`${id}-choice`} checked={chosen === row.id} onChange={() => onChoose(row.id)} />
              <Item row={row} />
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}

const sumUp = (total: number) => (total > most ? `${most} of ${countOf(total, 'item')}` : countOf(total, 'item'))

function Item({ row }: { row: EvidenceRow }) {
  return (
    <span>
      <SourceMark kind={row.sourceKind} label={sourceKindWords[row.sourceKind]} /> {row.title}
      <span className="code">{formatDescribes(row.describesFrom, row.describesTo)}</span>
    </span>
  )
}
