import { countOf } from '../../../../shared/drawing/words.ts'
import type { AuditStatement, DecidedVoice } from '../../../../shared/model/care-plan-audit.ts'
import { voiceWords } from './audit-words.ts'
import { blockLeft, blockOf, shownVoice } from './reading-order.ts'
import { stopId, type Reader } from './use-reader.ts'
import { VoiceMark } from './voice-mark.tsx'

/** The most letters drawn in the strip; the counts beside it say the whole. */
const lettersDrawn = 200

/** The rest of the plan as one block: a letter each, opened to look, confirmed as shown, taken back. */
export function BlockPanel(props: { statements: readonly AuditStatement[]; reader: Reader; canWrite: boolean }) {
  const { statements, reader, canWrite } = props
  const block = blockOf(statements)
  if (block.length === 0) return null
  const left = blockLeft(statements).length
  const words = `${countOf(block.length, 'other statement')}`
  const isCurrent = reader.current === 'block'
  const main = { id: stopId('block'), tabIndex: isCurrent ? 0 : -1, type: 'button' } as const
  return (
    <fieldset className={isCurrent ? 'block block--current' : 'block'} aria-label={words}>
      <div>
        <b>{words}</b> <span className="secondary">{countsInWords(block)}</span>
        <div className="block__letters" aria-hidden="true">
          {block.slice(0, lettersDrawn).map((statement) => (
            <VoiceMark key={statement.index} voice={shownVoice(statement)} />
          ))}
          {block.length > lettersDrawn && '…'}
        </div>
      </div>
      <div className="block__acts">
        <button
          type="button"
          className="button button--small"
          tabIndex={isCurrent ? 0 : -1}
          onClick={() => reader.act({ act: reader.isBlockOpen ? 'close-block' : 'open-block' })}
        >
          {reader.isBlockOpen ? 'Close it' : 'Open to look'}{' '}
          <kbd aria-hidden="true">{reader.isBlockOpen ? '←' : '→'}</kbd>
        </button>
        {canWrite && left > 0 && (
          <button {...main} className="button button--small" onClick={() => reader.act({ act: 'confirm' })}>
            Confirm as shown <kbd aria-hidden="true">Enter</kbd>
          </button>
        )}
        {canWrite && left === 0 && (
          <button {...main} className="button button--small" onClick={() => reader.act({ act: 'confirm' })}>
            Go on <kbd aria-hidden="true">Enter</kbd>
          </button>
        )}
      </div>
      <p className="block__note">
        {left === 0 ? 'Confirmed. ' : `One answer for ${left === 1 ? 'it' : `all ${left}`}, after the last decision. `}
        <kbd>Backspace</kbd> takes it back.{' '}
        {canWrite && block.some(({ decision }) => decision?.inBlock === true) && (
          <button type="button" className="link-button" onClick={() => reader.openConfirmed()}>
            Take the block back
          </button>
        )}
      </p>
    </fieldset>
  )
}

/** "8 someone else, 2 reported, 1 neither". */
function countsInWords(block: readonly AuditStatement[]): string {
  const counts = new Map<DecidedVoice, number>()
  for (const statement of block) counts.set(shownVoice(statement), (counts.get(shownVoice(statement)) ?? 0) + 1)
  return [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([voice, count]) => `${count} ${voiceWords[voice].name.toLowerCase()}`)
    .join(', ')
}
