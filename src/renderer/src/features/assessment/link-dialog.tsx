import { useDeferredValue, useState } from 'react'
import { GridList, GridListItem, type Selection } from 'react-aria-components'
import { formatDescribes } from '../../../../shared/drawing/date-words.ts'
import { SourceMark } from '../../../../shared/drawing/source-strip.tsx'
import { countOf, sourceKindWords } from '../../../../shared/drawing/words.ts'
import { EvidenceFilter, type EvidenceRow } from '../../../../shared/model/evidence.ts'
import type { FindingDetail } from '../../../../shared/model/finding.ts'
import type { Relation } from '../../../../shared/model/vocabulary.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { Tag } from '../../components/tag.tsx'
import { LineField } from '../../forms/text-field.tsx'
import { say } from '../../messages.tsx'
import { RelationChoice } from './relation-choice.tsx'

/** Items listed at once; a few words find the rest. */
const most = 50

/** Links evidence of the log to a finding (`L`): search, choose one or many, say how they bear on it. */
export function LinkDialog(props: {
  finding: FindingDetail
  promptShort: string
  onClose: () => void
  /** Captures a new item instead. */
  onCapture: () => void
}) {
  const { finding, promptShort, onClose, onCapture } = props
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [relation, setRelation] = useState<Relation>('supports')
  const [weighing, setWeighing] = useState('')
  const asked = useDeferredValue(words)
  const { data, error } = useAnswer(
    'evidence.list',
    { filter: EvidenceFilter.parse({ words: asked }), limit: most },
    { keep: true },
  )
  // In the same order: whatever is linked of those listed is among its first as many.
  const { data: found } = useAnswer(
    'evidence.list',
    { filter: EvidenceFilter.parse({ words: asked, findingId: finding.id }), limit: most },
    { keep: true },
  )
  const link = useOrder('links.add')
  const linked = new Set<string>(found?.rows.map(({ id }) => id))

  const linkAll = async () => {
    const done: string[] = []
    for (const evidenceId of chosen) {
      const output = await link.run({ evidenceId, findingIds: [finding.id], relation, weighing })
      if (output === undefined) break
      done.push(evidenceId)
    }
    // What failed has been said, and stays chosen.
    setChosen(new Set([...chosen].filter((id) => !done.includes(id))))
    if (done.length < chosen.size) return
    say(`${countOf(done.length, 'item')} linked.`, { undo: done.length === 1 })
    onClose()
  }

  return (
    <Dialog
      title={`Link evidence to ${promptShort}`}
      size="wide"
      onClose={onClose}
      isBusy={link.busy}
      actions={
        <>
          <Button look="go" isDisabled={chosen.size === 0 || link.busy} onPress={() => void linkAll()}>
            {chosen.size > 1 ? `Link ${chosen.size} items` : 'Link it'}
          </Button>
          <Button onPress={onCapture}>Log a new item</Button>
        </>
      }
    >
      <LineField label="Search titles, text and files" value={words} onType={setWords} />
      <output className="small secondary">
        {data === undefined
          ? (error?.message ?? '')
          : data.total > most
            ? `${countOf(data.total, 'item')} found. The first ${most} are listed; more words find fewer.`
            : `${countOf(data.total, 'item')} found.`}
      </output>
      <GridList
        className="link-list"
        aria-label="Evidence found"
        selectionMode="multiple"
        selectionBehavior="toggle"
        selectedKeys={chosen}
        onSelectionChange={(keys: Selection) =>
          setChosen(
            new Set(
              (keys === 'all' ? (data?.rows ?? []).map(({ id }) => id as string) : [...keys].map(String)).filter(
                (id) => !linked.has(id),
              ),
            ),
          )
        }
        disabledKeys={linked}
        renderEmptyState={() => (
          <p className="link-list__empty">
            {data === undefined ? '' : words === '' ? 'Nothing logged yet.' : 'No evidence matches these words.'}
          </p>
        )}
      >
        {(data?.rows ?? []).map((row) => (
          <FoundItem key={row.id} row={row} isLinked={linked.has(row.id)} isChosen={chosen.has(row.id)} />
        ))}
      </GridList>
      <RelationChoice relation={relation} weighing={weighing} onRelation={setRelation} onWeighing={setWeighing} />
    </Dialog>
  )
}

function FoundItem({ row, isLinked, isChosen }: { row: EvidenceRow; isLinked: boolean; isChosen: boolean }) {
  return (
    <GridListItem id={row.id} textValue={row.title} className="link-list__item">
      <span className={isChosen ? 'tick-box tick-box--on' : 'tick-box'} aria-hidden="true" />
      <SourceMark kind={row.sourceKind} label={sourceKindWords[row.sourceKind]} />
      <span className="link-list__title">{row.title}</span>
      <span className="link-list__where">{row.wardName ?? row.coreServiceName ?? 'Provider'}</span>
      <span className="link-list__date">{formatDescribes(row.describesFrom, row.describesTo)}</span>
      {isLinked && <Tag look="soft">Linked</Tag>}
    </GridListItem>
  )
}
