import { coreServiceDefinitions, type CoreServiceDefinition } from '../../../../shared/model/core-services.ts'
import { TextAreaField } from '../../components/field.tsx'
import { faultOf, type QuestionProps } from './questions.tsx'

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
        Six prompts are asked of the provider, ten of each core service. Leave all unticked for the provider alone.
      </p>
      {(['inpatient', 'community'] as const).map((setting) => (
        <div key={setting} role="group" aria-labelledby={`setting-${setting}`} className="guided__group">
          <h3 id={`setting-${setting}`}>{setting === 'inpatient' ? 'Wards' : 'Community services'}</h3>
          {coreServiceDefinitions
            .filter((service) => service.setting === setting)
            .map((service) => (
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
        </div>
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
  const word = service.setting === 'inpatient' ? 'wards' : 'teams'
  return (
    <>
      <label className="choice">
        <input type="checkbox" checked={isChosen} onChange={onToggle} />
        <span>{service.name}</span>
      </label>
      {isChosen && (
        <div className="guided__wards">
          <TextAreaField
            id={`wards-${service.id}`}
            label={`Its ${word}, one on a line (may be left empty)`}
            rows={3}
            value={wards}
            error={error}
            onChange={onWards}
          />
        </div>
      )}
    </>
  )
}
