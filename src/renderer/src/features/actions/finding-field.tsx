import { useAnswer } from '../../api/use-answer.ts'
import { ChoiceField } from '../../forms/text-field.tsx'

/** The finding that an action is about, chosen by scope and prompt in words; none is an answer too. */
export function FindingField({ value, onChange }: { value: string; onChange: (findingId: string) => void }) {
  const current = useAnswer('assessments.current', {})
  const pack = useAnswer('checklists.current', {})
  const findings = useAnswer('findings.list', {})
  const scopes = current.data?.scopes.filter(({ leftOut }) => !leftOut) ?? []
  return (
    <ChoiceField label="Finding" hint="The gap it is about" value={value} onChoose={onChange}>
      <option value="">None, or more than one</option>
      {scopes.map((scope) => (
        <optgroup key={scope.id} label={scope.name}>
          {pack.data?.prompts.map((prompt) => {
            const found = findings.data?.find(({ scopeId, promptId }) => scopeId === scope.id && promptId === prompt.id)
            return found === undefined ? null : (
              <option key={found.id} value={found.id}>
                {prompt.short} ({prompt.id})
              </option>
            )
          })}
        </optgroup>
      ))}
    </ChoiceField>
  )
}
