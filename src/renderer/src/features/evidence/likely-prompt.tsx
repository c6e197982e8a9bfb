import { useState } from 'react'
import { joinWords, relationWords } from '../../../../shared/drawing/words.ts'
import { relations, type Relation } from '../../../../shared/model/vocabulary.ts'
import { ChoiceField } from '../../forms/text-field.tsx'
import { byScope, useFindings } from './use-findings.ts'

/** The prompt that a new item is linked to: the finding in view, or a suggestion with its reason, or another; ticked until unticked. */
export function LikelyPrompt(props: {
  findingId: string | null
  isLinked: boolean
  relation: Relation
  /** It was in view, so that nothing was suggested. */
  isInView: boolean
  because: readonly string[]
  onLinked: (isLinked: boolean) => void
  onRelation: (relation: Relation) => void
  onChoose: (findingId: string) => void
}) {
  const { findingId, isLinked, relation, isInView, because, onLinked, onRelation, onChoose } = props
  const findings = useFindings()
  const [isChoosing, setChoosing] = useState(false)
  const chosen = findings.find(({ id }) => id === findingId)

  if (isChoosing)
    return (
      <div className="likely-prompt">
        <ChoiceField
          label="Prompt to link it to"
          className="field--inline"
          value={chosen?.id ?? ''}
          onChoose={(id) => {
            setChoosing(false)
            if (id !== '') onChoose(id)
          }}
        >
          <option value="">Choose one</option>
          {byScope(findings).map((group) => (
            <optgroup key={group.scopeName} label={group.scopeName}>
              {group.findings.map(({ id, prompt }) => (
                <option key={id} value={id}>
                  {prompt.short} ({prompt.id})
                </option>
              ))}
            </optgroup>
          ))}
        </ChoiceField>
        <button type="button" className="link-button small" onClick={() => setChoosing(false)}>
          Leave it
        </button>
      </div>
    )

  return (
    <div className="likely-prompt">
      <b className="small">{isInView ? 'Prompt' : 'Likely prompt'}</b>
      {chosen === undefined ? (
        <span className="small secondary">suggested once there are a few words</span>
      ) : (
        <>
          <label className="choice likely-prompt__chosen">
            <input type="checkbox" checked={isLinked} onChange={() => onLinked(!isLinked)} />
            {chosen.prompt.short} <span className="code">{chosen.prompt.id}</span>
          </label>
          <span className="small secondary" title={because.length > 0 ? `Because of ${joinWords(because)}` : undefined}>
            {chosen.scopeName}
            {because.length > 0 && (
              <span className="nhsuk-u-visually-hidden">, suggested because of {joinWords(because)}</span>
            )}
          </span>
          {isLinked && (
            <select
              className="select likely-prompt__relation"
              aria-label="How it bears on this prompt"
              value={relation}
              onChange={(event) => onRelation(relations.find((each) => each === event.target.value) ?? 'supports')}
            >
              {relations.map((each) => (
                <option key={each} value={each}>
                  {relationWords[each]}
                </option>
              ))}
            </select>
          )}
        </>
      )}
      <button type="button" className="link-button small" onClick={() => setChoosing(true)}>
        Another<span className="nhsuk-u-visually-hidden"> prompt</span>
      </button>
    </div>
  )
}
