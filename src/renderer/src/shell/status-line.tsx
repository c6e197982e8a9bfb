import { formatDayMonth, formatTime } from '../../../shared/drawing/date-words.ts'
import type { Timestamp } from '../../../shared/model/dates.ts'
import { useAnswer } from '../api/use-answer.ts'
import { packLine } from '../../../shared/drawing/pack-words.ts'
import { Link } from 'react-router'
import { backupInWords } from '../features/workspace/backup-words.ts'
import { toBackups } from '../routes.ts'
import { pane } from './panes.ts'

/** The foot of every screen: what the checklist is and is not on the left, the last save on the right. */
export function StatusLine({ isOpen }: { isOpen: boolean }) {
  return (
    <footer className="status" {...pane}>
      {isOpen ? <OpenStatus /> : <HomeStatus />}
    </footer>
  )
}

function OpenStatus() {
  const info = useAnswer('app.info', {})
  const pack = useAnswer('checklists.current', {})
  const last = useAnswer('trail.list', { limit: 1 })
  const backups = useAnswer('backups.list', {})
  return (
    <>
      <span>{pack.data !== undefined && info.data !== undefined && packLine(pack.data, info.data.today)}</span>
      <span>
        {last.data !== undefined && savedInWords(last.data[0]?.at)}
        {backups.data !== undefined && (
          <>
            . <Link to={toBackups()}>{backupInWords(backups.data)}</Link>
          </>
        )}
      </span>
    </>
  )
}

function HomeStatus() {
  const info = useAnswer('app.info', {})
  const packs = useAnswer('checklists.available', {})
  const current = useAnswer('workspaces.current', {})
  const open = current.data ? `${current.data.name} is open` : 'No workspace open'
  return (
    <>
      <span>{info.data !== undefined && packs.data?.map((pack) => packLine(pack, info.data.today)).join(' ')}</span>
      <span>{info.data !== undefined && `Version ${info.data.version}. ${open}`}</span>
    </>
  )
}

/** "Saved 14:32"; with the day when it was not today. */
function savedInWords(at: Timestamp | undefined): string {
  if (at === undefined) return 'Nothing saved yet'
  const moment = new Date(at)
  const time = formatTime(moment.getHours(), moment.getMinutes())
  return moment.toDateString() === new Date().toDateString()
    ? `Saved ${time}`
    : `Saved ${formatDayMonth(at.slice(0, 10))}, ${time}`
}
