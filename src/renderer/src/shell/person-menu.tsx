import { useId, useState, type FormEvent } from 'react'
import {
  Button as AriaButton,
  Menu,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from 'react-aria-components'
import { useNavigate } from 'react-router'
import { useAnswer } from '../api/use-answer.ts'
import { useOrder } from '../api/use-order.ts'
import { Button } from '../components/button.tsx'
import { Dialog } from '../components/dialog.tsx'
import { Icon } from '../components/icon.tsx'
import { LineField } from '../forms/text-field.tsx'
import { say } from '../messages.tsx'
import { toBackups, toCheck } from '../routes.ts'

/** Says who works here from now on. What is typed and shown stays as it is. */
function useTakeOver() {
  const set = useOrder('settings.set').run
  return async (actorName: string) => {
    const changed = await set({ actorName })
    if (changed !== undefined) say(`${changed.actorName} is working here now.`)
    return changed !== undefined
  }
}

/**
 * Who is working here, in the bar: two presses hand a shared PC over to somebody who worked here before. Whoever is named stands in the
 * trail beside what is done from then on.
 */
export function PersonMenu(props: { isInside: boolean; onSettings: () => void; onKeys: () => void }) {
  const { isInside, onSettings, onKeys } = props
  const navigate = useNavigate()
  const { data: settings } = useAnswer('settings.get', {})
  const takeOver = useTakeOver()
  const [isAsking, setAsking] = useState(false)
  if (settings === undefined) return null
  const { actorName, names } = settings
  const others: Record<string, () => void> = {
    else: () => setAsking(true),
    backups: () => void navigate(toBackups()),
    check: () => void navigate(toCheck()),
    settings: onSettings,
    keys: onKeys,
  }
  return (
    <>
      <MenuTrigger>
        <AriaButton className="bar__button bar__person" aria-label={`Working here: ${actorName}`}>
          <span>{actorName}</span> <Icon name="chevron-down" />
        </AriaButton>
        <Popover className="menu" placement="bottom end">
          <Menu className="menu__list" aria-label="Who is working here" onAction={(key) => others[String(key)]?.()}>
            <MenuSection
              aria-label="Worked here before"
              selectionMode="single"
              disallowEmptySelection
              selectedKeys={[`name ${actorName}`]}
              onSelectionChange={(keys) => {
                const name = names.find((each) => keys !== 'all' && keys.has(`name ${each}`))
                if (name !== undefined && name !== actorName) void takeOver(name)
              }}
            >
              {names.map((name) => (
                <MenuItem key={name} id={`name ${name}`} textValue={name} className="menu__item">
                  {name}
                </MenuItem>
              ))}
            </MenuSection>
            <MenuItem id="else" className="menu__item">
              Someone else…
            </MenuItem>
            <Separator className="menu__rule" />
            {isInside && (
              <MenuItem id="backups" className="menu__item">
                Backups
              </MenuItem>
            )}
            {isInside && (
              <MenuItem id="check" className="menu__item">
                Check this workspace
              </MenuItem>
            )}
            <MenuItem id="settings" className="menu__item">
              Settings
            </MenuItem>
            <MenuItem id="keys" textValue="Keyboard" className="menu__item">
              Keyboard <kbd aria-hidden="true">Ctrl /</kbd>
            </MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      {isAsking && <SomeoneElseDialog takeOver={takeOver} onClose={() => setAsking(false)} />}
    </>
  )
}

/** Asks for a name that was not used on this PC before. */
function SomeoneElseDialog({
  takeOver,
  onClose,
}: {
  takeOver: (name: string) => Promise<boolean>
  onClose: () => void
}) {
  const id = useId()
  const [name, setName] = useState('')
  const [isMissing, setMissing] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const given = name.trim()
    setMissing(given === '')
    if (given === '') document.getElementById(id)?.focus()
    else if (await takeOver(given)) onClose()
  }
  return (
    <Dialog title="Who is working here?" size="narrow" onClose={onClose}>
      <form noValidate onSubmit={(event) => void send(event)}>
        <LineField
          id={id}
          label="Name or role"
          hint="It stands in the trail beside everything done from now on. What is on the screen stays."
          value={name}
          error={isMissing ? 'Give a name or a role' : undefined}
          onType={setName}
        />
        <div className="form__actions">
          <Button look="go" type="submit">
            Take over
          </Button>
          <Button onPress={onClose}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  )
}
