import { useState } from 'react'
import { coreServiceDefinitions } from '../../../../shared/model/core-services.ts'
import type { Scope } from '../../../../shared/model/assessment.ts'
import type { CoreService, Ward } from '../../../../shared/model/provider.ts'
import { sentenceCase } from '../../../../shared/drawing/words.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Tag } from '../../components/tag.tsx'
import { ChoiceField, LineField } from '../../forms/text-field.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { wardWord, type AssessmentParts } from './assessment-map.ts'

/** What is looked at, in mid-cycle as well: core services added, renamed, left out and brought back, wards and teams with them. */
export function ScopesDialog({ parts, onClose }: { parts: AssessmentParts; onClose: () => void }) {
  const { scopes, provider } = parts
  const canWrite = useCanWrite() && parts.assessment.status === 'draft'
  const order = provider.coreServices.map(({ id }) => id as string)
  const services = scopes
    .filter(({ kind }) => kind === 'core-service')
    .toSorted((one, other) => order.indexOf(one.coreServiceId ?? '') - order.indexOf(other.coreServiceId ?? ''))

  return (
    <Dialog title="Scopes and teams" size="wide" onClose={onClose}>
      <p className="secondary">
        A scope that is left out keeps its findings and its evidence, and can be brought back. Every change can be
        undone.
      </p>
      <ul className="scope-list">
        {services.map((scope) => (
          <ScopeRow
            key={scope.id}
            scope={scope}
            service={provider.coreServices.find(({ id }) => id === scope.coreServiceId) ?? null}
            canWrite={canWrite}
          />
        ))}
      </ul>
      {canWrite && <AddService parts={parts} />}
    </Dialog>
  )
}

function ScopeRow({ scope, service, canWrite }: { scope: Scope; service: CoreService | null; canWrite: boolean }) {
  const rename = useOrder('scopes.rename', { said: 'Renamed.' })
  const leaveOut = useOrder('scopes.leaveOut', { said: `${scope.name} left out.` })
  const bringBack = useOrder('scopes.bringBack', { said: `${scope.name} brought back.` })
  const expecting = { id: scope.id, expectedVersion: scope.version }
  return (
    <li className="scope-list__scope">
      <div className="scope-list__row">
        <Renamed
          name={scope.name}
          label={`Name of ${scope.name}`}
          isReadOnly={!canWrite}
          onRename={async (name) => (await rename.run({ ...expecting, name })) !== undefined}
        />
        {scope.leftOut && <Tag look="soft">left out</Tag>}
        {canWrite && (
          <Button
            isSmall
            isDisabled={leaveOut.busy || bringBack.busy}
            onPress={() => void (scope.leftOut ? bringBack : leaveOut).run(expecting)}
          >
            {scope.leftOut ? 'Bring back' : 'Leave out'}
          </Button>
        )}
      </div>
      {service !== null && !scope.leftOut && <Wards service={service} canWrite={canWrite} />}
    </li>
  )
}

function Wards({ service, canWrite }: { service: CoreService; canWrite: boolean }) {
  const word = wardWord(service)
  const [name, setName] = useState('')
  const add = useOrder('wards.add', { said: (ward) => `${ward.name} added.` })
  const submit = async () => {
    if (name.trim() === '') return
    const added = await add.run({ coreServiceId: service.id, name })
    if (added !== undefined) setName('')
  }
  return (
    <ul className="scope-list__wards">
      {service.wards.map((ward) => (
        <WardRow key={ward.id} ward={ward} canWrite={canWrite} />
      ))}
      {canWrite && (
        <li>
          <form
            className="scope-list__add"
            onSubmit={(event) => {
              event.preventDefault()
              void submit()
            }}
          >
            <LineField
              label={`New ${word} in ${service.shortName}`}
              hideLabel
              placeholder={`Name of a new ${word}`}
              value={name}
              onType={setName}
            />
            <Button isSmall type="submit" isDisabled={add.busy}>
              {`Add ${word}`}
            </Button>
          </form>
        </li>
      )}
    </ul>
  )
}

function WardRow({ ward, canWrite }: { ward: Ward; canWrite: boolean }) {
  const rename = useOrder('wards.rename', { said: 'Renamed.' })
  const remove = useOrder('wards.remove', { said: `${ward.name} removed.` })
  const expecting = { id: ward.id, expectedVersion: ward.version }
  return (
    <li className="scope-list__row">
      <Renamed
        name={ward.name}
        label={`Name of ${ward.name}`}
        isReadOnly={!canWrite}
        onRename={async (name) => (await rename.run({ ...expecting, name })) !== undefined}
      />
      {canWrite && (
        <Button
          isSmall
          isDisabled={remove.busy}
          aria-label={`Remove ${ward.name}`}
          onPress={() => void remove.run(expecting)}
        >
          Remove
        </Button>
      )}
    </li>
  )
}

/** A name that is changed where it stands: saved on leaving it or with Enter, put back with Escape or when left empty. */
function Renamed(props: {
  name: string
  label: string
  isReadOnly: boolean
  onRename: (name: string) => Promise<boolean>
}) {
  const { name, label, isReadOnly, onRename } = props
  const [typed, setTyped] = useState<string | null>(null)
  if (isReadOnly) return <span className="scope-list__name">{name}</span>
  const save = async () => {
    if (typed === null) return
    if (typed.trim() === '' || typed.trim() === name || (await onRename(typed.trim()))) setTyped(null)
  }
  return (
    <input
      type="text"
      className="input scope-list__name"
      aria-label={label}
      maxLength={300}
      value={typed ?? name}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key !== 'Escape' || typed === null) return
        event.stopPropagation()
        setTyped(null)
      }}
    />
  )
}

function AddService({ parts }: { parts: AssessmentParts }) {
  const { provider, scopes } = parts
  const lookedAt = new Set(scopes.map(({ coreServiceId }) => coreServiceId as string | null))
  const known = provider.coreServices.filter(({ id }) => !lookedAt.has(id))
  const others = coreServiceDefinitions.filter(({ id }) => !provider.coreServices.some((service) => service.id === id))
  const [chosen, setChosen] = useState('')
  const addService = useOrder('core-services.add')
  const addScope = useOrder('scopes.add', { said: (scope) => `${scope.name} is looked at.` })
  const isBusy = addService.busy || addScope.busy

  const add = async () => {
    if (chosen === '') return
    const isKnown = known.some(({ id }) => id === chosen)
    const service = isKnown ? { id: chosen } : await addService.run({ coreService: chosen })
    if (service === undefined) return
    const added = await addScope.run({ coreServiceId: service.id })
    if (added !== undefined) setChosen('')
  }

  return (
    <form
      className="scope-list__add"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <ChoiceField label="Core service to look at" value={chosen} onChoose={setChosen}>
        <option value="">Choose one</option>
        {[...known, ...others].map(({ id, shortName, name }) => (
          <option key={id} value={id}>
            {shortName === name ? sentenceCase(name) : `${shortName}: ${name}`}
          </option>
        ))}
      </ChoiceField>
      <Button type="submit" isDisabled={isBusy || chosen === ''}>
        Add it
      </Button>
    </form>
  )
}
