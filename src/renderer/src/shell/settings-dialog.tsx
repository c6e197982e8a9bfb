import { useId, useState, type FormEvent, type ReactNode } from 'react'
import { Link } from 'react-router'
import { identifierTypes } from '../../../shared/model/identifiers/identifier.ts'
import { textSizes, type Settings } from '../../../shared/model/settings.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useOrder } from '../api/use-order.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { Icon } from '../components/icon.tsx'
import { ErrorSummary } from '../forms/error-summary.tsx'
import { findKindWords } from '../forms/guard-words.ts'
import { LineField } from '../forms/text-field.tsx'
import { toBackups } from '../routes.ts'
import { checkSettingsWords } from './settings-words.ts'

/** Settings of this PC. A choice acts at once and is kept; a name and a number are kept when the person is done. */
export function SettingsDialog({ isInside, onClose }: { isInside: boolean; onClose: () => void }) {
  const { data } = useAnswer('settings.get', {})
  return (
    <Dialog title="Settings of this PC" onClose={onClose}>
      {data !== undefined && <SettingsForm settings={data} isInside={isInside} onClose={onClose} />}
    </Dialog>
  )
}

const densities = { dense: 'Dense: more rows on the screen', roomy: 'Roomy: more space around each row' } as const

const sizeWords: Record<Settings['textSize'], string> = {
  100: 'As drawn',
  115: 'Larger (115 %)',
  130: 'Much larger (130 %)',
  150: 'Largest (150 %)',
}

function SettingsForm(props: { settings: Settings; isInside: boolean; onClose: () => void }) {
  const { settings: first, isInside, onClose } = props
  const id = useId()
  const [settings, setSettings] = useState(first)
  const [name, setName] = useState(settings.actorName)
  const [largest, setLargest] = useState(String(settings.largestFile))
  const [tried, setTried] = useState(0)
  const set = useOrder('settings.set')
  const choose = (changes: Partial<Settings>) => {
    setSettings({ ...settings, ...changes })
    void set.run(changes)
  }
  const { largestFile, errors } = checkSettingsWords({ name, largest })
  const errorOf = (field: keyof typeof errors) => (tried === 0 ? undefined : errors[field])
  const looked = settings.guard.whileTyping

  const finish = async (event: FormEvent) => {
    event.preventDefault()
    setTried(tried + 1)
    if (largestFile === null || errors.name !== undefined) return
    const isSame = name.trim() === settings.actorName && largestFile === settings.largestFile
    if (isSame || (await set.run({ actorName: name.trim(), largestFile })) !== undefined) onClose()
  }

  return (
    <form noValidate onSubmit={(event) => void finish(event)}>
      <ErrorSummary
        attempt={tried}
        errors={Object.entries(errors).map(([field, words]) => ({ id: `${id}-${field}`, words }))}
      />
      <LineField
        id={`${id}-name`}
        label="Who is working here"
        hint="A name or a role. It stands in the trail beside everything you do from now on."
        value={name}
        error={errorOf('name')}
        onType={setName}
      />
      {settings.names.length > 1 && (
        <Names
          names={settings.names.filter((each) => each !== settings.actorName)}
          onForget={(gone) => choose({ names: settings.names.filter((each) => each !== gone) })}
        />
      )}
      <Choices legend="Size of words">
        {textSizes.map((size) => (
          <Choice
            key={size}
            group={`${id}-size`}
            isChosen={settings.textSize === size}
            onChoose={() => choose({ textSize: size })}
          >
            {sizeWords[size]}
          </Choice>
        ))}
      </Choices>
      <Choices legend="Rows of tables and lists">
        {(['dense', 'roomy'] as const).map((density) => (
          <Choice
            key={density}
            group={`${id}-density`}
            isChosen={settings.density === density}
            onChoose={() => choose({ density })}
          >
            {densities[density]}
          </Choice>
        ))}
      </Choices>
      <Choices
        legend="While words are typed, the identifier check speaks of"
        hint="What is left out here is still looked for in every export. The check misses some, whatever is ticked."
      >
        {identifierTypes.map((type) => (
          <label key={type} className="choice">
            <input
              type="checkbox"
              checked={looked.includes(type)}
              onChange={({ target }) =>
                choose({
                  guard: {
                    whileTyping: identifierTypes.filter((each) =>
                      each === type ? target.checked : looked.includes(each),
                    ),
                  },
                })
              }
            />
            <span>{findKindWords[type]}</span>
          </label>
        ))}
      </Choices>
      <LineField
        id={`${id}-largest`}
        label="Largest file, in MB"
        hint="A larger one is refused when it is attached or brought in. At most 2,000."
        className="settings__size"
        inputMode="numeric"
        value={largest}
        error={errorOf('largest')}
        onType={setLargest}
      />
      {isInside && (
        <p className="hint">
          Backups are kept beside the workspace and can be saved elsewhere under{' '}
          <Link to={toBackups()} onClick={onClose}>
            Backups
          </Link>
          .
        </p>
      )}
      <div className="form__actions">
        <Button look="go" type="submit" isDisabled={set.busy}>
          Done
        </Button>
      </div>
    </form>
  )
}

/** The names that the bar offers; one that is no longer needed is taken off here. The trail keeps what was done under it. */
function Names({ names, onForget }: { names: readonly string[]; onForget: (name: string) => void }) {
  return (
    <fieldset className="settings__names">
      <legend className="field__label">Names offered in the bar</legend>
      <ul className="pending-files">
        {names.map((name) => (
          <li key={name} className="tag">
            {name}
            <button
              type="button"
              className="icon-button"
              aria-label={`Offer ${name} no longer`}
              onClick={() => onForget(name)}
            >
              <Icon name="close" size={9} />
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

function Choices({ legend, hint, children }: { legend: string; hint?: string; children: ReactNode }) {
  return (
    <fieldset className="settings__choices">
      <legend className="field__label">{legend}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      <div className="settings__columns">{children}</div>
    </fieldset>
  )
}

function Choice(props: { group: string; isChosen: boolean; onChoose: () => void; children: ReactNode }) {
  return (
    <label className="choice">
      <input type="radio" name={props.group} checked={props.isChosen} onChange={props.onChoose} />
      <span>{props.children}</span>
    </label>
  )
}
