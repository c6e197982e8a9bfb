import type { Provider } from '../../../../shared/model/provider.ts'
import { ChoiceField } from '../../forms/text-field.tsx'
import type { WhereFrom } from './capture.ts'

/** Where something was seen: the provider, a core service, or one of its wards or teams. */
export function WhereFromField(props: {
  label: string
  className?: string
  provider: Provider | undefined
  value: WhereFrom
  onChange: (value: WhereFrom) => void
}) {
  const { label, className, provider, value, onChange } = props
  return (
    <ChoiceField label={label} className={className} value={value} onChoose={(chosen) => onChange(chosen as WhereFrom)}>
      <option value="provider">Provider</option>
      {provider?.coreServices.map((service) => (
        <optgroup key={service.id} label={service.shortName}>
          <option value={`service:${service.id}`}>{service.shortName}, all of it</option>
          {service.wards.map((ward) => (
            <option key={ward.id} value={`ward:${ward.id}`}>
              {ward.name}
            </option>
          ))}
        </optgroup>
      ))}
    </ChoiceField>
  )
}
