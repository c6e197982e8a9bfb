import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { say } from '../../messages.tsx'
import { useHost } from '../home/use-host.ts'

/** Where new backups are kept, for all workspaces of this PC: a folder of the person's choice, or each workspace's own. */
export function BackupPlace({ place, isChosen }: { place: string; isChosen: boolean }) {
  const host = useHost()
  const set = useOrder('backups.setPlace')
  const choose = async () => {
    const chosen = await host.choosePlace('backups')
    if (chosen !== null && (await set.run({ placeId: chosen.placeId })) !== undefined)
      say('New backups are kept there from now on. Earlier ones stay where they are, and on this list.')
  }
  const useOwn = async () => {
    if ((await set.run({ placeId: null })) !== undefined)
      say('New backups are kept in the workspace’s own folder from now on.')
  }
  return (
    <section className="panel" aria-labelledby="place-heading">
      <h2 id="place-heading">Where new backups are kept</h2>
      <p className="written">{place}</p>
      <p className="small secondary">
        {isChosen
          ? 'A folder that was chosen for the backups of all workspaces on this PC.'
          : 'In the workspace’s own folder: a disk that breaks takes them along. A folder on another disk is safer.'}{' '}
        {!host.isDesktop && 'A browser cannot choose a folder; the desktop app can.'}
      </p>
      <div className="button-row">
        {host.isDesktop && (
          <Button isDisabled={set.busy} onPress={() => void choose()}>
            Choose another folder
          </Button>
        )}
        {isChosen && (
          <Button isDisabled={set.busy} onPress={() => void useOwn()}>
            Keep them in the workspace’s own folder
          </Button>
        )}
      </div>
    </section>
  )
}
