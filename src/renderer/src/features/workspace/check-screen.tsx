import { Link } from 'react-router'
import { formatDate } from '../../../../shared/drawing/date-words.ts'
import { WarningMark } from '../../../../shared/drawing/small-marks.tsx'
import { countOf } from '../../../../shared/drawing/words.ts'
import { dateOf } from '../../../../shared/model/dates.ts'
import type { Verification } from '../../../../shared/model/verification.ts'
import { useTask, type Task } from '../../api/use-task.ts'
import { Button } from '../../components/button.tsx'
import { toEvidence } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { useCanWrite } from '../../shell/use-workspace.ts'
import { sizeInWords } from '../evidence/evidence-words.ts'

/** `#/workspace/check`: everything the workspace holds is read and checked, and what a crash left can be cleared away. */
export function CheckScreen() {
  const canWrite = useCanWrite()
  const verify = useTask('workspace.verify')
  const note = useTask('attachments.check')
  const clean = useTask('attachments.clean')
  const check = () => {
    clean.clear()
    // What is missing is noted beside each file at the same time, so that its item shows the ways back.
    if (canWrite) void note.start({})
    void verify.start({})
  }
  return (
    <div className="whole-check">
      <ScreenTitle title="Check this workspace" />
      <p className="whole-check__lead">
        The database, the trail, each sign-off and every attached file are read and compared with what was written when
        they were made. Nothing you logged is changed.
      </p>
      {verify.now.state === 'running' ? (
        <Running words={verify.now.progress.words} progress={verify.now.progress} onCancel={verify.cancel} />
      ) : (
        <Button look="go" onPress={check}>
          {verify.now.state === 'done' ? 'Check again' : 'Check everything'}
        </Button>
      )}
      <output>
        {verify.now.state === 'failed' && <p className="note">{verify.now.error.message}</p>}
        {verify.now.state === 'cancelled' && <p className="note">Stopped before the end. Nothing was changed.</p>}
        {verify.now.state === 'done' && <Findings verification={verify.now.result} />}
      </output>
      {verify.now.state === 'done' && <Orphans verification={verify.now.result} clean={clean} canWrite={canWrite} />}
    </div>
  )
}

function Running(props: {
  words: string
  progress: { done: number; total: number | null }
  onCancel: () => Promise<void>
}) {
  const { words, progress, onCancel } = props
  return (
    <p className="whole-check__running">
      <span>
        {words === '' ? 'Starting' : words}
        {progress.total !== null && `: ${progress.done} of ${progress.total}`}
      </span>
      <Button isSmall onPress={() => void onCancel()}>
        Cancel
      </Button>
    </p>
  )
}

function Findings({ verification }: { verification: Verification }) {
  const { database, foreignKeys, trail, attachments, faults, remarks } = verification
  return (
    <section className="panel" aria-labelledby="check-heading">
      <h2 id="check-heading">
        {faults.length === 0 ? 'Checked, nothing wrong found' : `Checked, ${countOf(faults.length, 'fault')} found`}
      </h2>
      <dl className="facts">
        <dt>Database</dt>
        <dd>{database === 'sound' && foreignKeys === 'sound' ? 'Sound' : 'Damaged'}</dd>
        <dt>Trail</dt>
        <dd>
          Chain {trail.state}, {countOf(trail.entries, 'row')}
        </dd>
        <dt>Files</dt>
        <dd>
          {countOf(attachments.files, 'file')}: {attachments.missing} missing, {attachments.changed} changed
          {attachments.missing + attachments.changed > 0 && (
            <>
              . <Link to={toEvidence({ view: 'attachment-missing' })}>Items with a missing or changed file</Link>
            </>
          )}
        </dd>
      </dl>
      {faults.length > 0 && (
        <ul className="list">
          {faults.map((fault, at) => (
            <li key={`${at} ${fault}`}>
              <WarningMark /> {fault}
            </li>
          ))}
        </ul>
      )}
      {remarks.map((remark, at) => (
        <p key={`${at} ${remark}`}>{remark}</p>
      ))}
    </section>
  )
}

/** Files that a crash left behind: listed, and cleared away on request. */
function Orphans(props: { verification: Verification; clean: Task<'attachments.clean'>; canWrite: boolean }) {
  const { verification, clean, canWrite } = props
  const { orphanFiles, attachments } = verification
  return (
    <section className="panel" aria-labelledby="orphans-heading">
      <h2 id="orphans-heading">Files that no item uses</h2>
      {attachments.orphans === 0 ? (
        <p>None.</p>
      ) : (
        <>
          <p>
            A program that ended in the middle leaves such a file behind, and so does a removal that can no longer be
            undone. They harm nothing, but what they hold stays on this disk.
          </p>
          <table className="table">
            <caption className="nhsuk-u-visually-hidden">Files that no item uses</caption>
            <thead>
              <tr>
                <th scope="col">File, by its hash</th>
                <th scope="col" className="numeric">
                  Size
                </th>
                <th scope="col">Since</th>
              </tr>
            </thead>
            <tbody>
              {orphanFiles.map(({ name, size, since }) => (
                <tr key={name}>
                  <td className="whole-check__hash">{name.slice(0, 16)}…</td>
                  <td className="numeric">{sizeInWords(size)}</td>
                  <td>{formatDate(dateOf(since))}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {attachments.orphans > orphanFiles.length && (
            <p className="small secondary">And {attachments.orphans - orphanFiles.length} more.</p>
          )}
          {canWrite && clean.now.state !== 'done' && (
            <p>
              <Button look="warning" isDisabled={clean.now.state === 'running'} onPress={() => void clean.start({})}>
                Clear these files away
              </Button>{' '}
              <span className="small secondary">This cannot be undone. A file younger than an hour is left.</span>
            </p>
          )}
        </>
      )}
      <output>
        {clean.now.state === 'done' && <p className="note">{cleanedInWords(clean.now.result)}</p>}
        {clean.now.state === 'failed' && <p className="note">{clean.now.error.message}</p>}
      </output>
    </section>
  )
}

function cleanedInWords({ removed, bytes, young }: { removed: number; bytes: number; young: number }): string {
  const cleared =
    removed === 0 ? 'Nothing was cleared away.' : `${countOf(removed, 'file')} cleared away, ${sizeInWords(bytes)}.`
  if (young === 0) return cleared
  return `${cleared} ${countOf(young, 'file is', 'files are')} younger than an hour, and left.`
}
