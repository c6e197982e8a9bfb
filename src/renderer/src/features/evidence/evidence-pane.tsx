import { useState, type ReactNode, type Ref } from 'react'
import { FileTrigger } from 'react-aria-components'
import { Link } from 'react-router'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { JudgementMark } from '../../../../shared/drawing/judgement-mark.tsx'
import { AgeMark } from '../../../../shared/drawing/small-marks.tsx'
import { SourceMark } from '../../../../shared/drawing/source-strip.tsx'
import {
  chimeWords,
  countOf,
  judgementWords,
  relationWords,
  sourceKindWords,
} from '../../../../shared/drawing/words.ts'
import { dateOf, type IsoDate } from '../../../../shared/model/dates.ts'
import type { Evidence, LinkOfEvidence } from '../../../../shared/model/evidence.ts'
import { useApi } from '../../api/api.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Icon } from '../../components/icon.tsx'
import { Tag } from '../../components/tag.tsx'
import { sayFault } from '../../messages.tsx'
import { scopeWord, toFinding } from '../../routes.ts'
import { LinkEditor } from '../assessment/link-editor.tsx'
import { RelationWords } from '../assessment/relation-words.tsx'
import { AttachedFiles } from './attached-files.tsx'
import { actTodayInWords, ageInWords, ageOfRow, describesInWords } from './evidence-words.ts'
import { ItemHistory } from './item-history.tsx'
import { useAddFiles } from './use-log-evidence.ts'

