import { useEffect, useRef } from 'react'
import type { ChecklistPack, Prompt } from '../../../../shared/model/checklist.ts'
import type { IsoDate } from '../../../../shared/model/dates.ts'
import { useApi } from '../../api/api.ts'
import { say, sayFault } from '../../messages.tsx'
import {
  asksForInWords,
  issuedInWords,
  licenceLine,
  placeInSource,
  reviewInWords,
  shortDocument,
} from './prompt-words.ts'

/** Where a prompt comes from: what the source asks, in our words, with document, place, version and review date (`R`). */
export function SourcePanel(props: { prompt: Prompt; pack: ChecklistPack; today: IsoDate; onClose: () => void }) {
  const { prompt, pack, today, onClose } = props
  const api = useApi()
  const heading = useRef<HTMLHeadingElement>(null)
  const place = `${placeInSource(prompt)}. ${issuedInWords(pack)}`
  const guide = pack.links.find(
    ({ title, url }) => url !== undefined && title.includes(shortDocument(prompt.source.document)),
  )?.url
  const licence = licenceLine(pack)

  useEffect(() => heading.current?.focus(), [])

  const copy = async () => {
    try {
      await navigator.clipboard.writeText(`${prompt.title}\n${prompt.text}\n${place}`)
      say('Copied.')
    } catch {
      sayFault('This could not be copied. Mark the words and copy them with Ctrl C.')
    }
  }

  return (
    <section className="source-panel" aria-labelledby="source-heading">
      <div
        role="presentation"
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onClose()
        }}
      >
        <div className="source-panel__heading">
          <h2 id="source-heading" ref={heading} tabIndex={-1}>
            Where this comes from
          </h2>
          <span className="small secondary">{place}</span>
          <span className="source-panel__ways">
            <button type="button" className="link-button" onClick={() => void copy()}>
              Copy
            </button>
            {guide !== undefined && (
              <button
                type="button"
                className="link-button"
                onClick={() => void api.host('host.openLink', { url: guide }).catch(sayUnopened)}
              >
                Open the guide
              </button>
            )}
            <button type="button" className="link-button" onClick={onClose}>
              Close <kbd>Esc</kbd>
            </button>
          </span>
        </div>
        <p>
          {prompt.text} {asksForInWords(prompt)}
        </p>
        {prompt.references.length > 0 && (
          <ul className="source-panel__references">
            {prompt.references.map(({ title, url }) => (
              <li key={title}>
                {url === undefined ? (
                  title
                ) : (
                  <button
                    type="button"
                    className="link-button"
                    onClick={() => void api.host('host.openLink', { url }).catch(sayUnopened)}
                  >
                    {title}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
        <p className="small secondary">
          In our words; the guide has the wording. {reviewInWords(pack, today)}
          {licence !== null && ` ${licence}.`}
        </p>
      </div>
    </section>
  )
}

function sayUnopened() {
  sayFault('The link could not be opened from here. Copy the address into your own browser.')
}
