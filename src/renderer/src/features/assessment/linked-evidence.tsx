import { useState } from 'react'
import { Link } from 'react-router'
import { formatDescribes } from '../../../../shared/drawing/date-words.ts'
import { AgeMark, WarningMark } from '../../../../shared/drawing/small-marks.tsx'
import { SourceMark } from '../../../../shared/drawing/source-strip.tsx'
import { countOf, relationWords } from '../../../../shared/drawing/words.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import type { FindingDetail, LinkedEvidence } from '../../../../shared/model/finding.ts'
import { ageOf } from '../../../../shared/model/gaps.ts'
import type { SourceKind } from '../../../../shared/model/vocabulary.ts'
import { RelationWords } from './relation-words.tsx'
import { useAnswer } from '../../api/use-answer.ts'
import { Button } from '../../components/button.tsx'
import { toEvidence, toEvidenceItem } from '../../routes.ts'
import { countOfColumn, emptyHalves, evidenceColumns, itemsOfColumn, type EvidenceColumn } from './linked-columns.ts'

/** Items shown in a column before "more" is asked for. */
const fewItems = 4
/** Items that "more" adds, and the most that a column is made to hold. */
const moreItems = 100
const mostItems = 500

type Props = {
  finding: Pick<FindingDetail, 'id' | 'linked' | 'linkedCounts'>
  windowMonths: number
  asAt: IsoDate
  isReadOnly: boolean
  onLink: () => void
  onEdit: (linked: LinkedEvidence) => void
  onCapture: (kind: SourceKind) => void
}

/** What is linked to a finding, in four columns; an empty one, or half of one, says "none yet" and captures exactly that. */
export function LinkedEvidenceColumns(props: Props) {
  const { finding, isReadOnly, onLink } = props
  const kinds = new Set(finding.linkedCounts.map(({ sourceKind }) => sourceKind)).size
  const total = finding.linkedCounts.reduce((sum, { items }) => sum + items, 0)
  return (
    <section className="linked" aria-labelledby="linked-heading">
      <div className="panel__heading">
        <h2 id="linked-heading">Linked evidence</h2>
        <span className="small secondary">
          {total === 0 ? 'none yet' : `${countOf(total, 'item')}, ${kinds} of 6 kinds`}
        </span>
        {!isReadOnly && (
          <Button isSmall keys="L" onPress={onLink}>
            Link evidence
          </Button>
        )}
      </div>
      <div className="linked__columns">
        {evidenceColumns.map((column) => (
          <Column key={column.id} column={column} {...props} />
        ))}
      </div>
    </section>
  )
}

function Column({ column, ...props }: Props & { column: EvidenceColumn }) {
  const { finding, isReadOnly, onCapture } = props
  const [most, setMost] = useState(fewItems)
  const first = itemsOfColumn(column, finding.linked)
  const total = countOfColumn(column, finding.linkedCounts)
  const kinds = column.kinds.map(({ kind }) => kind)
  const page = useAnswer(
    'findings.linked',
    { id: finding.id, sourceKinds: kinds, limit: most },
    { enabled: most > fewItems && total > first.length, keep: true },
  )
  const shown = (page.data?.rows ?? first).slice(0, most)
  const hidden = total - shown.length
  return (
    <section className="linked__column" aria-labelledby={`linked-${column.id}`}>
      <h3 id={`linked-${column.id}`}>
        <SourceMark kind={column.mark} />
        <span>
          {column.heading} <span className="count">{total}</span>
        </span>
      </h3>
      <ul className="linked__items">
        {shown.map((item) => (
          <LinkedItem key={item.link.id} item={item} {...props} />
        ))}
      </ul>
      {hidden > 0 && most < mostItems && (
        <button type="button" className="link-button" onClick={() => setMost(Math.min(mostItems, most + moreItems))}>
          {hidden > moreItems ? `${moreItems} more of ${hidden}` : `${hidden} more`}
        </button>
      )}
      {hidden > 0 && most === mostItems && (
        <Link to={toEvidence({ finding: finding.id, kinds })}>See all {total} in the log</Link>
      )}
      {!isReadOnly &&
        emptyHalves(column, finding.linkedCounts).map(({ kind, none }) => (
          <button key={kind} type="button" className="link-button" onClick={() => onCapture(kind)}>
            {none}
          </button>
        ))}
    </section>
  )
}

function LinkedItem({ item, windowMonths, asAt, isReadOnly, onEdit }: Props & { item: LinkedEvidence }) {
  const { link, evidence } = item
  const age = ageOf(evidence.describesTo ?? evidence.describesFrom, windowMonths, asAt)
  const where = evidence.wardName ?? evidence.coreServiceName
  return (
    <li>
      <Link to={toEvidenceItem(evidence.id)}>{evidence.title}</Link>
      <span className="linked__facts">
        {isReadOnly ? (
          <RelationWords relation={link.relation} />
        ) : (
          <button
            type="button"
            className="relation-button"
            aria-label={`${relationWords[link.relation]}. Change how ${evidence.title} bears on this`}
            onClick={() => onEdit(item)}
          >
            <RelationWords relation={link.relation} />
          </button>
        )}
        <span>{evidence.saidBy === null ? where : countOf(evidence.saidBy, 'person', 'people')}</span>
      </span>
      <span className={`age age--${age}`}>
        <AgeMark age={age} />
        {formatDescribes(evidence.describesFrom, evidence.describesTo)}
        {(age === 'stale' || age === 'ageing') && `, ${age}`}
      </span>
      {evidence.filesMissing > 0 && (
        <span className="missing">
          <WarningMark /> Attachment missing
        </span>
      )}
      {link.weighing !== '' && <span className="linked__weighing">Weighed: {link.weighing}</span>}
    </li>
  )
}
