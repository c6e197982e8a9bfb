import { countOf } from '../../../../shared/drawing/words.ts'
import { useAnswer } from '../../api/use-answer.ts'
import { useOrder } from '../../api/use-order.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { useSameFile } from './same-file-request.ts'

/** Says that a file is attached already, and asks: attach it here too, link the item that has it instead, or leave it off. */
export function SameFileDialog() {
  const asked = useSameFile()
  return asked === null ? null : <SameFileQuestion key={`${asked.name} ${asked.evidenceId}`} {...asked} />
}

function SameFileQuestion({ name, evidenceId, alike, answer }: NonNullable<ReturnType<typeof useSameFile>>) {
  const elsewhere = alike.find((each) => each.evidenceId !== evidenceId)
  const here = alike.find((each) => each.evidenceId === evidenceId)
  const item = useAnswer('evidence.get', { id: evidenceId })
  const other = useAnswer('evidence.get', { id: elsewhere?.evidenceId ?? '' }, { enabled: elsewhere !== undefined })
  const link = useOrder('links.add', {
    said: (links) => `Linked to ${countOf(links.length, 'finding')}: ${elsewhere?.title ?? ''}.`,
  })
  const linked = new Set(other.data?.links.map(({ findingId }) => findingId))
  const findings = item.data?.links.map(({ findingId }) => findingId).filter((id) => !linked.has(id)) ?? []
  const mayLink = elsewhere !== undefined && other.data !== undefined && findings.length > 0
  const linkInstead = async () => {
    if (elsewhere === undefined) return
    const done = await link.run({ evidenceId: elsewhere.evidenceId, findingIds: findings })
    if (done !== undefined) answer('leave')
  }
  const known = here ?? alike[0]
  return (
    <Dialog
      title="The same file is already attached"
      size="narrow"
      isBusy={link.busy}
      onClose={() => answer('leave')}
      actions={
        <>
          <Button look="go" onPress={() => answer('attach')}>
            Attach it here too
          </Button>
          {mayLink && (
            <Button isDisabled={link.busy} onPress={() => void linkInstead()}>
              Link that item instead
            </Button>
          )}
          <Button onPress={() => answer('leave')}>Leave it off</Button>
        </>
      }
    >
      <p>
        <b>{name}</b> is {here === undefined ? <>attached to “{known?.title}”</> : 'attached to this item'} already
        {known !== undefined && known.name !== name && <>, as {known.name}</>}. Its bytes are the same.
      </p>
      {alike.length > 1 && <p className="small secondary">{countOf(alike.length, 'item has', 'items have')} it.</p>}
      {mayLink && (
        <p>
          One item can serve many findings: “{elsewhere.title}” can be linked to {countOf(findings.length, 'finding')}{' '}
          that this item is linked to.
        </p>
      )}
    </Dialog>
  )
}
