import { coreServiceDefinitions, type CoreServiceDefinition } from '../../../../shared/model/core-services.ts'
import { WordsField } from '../../forms/text-field.tsx'
import { faultOf, type QuestionProps } from './questions.tsx'

const isOther = ({ id }: CoreServiceDefinition) => id === 'other-specialist'

/** The eleven core services by where they are, and the place for any other. */
const groups: readonly { id: string; title: string; holds: (service: CoreServiceDefinition) => boolean }[] = [
  { id: 'wards', title: 'Wards', holds: (service) => service.setting === 'inpatient' && !isOther(service) },
  { id: 'community', title: 'Community services', holds: ({ setting }) => setting === 'community' },
  { id: 'other', title: 'Any other', holds: isOther },
]

/** The second question: which core services, each with its wards or teams, which may be left for later. */
export function CoreServicesQuestion({ draft, faults, onChange }: QuestionProps) {
  const toggle = (id: string) =>
    onChange({
      coreServices: draft.coreServices.includes(id)
        ? draft.coreServices.filter((other) => other !== id)
        : coreServiceDefinitions
            .filter((service) => service.id === id || draft.coreServices.includes(service.id))
            .map((service) => service.id),
    })
  return (
    <>
      <p className="field__hint">
        Six prompts are asked of the provider, ten of each core service. Leave all unticked for the provider alone; more
        can be added later, in Assessment.
      </p>
      {groups.map(({ id, title, holds }) => (
        <fieldset key={id} className="guided__group">
          <legend>{title}</legend>
          {coreServiceDefinitions.filter(holds).map((service) => (
            <ServiceChoice
              key={service.id}
              service={service}
              isChosen={draft.coreServices.includes(service.id)}
              wards={draft.wards[service.id] ?? ''}
              error={faultOf(faults, `wards-${service.id}`)}
              onToggle={() => toggle(service.id)}
              onWards={(text) => onChange({ wards: { ...draft.wards, [service.id]: text } })}
            />
          ))}
        </fieldset>
      ))}
    </>
  )
}

type ServiceChoiceProps = {
  service: CoreServiceDefinition
  isChosen: boolean
  wards: string
  error: string | undefined
  onToggle: () => void
  onWards: (text: string) => void
}

function ServiceChoice({ service, isChosen, wards, error, onToggle, onWards }: ServiceChoiceProps) {
  const word = service.setting === 'inpatient' ? 'Wards' : 'Teams'
  return (
    <>
      <label className="choice">
        <input type="checkbox" checked={isChosen} onChange={onToggle} />
        <span>{service.name}</span>
      </label>
      {isChosen && (
        <div className="guided__wards">
          <WordsField
            id={`wards-${service.id}`}
            label={`${word} in ${service.shortName}, one on a line (may be left empty)`}
            rows={3}
            value={wards}
            error={error}
            onType={onWards}
          />
        </div>
      )}
    </>
  )
}
