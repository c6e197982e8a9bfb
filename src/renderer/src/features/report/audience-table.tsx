import { Icon } from '../../components/icon.tsx'
import { audiences, type Audience } from '../../../../shared/model/report.ts'
import { audienceWords, redactionOf } from '../../../../shared/model/report-redaction.ts'
import { hiding } from './report-words.ts'

/** Public, Board or Visit team, each over what it shows and hides. Choosing one acts at once. */
export function AudienceTable(props: {
  audience: Audience
  isLocked: boolean
  onChoose: (audience: Audience) => void
}) {
  const { audience, isLocked, onChoose } = props
  return (
    <table className="audiences">
      <thead>
        <tr>
          <th scope="col">
            <span className="nhsuk-u-visually-hidden">What it may hold</span>
          </th>
          {audiences.map((id) => (
            <th key={id} scope="col" aria-label={audienceWords[id]} data-selected={id === audience || undefined}>
              <label className="choice">
                <input
                  type="radio"
                  name="audience"
                  checked={id === audience}
                  disabled={isLocked}
                  onChange={() => onChoose(id)}
                />
                <span>{audienceWords[id]}</span>
              </label>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hiding.map(({ words, of }) => (
          <tr key={words}>
            <th scope="row">{words}</th>
            {audiences.map((id) => {
              const isHidden = redactionOf[id][of]
              return (
                <td key={id} data-selected={id === audience || undefined}>
                  <Icon name={isHidden ? 'hidden' : 'shown'} />
                  <span>{isHidden ? 'hidden' : 'shown'}</span>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
