import { useId, useRef } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { JudgementMark } from '../../../../shared/drawing/judgement-mark.tsx'
import { judgementWords } from '../../../../shared/drawing/words.ts'
import { judgements, type Judgement } from '../../../../shared/model/vocabulary.ts'

/** The letters that choose a judgement while the ladder has focus. */
const letters: Record<Judgement, string> = {
  'well-evidenced': 'W',
  'partly-evidenced': 'P',
  'not-evidenced': 'N',
  'evidence-against': 'O',
  'not-assessed': 'U',
  'not-applicable': 'A',
}

/** What staff say of the evidence: six choices, by mouse, arrows or letter. */
export function StaffLadder(props: {
  judgement: Judgement
  isReadOnly: boolean
  onChange: (judgement: Judgement) => void
  onLeave: () => void
}) {
  const { judgement, isReadOnly, onChange, onLeave } = props
  const headingId = useId()
  const ladder = useRef<HTMLDivElement>(null)

  const choose = (chosen: Judgement) => {
    if (chosen !== judgement) onChange(chosen)
    ladder.current?.querySelector<HTMLInputElement>(`input[value="${chosen}"]`)?.focus()
  }

  if (isReadOnly)
    return (
      <>
        <h2 id={headingId}>Staff say</h2>
        <p className="ladder__said mark-and-words">
          <JudgementMark judgement={judgement} /> {judgementWords[judgement]}
        </p>
      </>
    )

  return (
    <div
      role="presentation"
      ref={ladder}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onLeave()
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.altKey || event.metaKey) return
        const chosen = judgements.find((each) => letters[each] === event.key.toUpperCase())
        if (chosen === undefined) return
        event.preventDefault()
        choose(chosen)
      }}
    >
      <h2 id={headingId}>Staff say</h2>
      <RadioGroup
        className="ladder"
        aria-labelledby={headingId}
        value={judgement}
        onChange={(value) => onChange(value as Judgement)}
      >
        {judgements.map((each) => (
          <Radio key={each} value={each} className="ladder__step" aria-keyshortcuts={letters[each]}>
            <span className="ladder__dot" aria-hidden="true" />
            <JudgementMark judgement={each} />
            <span className="ladder__words">{judgementWords[each]}</span>
            <kbd aria-hidden="true">{letters[each]}</kbd>
          </Radio>
        ))}
      </RadioGroup>
    </div>
  )
}
