import { useState } from 'react'
import { chimeWords, countOf } from '../../../../shared/drawing/words.ts'
import { AppError } from '../../../../shared/result.ts'
import { chimeConcepts, type ChimeConcept } from '../../../../shared/model/vocabulary.ts'
import { useApi } from '../../api/api.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { say, sayFault } from '../../messages.tsx'
import { LinkFindingsDialog } from './link-findings-dialog.tsx'

/** What can be done with many items at once: link, tag, remove. */
export function TickedBar({
  ids,
  canWrite,
  onClear,
}: {
  ids: readonly string[]
  canWrite: boolean
  onClear: () => void
}) {
  const api = useApi()
  const update = useOrder('evidence.update')
  const remove = useOrder('evidence.remove')
  const [isLinking, setLinking] = useState(false)
  const isBusy = update.busy || remove.busy

  /** Does one thing to each item, reading it first: its version is not in the list of ticks. Answers how many went well. */
  const each = async (act: (item: Awaited<ReturnType<typeof read>>) => Promise<unknown>) => {
    let done = 0
    try {
      for (const id of ids) {
        if ((await act(await read(id))) === undefined) break
        done += 1
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      sayFault(error.message)
    }
    return done
  }
  const read = (id: string) => api.call('evidence.get', { id })
  const tag = async (concept: ChimeConcept) => {
    const done = await each(async ({ id, version, chime }) =>
      chime.includes(concept)
        ? true
        : update.run({ id, expectedVersion: version, changes: { chime: [...chime, concept] } }),
    )
    say(`${countOf(done, 'item')} tagged ${chimeWords[concept]}.`)
  }
  const removeAll = async () => {
    const done = await each(async ({ id, version, inBin }) =>
      inBin ? true : remove.run({ id, expectedVersion: version }),
    )
    say(`${countOf(done, 'item')} removed. They are in the bin.`)
    onClear()
  }

  return (
    <fieldset className="ticked-bar" aria-label="Selected items">
      <b>{countOf(ids.length, 'item')} selected</b>
      {canWrite && (
        <>
          <Button isSmall isDisabled={isBusy} onPress={() => setLinking(true)}>
            Link
          </Button>
          <select
            className="select"
            aria-label="Tag the selected items"
            value=""
            disabled={isBusy}
            onChange={(event) => {
              const concept = chimeConcepts.find((known) => known === event.target.value)
              if (concept !== undefined) void tag(concept)
            }}
          >
            <option value="">Tag</option>
            {chimeConcepts.map((concept) => (
              <option key={concept} value={concept}>
                {chimeWords[concept]}
              </option>
            ))}
          </select>
          <Button isSmall isDisabled={isBusy} onPress={() => void removeAll()}>
            Remove
          </Button>
        </>
      )}
      <button type="button" className="link-button small" onClick={onClear}>
        Select none
      </button>
      {isLinking && (
        <LinkFindingsDialog
          evidenceIds={ids}
          linked={new Set()}
          title={`Link ${countOf(ids.length, 'item')}`}
          onClose={() => setLinking(false)}
        />
      )}
    </fieldset>
  )
}
