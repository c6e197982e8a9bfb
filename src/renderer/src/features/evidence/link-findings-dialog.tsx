import { useState } from 'react'
import { countOf } from '../../../../shared/drawing/words.ts'
import type { Relation } from '../../../../shared/model/vocabulary.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Tag } from '../../components/tag.tsx'
import { LineField } from '../../forms/text-field.tsx'
import { say } from '../../messages.tsx'
import { RelationChoice } from '../assessment/relation-choice.tsx'
import { byScope, useFindings, type FindingChoice } from './use-findings.ts'

/** Links one item, or many, to findings: search prompts in words, tick them, say how the evidence bears on them. */
export function LinkFindingsDialog(props: {
  evidenceIds: readonly string[]
  /** Findings that are linked already. */
  linked: ReadonlySet<string>
  title: string
  onClose: () => void
}) {
  const { evidenceIds, linked, title, onClose } = props
  const findings = useFindings()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [relation, setRelation] = useState<Relation>('supports')
  const [weighing, setWeighing] = useState('')
  const add = useOrder('links.add')
  const groups = byScope(findings.filter((finding) => matches(finding, words)))

  const link = async () => {
    const findingIds = [...chosen]
    for (const evidenceId of evidenceIds) {
      const done = await add.run({ evidenceId, findingIds, relation, weighing })
      if (done === undefined) return
    }
    const what = evidenceIds.length === 1 ? 'Linked' : `${countOf(evidenceIds.length, 'item')} linked`
    say(`${what} to ${countOf(findingIds.length, 'finding')}.`, { undo: evidenceIds.length === 1 })
    onClose()
  }
  const tick = (id: string) =>
    setChosen(new Set(chosen.has(id) ? [...chosen].filter((each) => each !== id) : [...chosen, id]))

  return (
    <Dialog
      title={title}
      size="wide"
      onClose={onClose}
      isBusy={add.busy}
      actions={
        <Button look="go" isDisabled={chosen.size === 0 || add.busy} onPress={() => void link()}>
          {chosen.size > 1 ? `Link to ${chosen.size} findings` : 'Link it'}
        </Button>
      }
    >
      <LineField label="Search prompts and scopes" value={words} onType={setWords} />
      <div className="finding-choices">
        {groups.map((group) => (
          <fieldset key={group.scopeName}>
            <legend>{group.scopeName}</legend>
            {group.findings.map(({ id, prompt }) => (
              <label key={id} className="choice">
                <input
                  type="checkbox"
                  checked={linked.has(id) || chosen.has(id)}
                  disabled={linked.has(id)}
                  onChange={() => tick(id)}
                />
                <span>
                  {prompt.short} <span className="code">{prompt.id}</span>
                </span>
                {linked.has(id) && <Tag look="soft">Linked</Tag>}
              </label>
            ))}
          </fieldset>
        ))}
        {groups.length === 0 && <p>No prompt matches these words.</p>}
      </div>
      <RelationChoice relation={relation} weighing={weighing} onRelation={setRelation} onWeighing={setWeighing} />
    </Dialog>
  )
}

const matches = ({ prompt, scopeName }: FindingChoice, words: string) => {
  const text = `${prompt.short} ${prompt.title} ${prompt.text} ${prompt.id} ${scopeName}`.toLowerCase()
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}