/** One item of evidence: what it shows, of when, by whom, where it is kept, and the findings that use it. */
export function EvidencePane(props: {
  item: Evidence
  today: IsoDate
  canWrite: boolean
  heading: Ref<HTMLHeadingElement>
  onEdit: () => void
  onLink: () => void
  onRemove: () => void
}) {
  const { item, today, canWrite, heading, onEdit, onLink, onRemove } = props
  const restore = useOrder('evidence.restore', { said: 'Evidence put back.' })
  const addFiles = useAddFiles()
  const age = ageOfRow(item, today)
  const mayChange = canWrite && !item.inBin

  return (
    <article className="evidence-item" aria-labelledby="evidence-item-title">
      <div className="evidence-item__kind">
        <SourceMark kind={item.sourceKind} />
        {sourceKindWords[item.sourceKind]}
        {mayChange && (
          <Button isSmall keys="E" onPress={onEdit}>
            Edit
          </Button>
        )}
      </div>
      <h2 id="evidence-item-title" className="evidence-item__title" ref={heading} tabIndex={-1}>
        {item.title}
      </h2>
      {item.inBin && (
        <div className="note">
          <p>This item is in the bin. It counts for no finding until it is put back.</p>
          {canWrite && (
            <Button
              isSmall
              isDisabled={restore.busy}
              onPress={() => void restore.run({ id: item.id, expectedVersion: item.version })}
            >
              Put it back
            </Button>
          )}
        </div>
      )}
      <p className="written">{item.shows}</p>
      <dl className="facts">
        <Fact term="Describes">
          {describesInWords(item)}
          <span className={`age age--${age} evidence-item__age`}>
            <AgeMark age={age} />
            {ageInWords(item, today)}
          </span>
        </Fact>
        {item.saidBy !== null && <Fact term="Said by">{countOf(item.saidBy, 'person', 'people')}</Fact>}
        <Fact term="Where from">
          {item.wardName === null ? (item.coreServiceName ?? 'Provider') : `${item.wardName}, ${item.coreServiceName}`}
        </Fact>
        <Fact term="It lives at">
          <LivesAt item={item} today={today} canWrite={mayChange} />
        </Fact>
        <Fact term="Attached">
          <AttachedFiles item={item} canWrite={mayChange} />
          {mayChange && (
            <FileTrigger allowsMultiple onSelect={(files) => void addFiles(item.id, [...(files ?? [])])}>
              <Button isSmall>
                <Icon name="attach" /> Attach
              </Button>
            </FileTrigger>
          )}
        </Fact>
        <Fact term="Act today">{actTodayInWords(item.actToday)}</Fact>
        {item.chime.length > 0 && (
          <Fact term="CHIME">
            <span className="evidence-item__tags">
              {item.chime.map((concept) => (
                <Tag key={concept} look="soft">
                  {chimeWords[concept]}
                </Tag>
              ))}
            </span>
          </Fact>
        )}
        {item.note !== '' && (
          <Fact term="Note">
            <span className="written">{item.note}</span>
          </Fact>
        )}
        <Fact term="Logged">
          {formatDate(dateOf(item.loggedAt))}, by {item.loggedBy}
        </Fact>
      </dl>
      <UsedBy item={item} canWrite={mayChange} onLink={onLink} />
      <ItemHistory id={item.id} />
      {mayChange && (
        <p className="evidence-item__foot">
          <Button isSmall keys="Delete" onPress={onRemove}>
            Remove
          </Button>
        </p>
      )}
    </article>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}

/** The place or link where it already lives, and when it was last opened there. */
function LivesAt({ item, today, canWrite }: { item: Evidence; today: IsoDate; canWrite: boolean }) {
  const api = useApi()
  const update = useOrder('evidence.update', { said: 'Opened today.' })
  const open = async () => {
    try {
      await api.host('host.openLink', { url: item.link })
    } catch {
      sayFault(`This address cannot be opened from here. Copy it into your own browser: ${item.link}`)
    }
  }
  if (item.link === '' && item.whereKept === '') return <span className="secondary">Not said</span>
  return (
    <>
      {item.whereKept !== '' && <span className="evidence-item__place">{item.whereKept}</span>}
      {item.link !== '' && (
        <button type="button" className="link-button evidence-item__link" onClick={() => void open()}>
          {item.link}
        </button>
      )}
      <span className="small secondary evidence-item__opened">
        {item.lastOpened === null ? 'Not opened yet' : `Last opened ${formatDate(item.lastOpened)}`}
      </span>
      {canWrite && item.lastOpened !== today && (
        <button
          type="button"
          className="link-button small"
          disabled={update.busy}
          onClick={() =>
            void update.run({ id: item.id, expectedVersion: item.version, changes: { lastOpened: today } })
          }
        >
          Opened today
        </button>
      )}
    </>
  )
}

function UsedBy({ item, canWrite, onLink }: { item: Evidence; canWrite: boolean; onLink: () => void }) {
  const { data: current } = useAnswer('assessments.current', {})
  const [editing, setEditing] = useState<LinkOfEvidence | null>(null)
  const toLink = (link: LinkOfEvidence) => {
    const scope = current?.scopes.find(({ id }) => id === link.scopeId)
    if (current === undefined || scope === undefined) return null
    return toFinding({ assessmentId: current.assessment.id, scope: scopeWord(scope), prompt: link.promptId })
  }
  return (
    <section aria-labelledby="used-by-heading">
      <div className="panel__heading">
        <h3 id="used-by-heading">
          {item.links.length === 0 ? 'Used by no finding yet' : `Used by ${countOf(item.links.length, 'finding')}`}
        </h3>
        {canWrite && (
          <Button isSmall keys="L" onPress={onLink}>
            Link
          </Button>
        )}
      </div>
      <ul className="used-by">
        {item.links.map((link) => {
          const address = toLink(link)
          const words = (
            <>
              {link.promptShort} <span className="code">{link.promptId}</span>
            </>
          )
          return (
            <li key={link.id}>
              {address === null ? words : <Link to={address}>{words}</Link>}
              <span className="used-by__scope">{link.scopeName}</span>
              <span className="used-by__marks">
                {canWrite ? (
                  <button
                    type="button"
                    className="relation-button"
                    aria-label={`${relationWords[link.relation]}. Change how it bears on ${link.promptShort}, ${link.scopeName}`}
                    onClick={() => setEditing(link)}
                  >
                    <RelationWords relation={link.relation} />
                  </button>
                ) : (
                  <RelationWords relation={link.relation} />
                )}
                <span className="mark-and-words">
                  <JudgementMark judgement={link.judgement} size={15} /> {judgementWords[link.judgement]}
                </span>
              </span>
            </li>
          )
        })}
      </ul>
      {editing !== null && (
        <LinkEditor
          link={editing}
          evidenceTitle={item.title}
          promptShort={editing.promptShort}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  )
}
