import { useId, useState, type FormEvent } from 'react'
import type { Settings } from '../../../shared/model/workspace.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useOrder } from '../api/use-order.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { LineField } from '../forms/text-field.tsx'
import { say } from '../messages.tsx'

/** Settings of this PC: under which name what one does is kept in the trail, and how close rows stand. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const { data } = useAnswer('settings.get', {})
  return (
    <Dialog title="Settings" size="narrow" onClose={onClose}>
      {data !== undefined && <SettingsForm settings={data} onClose={onClose} />}
    </Dialog>
  )
}

const densities: readonly { id: Settings['density']; words: string }[] = [
  { id: 'dense', words: 'Dense: more rows on the screen' },
  { id: 'roomy', words: 'Roomy: more space around each row' },
]

function SettingsForm({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const id = useId()
  const [actorName, setActorName] = useState(settings.actorName)
  const [density, setDensity] = useState(settings.density)
  const [fault, setFault] = useState<string>()
  const set = useOrder('settings.set', { onFailure: ({ message }) => (setFault(message), true) })

  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (actorName.trim() === '') {
      setFault('Give a name or a role')
      document.getElementById(`${id}-name`)?.focus()
      return
    }
    if ((await set.run({ actorName, density })) === undefined) return
    say('Settings kept.')
    onClose()
  }

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <LineField
        id={`${id}-name`}
        label="Who is working here"
        hint="A name or a role. It stands in the trail beside everything you do from now on."
        value={actorName}
        error={fault}
        onType={setActorName}
      />
      <fieldset>
        <legend className="field__label">Rows of tables and lists</legend>
        {densities.map(({ id: each, words }) => (
          <label key={each} className="choice">
            <input type="radio" name={`${id}-density`} checked={density === each} onChange={() => setDensity(each)} />
            <span>{words}</span>
          </label>
        ))}
      </fieldset>
      <div className="form__actions">
        <Button look="go" type="submit" isDisabled={set.busy}>
          Keep these
        </Button>
        <Button onPress={onClose}>Cancel</Button>
      </div>
    </form>
  )
}
