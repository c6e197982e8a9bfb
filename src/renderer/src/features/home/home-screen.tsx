import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { Icon, type IconName } from '../../components/icon.tsx'
import { useShortcuts } from '../../keys.ts'
import { paths } from '../../routes.ts'
import { ScreenTitle } from '../../shell/screen-title.tsx'
import { RecentList } from './recent-list.tsx'
import { useRestoreFile } from './use-restore-file.tsx'
import { useEnter } from './use-enter.ts'
import { useHost } from './use-host.ts'
import { useWaysOut } from './use-ways-out.ts'

/** `#/home`: open the sample, create a workspace, open one, or go on with a recent one. */
export function HomeScreen() {
  const navigate = useNavigate()
  const recent = useAnswer('workspaces.list', {})
  const sample = useOrder('workspaces.createSample')
  const host = useHost()
  const enter = useEnter()
  const restore = useRestoreFile(enter)
  const ways = useWaysOut(host, enter, restore.choose)
  const isBusy = sample.busy || ways.isBusy || restore.isBusy

  const openSample = () => void sample.run({}).then(enter)
  const create = () => void navigate(paths.newWorkspace)
  const choose = () => void host.chooseWorkspace().then((id) => id !== null && void ways.open(id))

  useShortcuts({
    'Alt+S': openSample,
    'Alt+C': create,
    'Alt+R': restore.choose,
    'Alt+O': () => (host.isDesktop ? choose() : false),
  })

  const hasRecent = recent.data !== undefined && recent.data.length > 0
  return (
    <div className={hasRecent ? 'home' : 'home home--first'}>
      <section className="home__start" aria-labelledby="home-heading">
        <span className="home__mark">
          <Icon name="mark" size={52} />
        </span>
        <ScreenTitle title="Recovery Evidence" id="home-heading" />
        <p className="home__lead">
          Look at whether people are in control of their own recovery. Gather the evidence, see what is missing, show a
          board where you stand.
        </p>
        <ul className="home__cards">
          <StartCard
            icon="evidence"
            title="Open the sample"
            words="An invented provider with six months of evidence. It is a copy: change anything."
            letter="S"
            isMain
            isBusy={isBusy}
            onPress={openSample}
          />
          <StartCard
            icon="plus"
            title="Create a workspace"
            words="For your own provider, or for one visit. Three questions, then you start."
            letter="C"
            isBusy={isBusy}
            onPress={create}
          />
          {host.isDesktop && (
            <StartCard
              icon="workspace"
              title="Open a workspace"
              words="A folder on this PC. Not a shared or synced one."
              letter="O"
              isBusy={isBusy}
              onPress={choose}
            />
          )}
          <StartCard
            icon="arrow"
            title="Restore from a backup"
            words="A backup file, from this PC or another one. It opens as a workspace of its own."
            letter="R"
            isBusy={isBusy}
            onPress={restore.choose}
          />
        </ul>
        {restore.input}
        <LongWait isWaiting={restore.isBusy} words="Reading the backup..." />
        <LongWait isWaiting={sample.busy} words="Making the sample..." />
        <LongWait isWaiting={ways.isBusy} words={ways.isMoving ? 'Copying and checking...' : 'Opening...'} />
        <p className="home__promise">
          <Icon name="lock" />
          <span>
            Works offline. No account. Nothing leaves this PC unless you export it or keep the workspace in a shared
            folder.
          </span>
        </p>
      </section>
      {hasRecent && (
        <RecentList workspaces={recent.data} isBusy={isBusy} tried={ways.tried} onWay={ways.take} onOpened={enter} />
      )}
    </div>
  )
}

type StartCardProps = {
  icon: IconName
  title: string
  words: string
  letter: string
  isMain?: boolean
  isBusy: boolean
  onPress: () => void
}

function StartCard({ icon, title, words, letter, isMain = false, isBusy, onPress }: StartCardProps) {
  return (
    <li>
      <button
        type="button"
        className={isMain ? 'start-card start-card--go' : 'start-card'}
        aria-keyshortcuts={`Alt+${letter}`}
        disabled={isBusy}
        onClick={onPress}
      >
        <Icon name={icon} />
        <span className="start-card__words">
          <b>{title}</b>
          <span>{words}</span>
        </span>
        <kbd aria-hidden="true">Alt {letter}</kbd>
      </button>
    </li>
  )
}

/** Says that something is being made, once it has taken longer than a moment. */
function LongWait({ isWaiting, words }: { isWaiting: boolean; words: string }) {
  const [isLong, setIsLong] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(setIsLong, 300, true)
    return () => {
      clearTimeout(timer)
      setIsLong(false)
    }
  }, [isWaiting])
  return <output>{isWaiting && isLong && words}</output>
}
