import { useId } from 'react'
import { Segments } from '../../components/segments.tsx'
import { LineField } from '../../forms/text-field.tsx'
import { actKindWords } from './evidence-words.ts'
import type { ActToday } from '../../../../shared/model/evidence.ts'

/** What of a form says whether someone needs to act today. */
export type ActForm = { act: boolean; actKind: ActToday['kind']; actReference: string; actTime: string }

/** "Does someone need to act today?", in every capture: No until changed. Yes asks what was raised; the tool tells nobody. */
export function ActTodayFields<Form extends ActForm>({
  form,
  onChange,
}: {
  form: Form
  onChange: (form: Form) => void
}) {
  const id = useId()
  return (
    <>
      <div className="quick-capture__act" role="radiogroup" aria-labelledby={id}>
        <b id={id} className="small">
          Does someone need to act today?
        </b>
        <label className="choice">
          <input type="radio" name={id} checked={!form.act} onChange={() => onChange({ ...form, act: false })} />
          No
        </label>
        <label className="choice">
          <input type="radio" name={id} checked={form.act} onChange={() => onChange({ ...form, act: true })} />
          Yes:
        </label>
        {form.act ? (
          <b className="small">this tool tells nobody. Raise it your usual way.</b>
        ) : (
          <span className="small">safeguarding, incident, complaint or concern raised</span>
        )}
      </div>
      {form.act && (
        <div className="quick-capture__act quick-capture__act--yes">
          <Segments
            label="What was raised"
            options={(Object.keys(actKindWords) as ActToday['kind'][]).map((kind) => ({
              id: kind,
              words: actKindWords[kind],
            }))}
            chosen={form.actKind}
            onChoose={(actKind) => onChange({ ...form, actKind })}
          />
          <LineField
            className="field--inline"
            label="Reference"
            value={form.actReference}
            onType={(actReference) => onChange({ ...form, actReference })}
          />
          <LineField
            className="field--inline"
            label="Time"
            value={form.actTime}
            onType={(actTime) => onChange({ ...form, actTime })}
          />
        </div>
      )}
    </>
  )
}
