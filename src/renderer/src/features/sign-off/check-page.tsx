import { useId, type ReactNode } from 'react'
import { Link } from 'react-router'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { GapLetterMark } from '../../../../shared/drawing/gap-letter.tsx'
import { countOf, gapWords, kOfN } from '../../../../shared/drawing/words.ts'
import type { NamedFinding, SignOffCheck } from '../../../../shared/model/sign-off.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { scopeWord, toActions, toEvidenceItem, toFinding, toOverview } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { SignForm } from './sign-form.tsx'

/** What to look at before signing, in the order of the overview, and then the signature. */
export function CheckPage({ check }: { check: SignOffCheck }) {
  const { assessment, findings, notAssessed, notReconfirmed, gaps, openActions, lateActions, files } = check
  const canWrite = useCanWrite()
  const withGaps = new Set(gaps.flatMap(({ findings: found }) => found.map(({ id }) => id))).size
  return (
    <div className="sign-off">
      <div className="screen-head">
        <div>
          <Link to={toOverview()}>Overview</Link>
          <ScreenTitle title={`Sign off ${assessment.title}`} />
          <p className="quiet">
            What is signed is the picture as at today, {formatDate(check.asAt)}. Look at it first.
          </p>
        </div>
      </div>
      <Part heading="Coverage" aside={`${kOfN(findings - notAssessed.length, findings)} assessed`}>
        {notAssessed.length === 0 && notReconfirmed.length === 0 && <p>Every finding was assessed in this cycle.</p>}
        <Named words="Not assessed" findings={notAssessed} assessmentId={assessment.id} isOpen />
        <Named
          words="Carried forward, not re-confirmed"
          findings={notReconfirmed}
          assessmentId={assessment.id}
          isOpen
        />
      </Part>
      <Part heading="Gaps" aside={`in ${countOf(withGaps, 'finding')} of ${findings}`}>
        {withGaps === 0 && <p>No gap.</p>}
        {gaps.map(({ letter, findings: found }) => (
          <Named
            key={letter}
            words={
              <>
                <GapLetterMark letter={letter} size={18} /> {gapWords[letter]}
              </>
            }
            findings={found}
            assessmentId={assessment.id}
          />
        ))}
      </Part>
      <Part heading="Actions" aside={`${openActions} open, ${lateActions} late`}>
        <p>
          Open actions go on after the sign-off, under the findings of the next cycle.{' '}
          <Link to={toActions()}>All actions</Link>
        </p>
      </Part>
      <Part heading="Attachments" aside={files.length === 0 ? 'All are there' : countOf(files.length, 'file')}>
        {files.length > 0 && (
          <ul className="list">
            {files.map(({ id, name, state, evidenceId, evidenceTitle }) => (
              <li key={id}>
                <span className="missing">{state === 'missing' ? 'Missing' : 'Changed'}</span> {name},{' '}
                <Link to={toEvidenceItem(evidenceId)}>{evidenceTitle}</Link>
              </li>
            ))}
          </ul>
        )}
      </Part>
      {canWrite ? (
        <SignForm check={check} />
      ) : (
        <p className="note">This workspace is open to be read, so it cannot be signed off here.</p>
      )}
    </div>
  )
}

function Part({ heading, aside, children }: { heading: string; aside: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel__head">
        <h2 id={id}>{heading}</h2>
        <span className="panel__aside">{aside}</span>
      </div>
      {children}
    </section>
  )
}

/** Findings under their count, each a link; nothing where there are none. */
function Named(props: { words: ReactNode; findings: readonly NamedFinding[]; assessmentId: string; isOpen?: boolean }) {
  const { words, findings, assessmentId, isOpen = false } = props
  const scopes = useAnswer('assessments.current', {}).data?.scopes ?? []
  if (findings.length === 0) return null
  return (
    <details className="sign-off__named" open={isOpen && findings.length <= 12}>
      <summary>
        {words}: {findings.length}
      </summary>
      <ul className="list">
        {findings.map(({ id, promptId, promptShort, scopeId, scopeName }) => {
          const scope = scopes.find((each) => each.id === scopeId)
          return (
            <li key={id}>
              <span>
                <Link
                  to={toFinding({
                    assessmentId,
                    scope: scope === undefined ? scopeId : scopeWord(scope),
                    prompt: promptId,
                  })}
                >
                  {promptShort}
                </Link>{' '}
                <span className="code">{promptId}</span>, {scopeName}
              </span>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
